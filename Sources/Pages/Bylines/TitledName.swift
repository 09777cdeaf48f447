/// Reads the names that a reporter's title marks where names have no capitals: `운하일보 김민지 기자`, `本报记者 王小明`.
///
/// Korean writes the title after the name, Chinese before it, Japanese either way. An outlet's name may stand first.
struct TitledName {
    var authors: [Range<Int>] = []
    var outlet: Range<Int>?

    /// The longest line that is searched; in running text a title belongs to somebody whom the story tells of.
    private static let longest = BylineReader.longestShort

    /// Whether a short line has a reporter's title in it.
    static func isTitled(_ text: [UInt8]) -> Bool {
        guard text.count <= longest, text.count >= 9, text.contains(where: { $0 >= 0xE3 }) else { return false }
        return titles.contains { find($0, in: text, 0..<text.count) != nil } || isLabelled(text)
    }

    init() {}

    /// Nil where a piece of a byline has no title, or no name that can be told beside it.
    init?(_ line: BylineLine, _ piece: Range<Int>) {
        guard piece.count <= TitledName.longest else { return nil }
        if readLabels(line.text, piece) { return }
        for title in TitledName.koreanTitles where TitledName.find(title, in: line.text, piece) != nil {
            readKorean(line, piece)
            if !authors.isEmpty { return }
        }
        for title in TitledName.hanTitles {
            guard let at = TitledName.find(title, in: line.text, piece) else { continue }
            readHan(line, before: piece.lowerBound..<at.lowerBound, after: at.upperBound..<piece.upperBound)
            if !authors.isEmpty { return }
        }
        return nil
    }

    // MARK: - Korean

    /// Reads the words of a Korean byline: each title ends the names right before it.
    private mutating func readKorean(_ line: BylineLine, _ piece: Range<Int>) {
        var before: [Range<Int>] = []
        var words = 0
        var titles = 0
        for word in line.words(in: piece) {
            // An address may follow the title in brackets: `기자(minji@harbour.example)`.
            let bare = TitledName.beforeBracket(line.text, TitledName.letters(line.text, word))
            let title = TitledName.koreanTitles.first { line.text[bare].suffix($0.count).elementsEqual($0) }
            if bare.isEmpty { continue }
            words += 1
            guard let title else {
                before.append(bare)
                continue
            }
            titles += 1
            if bare.count > title.count { before.append(bare.lowerBound..<bare.upperBound - title.count) }
            takeKorean(line, before)
            before = []
        }
        // The title may stand alone before the name: `기자 김민지`.
        guard authors.isEmpty, titles == 1, before.count == 1, words == 2, before[0].count == 9,
            TitledName.isKoreanName(line.text, before[0]),
            !TitledName.afterTitle.contains(where: { line.text[before[0]].suffix(3).elementsEqual($0) })
        else { return }
        authors = before
    }

    private mutating func takeKorean(_ line: BylineLine, _ words: [Range<Int>]) {
        let text = line.text
        var rest = words[...]
        while let last = rest.last, TitledName.isKind(text[last]) { rest.removeLast() }
        var found: [Range<Int>] = []
        while let last = rest.last {
            // The place or the outlet that the text comes from stands before a sign of equality: `런던=김민지`.
            let sign = text[last].lastIndex(of: UInt8(ascii: "="))
            let names = TitledName.split(text, (sign.map { $0 + 1 } ?? last.lowerBound)..<last.upperBound)
            guard !names.isEmpty,
                names.allSatisfy({ TitledName.isKoreanName(text, $0) && !TitledName.isKind(text[$0]) })
            else { break }
            found = names + found
            rest.removeLast()
            if let sign {
                rest.append(last.lowerBound..<sign)
                break
            }
        }
        authors += found
        guard !found.isEmpty, outlet == nil else { return }
        outlet = rest.lazy.flatMap { TitledName.split(text, $0) }.first { OutletName.hasEnd(text[$0]) }
    }

    private static func beforeBracket(_ text: [UInt8], _ word: Range<Int>) -> Range<Int> {
        guard let bracket = text[word].firstIndex(of: UInt8(ascii: "(")) else { return word }
        let before = word.lowerBound..<bracket
        return koreanTitles.contains { text[before].suffix($0.count).elementsEqual($0) } ? before : word
    }

    /// Whether a word is a kind of reporter, a department or a task and no name: `전문`, `의학전문`, `경제부`, `정리`.
    private static func isKind(_ word: ArraySlice<UInt8>) -> Bool {
        var rest = word
        var kinds = 0
        while !rest.isEmpty {
            guard let kind = koreanKinds.first(where: { rest.starts(with: $0) }) else { break }
            rest = rest.dropFirst(kind.count)
            kinds += 1
        }
        return kinds > 0 && (rest.isEmpty || koreanDepartments.contains { rest.elementsEqual($0) })
            || koreanTasks.contains { word.elementsEqual($0) }
    }

