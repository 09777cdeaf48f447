/// Takes jobs, academic degrees and addresses off the names in a byline.
enum BylineRole {
    /// What follows a name within its part of a list.
    enum Tail {
        /// Addresses and degrees, after which the list goes on.
        case beside
        /// A job, after which only a word for "and" continues the list: what follows a comma may be a town.
        case job
        /// The place that the text comes from, after which only a name with a place continues the list.
        case place
    }

    private static let places: Set<[UInt8]> = Set(["in", "aus", "à", "en"].map { Array($0.utf8) })

    /// The most words of a job before the first name.
    private static let mostLead = 7

    /// A list of names without the job that stands before its first name: `Staff Reporter Ada Marsh`, `unserem
    /// Korrespondenten in Hafenstadt Ada Marsh`.
    ///
    /// Only a full name shows that the job ends: "Press Association" and "Harbour News Staff" stay whole.
    static func withoutLead(_ line: BylineLine, _ whole: Range<Int>) -> Range<Int> {
        let words = line.words(in: whole)
        var end = 0
        var at = 0
        var isOurs = false
        while at < min(words.count, mostLead) {
            let meaning = line.meaning(of: words[at])
            let isNextJob = at + 1 < words.count && line.meaning(of: words[at + 1]).has(.job)
            if meaning.has(.job) {
                at += 1
                end = at
            } else if meaning.has(.possessive) {
                isOurs = true
                at += 1
            } else if end == at, end > 0, BylineWords.afterJobs.contains(Array(line.lower[words[at]])) {
                at += 1
                end = at
            } else if meaning.has(.role) || isNextJob && line.isCapital(words[at].lowerBound) {
                at += 1
            } else if end == at, end > 0, at + 2 < words.count,
                meaning.has(.stop) || isOurs && line.text[words[at]].elementsEqual("a".utf8)
            {
                at += 2
                end = at
            } else {
                break
            }
            // A comma ends a name and its job, but "notre correspondant à Port-Vieux, Ada Marsh" goes on.
            let isCut = line.text[words[at - 1].upperBound - 1] == UInt8(ascii: ",")
            if isCut, !isOurs || end < at { return whole }
        }
        guard end > 0, end < words.count else { return whole }
        let rest = words[end].lowerBound..<whole.upperBound
        guard let part = BylineParts.parts(of: line, in: rest).first,
            let (name, _) = BylineParts.leadingName(line, part),
            line.words(in: name).count >= 2 || BylineParts.isUnspaced(line, name)
        else { return whole }
        return rest
    }

    /// Whether a part of a list is a job and no name: `Staff Writer`, `Harbour correspondent`.
    static func isJob(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        guard let last = line.words(in: part).last else { return false }
        return line.meaning(of: last).has([.job, .role])
    }

    /// Whether a part of a list is degrees and nothing else: `M.D.`; or `Jr.`, which a comma parts from its name.
    static func areDegrees(_ line: BylineLine, _ part: Range<Int>) -> Bool {
        line.words(in: part).allSatisfy { word in
            let bare = line.lower[BylineLine.bare(line.lower, word)]
            return isDegree(line, word) || bare.elementsEqual("jr".utf8) || bare.elementsEqual("sr".utf8)
        }
    }

    /// Whether a word is a degree as it is written after a name: with full stops, or with more capitals than one.
    ///
    /// "Md" and "Jd" are given names.
    static func isDegree(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        guard line.meaning(of: word).has(.degree) else { return false }
        let bare = BylineLine.bare(line.text, word)
        return line.text[word].contains(UInt8(ascii: ".")) || line.text[bare].count { (0x41...0x5A).contains($0) } >= 2
    }

    /// Whether a word is a title as it is written before a name: `Dr.`, and `med.` after it.
    static func isTitle(_ line: BylineLine, _ word: Range<Int>, isFirst: Bool) -> Bool {
        let bare = BylineLine.bare(line.lower, word)
        if BylineWords.titlesBefore.contains(Array(line.lower[bare])) { return true }
        return !isFirst && line.text[word.upperBound - 1] == UInt8(ascii: ".") && word.count > 2
            && !line.isCapital(word.lowerBound)
    }

    /// What the words after a name are; nil where they are no more than one can tell.
    static func tail(_ line: BylineLine, _ rest: Range<Int>) -> Tail? {
        let words = line.words(in: rest)
        guard let last = words.last else { return .beside }
        if words.allSatisfy({ isAddress(line, $0) || isDegree(line, $0) }) { return .beside }
        if line.meaning(of: last).has(.role) { return .job }
        // "in Orford", "in New York"
        guard (2...4).contains(words.count), places.contains(Array(line.lower[words[0]])),
            words.dropFirst().allSatisfy({ line.isCapital($0.lowerBound) })
        else { return nil }
        return .place
    }

    /// Whether a word is a handle, an address, or what a site that hides addresses puts there: `[email protected]`.
    private static func isAddress(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        line.text[word].contains(UInt8(ascii: "@"))
            || line.lower[word].elementsEqual("[email".utf8) || line.lower[word].elementsEqual("protected]".utf8)
    }

    /// Whether a word for "and", an ampersand or a semicolon stands between two parts of a list.
    static func isJoined(_ line: BylineLine, _ between: Range<Int>) -> Bool {
        line.text[between].contains { $0 != 0x20 && $0 != UInt8(ascii: ",") }
    }
}
