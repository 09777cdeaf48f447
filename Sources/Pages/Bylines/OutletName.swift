/// Tells from a name alone whether it is an outlet's.
enum OutletName {
    /// Whether a part of a line is an agency, ends or begins as outlets' names do, or is the address of a site.
    static func isKnown(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        let words = line.words(in: part)
        guard let first = words.first, let last = words.last, words.count <= 6 else { return false }
        if hasEnd(line.text[part]) { return true }
        if words.count == 1 { return line.meaning(of: first).has(.agency) || isDomain(line.lower[first]) }
        guard line.isCapital(first.lowerBound) || BlockText.isUnspaced(scalar(line, first)) else { return false }
        if words.contains(where: { line.meaning(of: $0).has(.agency) }), words.count <= 3 { return true }
        // "Latest News" and "Photo Agency" are what pages call their parts.
        let isOwn = words.dropLast().contains { !line.meaning(of: $0).has([.section, .menu, .role, .job, .label]) }
        return isOwn && (line.meaning(of: last).has(.outlet) || line.meaning(of: first).has(.outletHead))
    }

    /// Whether a name is a section's, or anything else that pages print where an outlet may stand.
    static func isOther(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        line.words(in: part).allSatisfy {
            line.meaning(of: $0).has([
                .section, .job, .role, .label, .mark, .update, .comments, .reading, .weekday, .opening, .heading,
            ]) || line.isNumber($0)
        }
    }

    /// Whether a name in a script without spaces ends as outlets' names do: `운하일보`, `山西日报`.
    static func hasEnd(_ name: ArraySlice<UInt8>) -> Bool {
        guard name.count >= 9, name.last ?? 0 >= 0x80 else { return false }
        return BylineWords.outletEnds.contains { name.count > $0.count + 2 && name.suffix($0.count).elementsEqual($0) }
    }

    /// Whether a word is a site's address: `harbour.example`.
    private static func isDomain(_ word: ArraySlice<UInt8>) -> Bool {
        guard let stop = word.lastIndex(of: UInt8(ascii: ".")), !word.contains(UInt8(ascii: "@")) else { return false }
        let end = word[(stop + 1)...]
        guard stop - word.startIndex >= 2, (2...8).contains(end.count) else { return false }
        return end.allSatisfy { (0x61...0x7A).contains($0) }
    }

    private static func scalar(_ line: BylineLine, _ word: Range<Int>) -> UInt32 {
        var offset = word.lowerBound
        return BlockText.scalar(in: line.text, at: &offset)
    }
}