    /// Whether a word is a Korean name: a family name of one syllable and one to three more syllables.
    static func isKoreanName(_ text: [UInt8], _ word: Range<Int>) -> Bool {
        guard (6...12).contains(word.count), word.count % 3 == 0 else { return false }
        var offset = word.lowerBound
        let family = BlockText.scalar(in: text, at: &offset)
        guard familyNames.contains(family) else { return false }
        while offset < word.upperBound {
            guard (0xAC00...0xD7A3).contains(BlockText.scalar(in: text, at: &offset)) else { return false }
        }
        return !OutletName.hasEnd(text[word])
    }

    // MARK: - Chinese and Japanese

    private mutating func readHan(_ line: BylineLine, before: Range<Int>, after: Range<Int>) {
        let text = line.text
        var start = after.lowerBound
        while start < after.upperBound, let length = TitledName.gap(text, start) { start += length }
        if start < after.upperBound {
            // After a slash the place stands that the text was sent from.
            for part in TitledName.split(text, start..<TitledName.bar(text, start..<after.upperBound)) {
                let own = TitledName.withoutTitle(text, part)
                let name = TitledName.withoutVerb(text, own)
                if name.isEmpty { continue }
                guard TitledName.isHanName(text, name, most: 4) else { break }
                // The verb may have a place before it: `记者 王小明 北京报道`.
                if name != own, !authors.isEmpty, !TitledName.hasFamilyName(text, name) { break }
                authors.append(name)
            }
            let outlet = TitledName.letters(text, before)
            if !authors.isEmpty, OutletName.hasEnd(text[outlet]), !TitledName.isOurs(text, outlet) {
                self.outlet = outlet
            }
            return
        }
        // The Japanese order: the title ends the line, and the name stands before it.
        var words = TitledName.split(text, TitledName.letters(text, before))
        // The title may have a place before it: `山田花子 ロンドン特派員`.
        if words.count > 1, let last = words.last, TitledName.isKatakana(text[last]) { words.removeLast() }
        guard let name = words.last, TitledName.isHanName(text, name, most: 6), !OutletName.hasEnd(text[name]),
            !TitledName.isOurs(text, name)
        else { return }
        authors.append(name)
        if words.count > 1, OutletName.hasEnd(text[words[0]]) { outlet = words[0] }
    }

    /// A name without the verb that a Chinese byline ends in: `王小明报道`.
    private static func withoutVerb(_ text: [UInt8], _ part: Range<Int>) -> Range<Int> {
        for verb in verbs where part.count > verb.count && text[part].suffix(verb.count).elementsEqual(verb) {
            return part.lowerBound..<part.upperBound - verb.count
        }
        return part
    }

    /// A name without the title that stands before it: `通讯员李丽`.
    private static func withoutTitle(_ text: [UInt8], _ part: Range<Int>) -> Range<Int> {
        for title in hanTitles where text[part].starts(with: title) {
            return part.lowerBound + title.count..<part.upperBound
        }
        return part
    }

    private static func hasFamilyName(_ text: [UInt8], _ part: Range<Int>) -> Bool {
        var offset = part.lowerBound
        return hanFamilyNames.contains(BlockText.scalar(in: text, at: &offset))
    }

    /// Whether a word is letters of Katakana, as foreign places are written: U+30A0 to U+30FF.
    static func isKatakana(_ word: ArraySlice<UInt8>) -> Bool {
        let text = Array(word)
        var offset = 0
        while offset < text.count {
            guard 0x30A0...0x30FF ~= BlockText.scalar(in: text, at: &offset) else { return false }
        }
        return true
    }

    /// Whether a part is two to `most` letters of Chinese or Japanese and nothing else.
    static func isHanName(_ text: [UInt8], _ part: Range<Int>, most: Int) -> Bool {
        var offset = part.lowerBound
        var letters = 0
        while offset < part.upperBound {
            let scalar = BlockText.scalar(in: text, at: &offset)
            guard BlockText.isUnspaced(scalar), scalar < 0xFF00, !(0x3000...0x303F).contains(scalar) else {
                return false
            }
            letters += 1
        }
        return (2...most).contains(letters)
    }

    /// Whether a text is "our paper": the byline then does not tell which.
    private static func isOurs(_ text: [UInt8], _ part: Range<Int>) -> Bool {
        ours.contains { text[part].starts(with: $0) }
    }
}
