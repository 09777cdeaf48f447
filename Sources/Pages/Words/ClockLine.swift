/// Recognises the time of day that heads an entry of a live page: `16:40`, `14.05 Uhr`, `4:40 pm`, `11h20`.
enum ClockLine {
    /// Whether a line is a time of day, or begins with one that a space or a dash parts from what follows.
    static func begins(_ text: [UInt8]) -> Bool {
        var at = 0
        while at < text.count, at < 2, BlockText.isDigitByte(text[at]) { at += 1 }
        guard at > 0, at + 2 < text.count, let hour = number(text[..<at]), hour < 25 else { return false }
        guard
            [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "h")].contains(text[at] | (text[at] >= 0x41 ? 0x20 : 0))
        else { return false }
        guard let minute = number(text[(at + 1)..<(at + 3)]), minute < 60 else { return false }
        let end = at + 3
        // "10.03.2026" is a date and "16:40:12" a time too.
        guard end < text.count else { return true }
        if text[end] == UInt8(ascii: ":"), end + 2 < text.count { return number(text[(end + 1)..<(end + 3)]) != nil }
        return text[end] == 0x20 || text[end] >= 0x80 || text[end] | 0x20 == UInt8(ascii: "a")
            || text[end] | 0x20 == UInt8(ascii: "p")
    }

    /// Whether a line is nothing but a moment: a day with a time, or how long ago something was.
    ///
    /// A list of posts has such lines too; only a page that calls itself live makes them its entries' times.
    static func isMoment(_ text: [UInt8]) -> Bool {
        guard text.count <= 60 else { return false }
        if let byline = BylineReader.read(text), byline.date != nil, !byline.names { return true }
        let tokens = DateReader.tokens(of: text)
        if DateReader.relative(in: tokens) != nil, tokens.count <= 6 { return true }
        let line = BylineLine(text)
        let words = line.words(in: 0..<text.count)
        return words.count <= 6 && text.contains(where: BlockText.isDigitByte)
            && words.allSatisfy { word in
                BylineCore.isLabel(line, word) || BlockText.isDigitByte(text[word.lowerBound])
                    || line.meaning(of: word).has([.hourSign, .agoAfter, .agoBefore, .minutes, .hours, .clockJoin])
            }
    }

    /// Whether a headline says that its page is live.
    static func isLive(_ text: [UInt8]) -> Bool {
        text.count <= 200 && live.occur(in: Array(" ".utf8) + LineCase.lowered(text) + Array(" ".utf8), from: 0)
    }

    private static let live = BlockPhrases([
        " live ", " live:", "(live)", "liveticker", "liveblog", "live-blog", "live blog", "newsblog", " ticker ",
        "en direct",
        "en vivo", "en directo", "ao vivo", "in diretta", "minute by minute", "as it happened", "онлайн", "прямой эфир",
        "canlı", "na żywo", "速報", "実況", "ライブ", "直播", "실시간", "생중계", "라이브", "中継",
    ])

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy(BlockText.isDigitByte) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
