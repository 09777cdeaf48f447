/// Reads numbers that are written in Han characters, as in 二〇二六年三月二日 and 令和元年.
///
/// They are read only right before a sign for year, month or day: elsewhere these characters are parts of words.
enum HanNumber {
    /// The value of a number, how many digits it would have in figures, and the offset after it.
    typealias Read = (value: Int, digits: Int, end: Int)

    /// The most characters of a number: 一百一十五.
    private static let longest = 6

    /// The number that begins at an offset; nil where there is none.
    static func read(_ line: [UInt8], from start: Int) -> Read? {
        var next = start
        var value = 0
        var places = 0
        // The figure that a word for ten or hundred after it multiplies.
        var pending: Int?
        var isCounted = false
        for _ in 0...longest {
            let at = next
            guard next < line.count else { return nil }
            let scalar = BlockText.scalar(in: line, at: &next)
            if isDateSign(scalar) {
                guard at > start else { return nil }
                let total = isCounted ? value + (pending ?? 0) : value
                return (total, isCounted ? String(total).utf8.count : places, at)
            }
            if let unit = unit(scalar) {
                if !isCounted { value = 0 }
                isCounted = true
                value += (pending ?? 1) * unit
                pending = nil
            } else if let figure = figure(scalar) {
                value = isCounted ? value : value * 10 + figure
                places += 1
                pending = figure
            } else if scalar == 0x5143, at == start {
                // 元, the first year of an era.
                value = 1
                places = 1
            } else {
                return nil
            }
        }
        return nil
    }

    /// Whether a scalar may begin a number.
    @inline(__always)
    static func mayBegin(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x25CB, scalar <= 0x96F6 else { return false }
        return scalar == 0x5143 || figure(scalar) != nil || unit(scalar) != nil
    }

    /// Whether a line has a sign for year, month or day with a Han number before it.
    static func occurs(in line: [UInt8]) -> Bool {
        var offset = 0
        var wasNumber = false
        while offset < line.count {
            let scalar = BlockText.scalar(in: line, at: &offset)
            if wasNumber, isDateSign(scalar) { return true }
            wasNumber = scalar >= 0x3007 && mayBegin(scalar)
        }
        return false
    }

    private static func isDateSign(_ scalar: UInt32) -> Bool {
        scalar == 0x5E74 || scalar == 0x6708 || scalar == 0x65E5  // 年 月 日
    }

    private static func figure(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x3007, 0x25CB, 0x96F6: 0  // 〇 ○ 零
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    private static func unit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x5341: 10  // 十
        case 0x5EFF: 20  // 廿
        case 0x5345: 30  // 卅
        case 0x767E: 100  // 百
        default: nil
        }
    }
}
