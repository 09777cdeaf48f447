/// A list of texts as the columns `*_json` hold it: a JSON array of strings (RFC 8259).
enum TextList {
    /// The texts in the array; empty where it is no such array.
    static func read(_ json: String) -> [String] {
        var scalars = json.unicodeScalars.makeIterator()
        var texts: [String] = []
        guard nextSign(&scalars) == "[" else { return [] }
        while true {
            switch nextSign(&scalars) {
            case "\"":
                guard let text = string(&scalars) else { return [] }
                texts.append(text)
                switch nextSign(&scalars) {
                case ",": continue
                case "]": return texts
                default: return []
                }
            case "]" where texts.isEmpty: return []
            default: return []
            }
        }
    }

    private typealias Scalars = String.UnicodeScalarView.Iterator

    /// The next scalar that is no white space.
    private static func nextSign(_ scalars: inout Scalars) -> Unicode.Scalar? {
        while let scalar = scalars.next() {
            if ![" ", "\t", "\n", "\r"].contains(scalar) { return scalar }
        }
        return nil
    }

    /// The string whose opening quote was read; nil where it does not end, or has an escape that is none.
    private static func string(_ scalars: inout Scalars) -> String? {
        var text = String.UnicodeScalarView()
        while let scalar = scalars.next() {
            switch scalar {
            case "\"": return String(text)
            case "\\":
                guard let meant = escape(&scalars) else { return nil }
                text.append(meant)
            default: text.append(scalar)
            }
        }
        return nil
    }

    private static func escape(_ scalars: inout Scalars) -> Unicode.Scalar? {
        switch scalars.next() {
        case "\"": return "\""
        case "\\": return "\\"
        case "/": return "/"
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u":
            guard let first = unit(&scalars) else { return nil }
            guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
            guard scalars.next() == "\\", scalars.next() == "u", let second = unit(&scalars),
                (0xDC00..<0xE000).contains(second)
            else { return nil }
            return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        default: return nil
        }
    }

    /// Four hexadecimal digits.
    private static func unit(_ scalars: inout Scalars) -> UInt32? {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let scalar = scalars.next(), scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                return nil
            }
            unit = unit << 4 + UInt32(digit)
        }
        return unit
    }
}
