// Who a line names, and for whom they write: what a word, a title or a slash announces.
extension BylineReader {
    /// Takes the outlet that a word such as "来源" announces beside a date.
    ///
    /// Without a date such a line more likely says where a picture or some figures come from.
    static func readSource(_ byline: inout Byline, _ pieces: inout BylinePieces) {
        let line = pieces.line
        guard !pieces.dates.isEmpty else { return }
        for (index, piece) in pieces.rest.enumerated() {
            var end = piece.lowerBound
            while end < piece.upperBound, line.text[end] != UInt8(ascii: ":"), line.text[end] != 0xEF { end += 1 }
            guard end < piece.upperBound, WordMeaning.of(line.text, piece.lowerBound..<end).has(.source) else {
                continue
            }
            var start = end + (line.text[end] == 0xEF ? 3 : 1)
            while start < piece.upperBound, line.text[start] == 0x20 { start += 1 }
            guard start < piece.upperBound else { continue }
            // A name without spaces ends at the first one: `来源：运河日报 记者 王小明`.
            var offset = start
            let isUnspaced = BlockText.isUnspaced(BlockText.scalar(in: line.text, at: &offset))
            let space = isUnspaced ? line.text[start..<piece.upperBound].firstIndex(of: 0x20) : nil
            let name = start..<(space ?? piece.upperBound)
            byline.outlet = Byline.Part(value: line.string(name), range: name)
            pieces.rest[index] = BlockText.trimmed(line.text, name.upperBound..<piece.upperBound)
            if pieces.rest[index].isEmpty { pieces.rest.remove(at: index) }
            return
        }
    }

    /// Takes a second name that a slash parts from the first, as in `By Ada Marsh / Ole Brandt`, and drops the labels of
    /// those who made the pictures.
    static func readOthers(_ byline: inout Byline, _ pieces: inout BylinePieces, after index: Int) {
        let line = pieces.line
        pieces.rest.removeAll { piece in
            let words = line.words(in: piece)
            guard let first = words.first, line.text[piece].contains(UInt8(ascii: ":")) else { return false }
            return BylineWords.pictures.contains(Array(line.lower[BylineLine.bare(line.lower, first)]))
        }
        guard let authors = byline.authors, index < pieces.rest.count else { return }
        let next = pieces.rest[index]
        guard authors.range.upperBound < next.lowerBound,
            line.text[authors.range.upperBound..<next.lowerBound].elementsEqual(" / ".utf8),
            BylineNames.isPerson(line, next), !OutletName.isKnown(line, next)
        else { return }
        byline.authors = Byline.Part(
            value: authors.value + [line.string(next)],
            range: authors.range.lowerBound..<next.upperBound
        )
        pieces.rest.remove(at: index)
    }

    /// Takes the names beside a reporter's title, and with them all that stands between the same two dates.
    ///
    /// The middle dot that separates pieces stands between Korean names too, so the stretch is read as a whole.
    static func readTitled(_ byline: inout Byline, _ pieces: inout BylinePieces) -> Bool {
        let line = pieces.line
        guard TitledName.isTitled(line.text) else { return false }
        var start = 0
        for end in pieces.dates.map(\.range.lowerBound) + [line.text.count] where end > start {
            let stretch = start..<end
            start = pieces.dates.first { $0.range.lowerBound == end }?.range.upperBound ?? end
            guard let titled = TitledName(line, stretch), let first = titled.authors.first,
                let last = titled.authors.last
            else { continue }
            byline.authors = Byline.Part(
                value: titled.authors.prefix(BylineNames.mostNames).map(line.string),
                range: first.lowerBound..<last.upperBound
            )
            // An outlet that a word announced is surer than one by its place before the title.
            byline.outlet = byline.outlet ?? titled.outlet.map { Byline.Part(value: line.string($0), range: $0) }
            pieces.rest.removeAll { stretch.overlaps($0) }
            return true
        }
        return false
    }

    static func setNames(
        _ byline: inout Byline,
        _ line: BylineLine,
        _ range: Range<Int>,
        isDated: Bool
    ) -> Bool {
        let text = Array(line.text[range])
        let names = BylineNames.names(in: text)
        if let only = names.first, names.count == 1, isAgencyName(Array(only.utf8)) {
            byline.outlet = Byline.Part(value: only, range: range)
            return true
        }
        if !names.isEmpty {
            byline.authors = Byline.Part(value: names, range: range)
            return true
        }
        if text.count <= 12, isAgencyName(text) {
            byline.outlet = Byline.Part(value: line.string(range), range: range)
            return true
        }
        // It may be a user name; only a date on the line distinguishes this from a sentence that begins with "By".
        guard isDated, text.count >= 3, text.count <= 30, text.allSatisfy(isHandleByte) else {
            // "By Staff Reporter" names nobody, and is a byline all the same.
            if line.words(in: range).allSatisfy({ line.meaning(of: $0).has([.role, .possessive]) }) { return true }
            guard BylineNames.isOutlet(text), isAgency(line, range) else { return false }
            byline.outlet = Byline.Part(value: line.string(range), range: range)
            return true
        }
        byline.authors = Byline.Part(value: [line.string(range)], range: range)
        return true
    }

    /// Whether a name is that of a known agency, or as short as one (five bytes) and all in capitals.
    private static func isAgencyName(_ name: [UInt8]) -> Bool {
        WordMeaning.of(name, 0..<name.count).has(.agency)
            || name.count <= 5 && BylineNames.isAllCapitals(name[...])
    }

    /// Whether the last word shows that no person is meant: "Associated Press", "Harbour News Staff".
    private static func isAgency(_ line: BylineLine, _ range: Range<Int>) -> Bool {
        let words = line.words(in: range)
        guard let last = words.last, words.count <= 4 else { return false }
        return line.meaning(of: last).has(.role)
    }
}
