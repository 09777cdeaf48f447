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

    // MARK: - Parts

    /// The range without brackets and signs around it.
    static func letters(_ text: [UInt8], _ part: Range<Int>) -> Range<Int> {
        var lower = part.lowerBound
        var upper = part.upperBound
        while lower < upper, let length = gap(text, lower) { lower += length }
        while upper > lower {
            var start = upper - 1
            while start > lower, text[start] & 0xC0 == 0x80 { start -= 1 }
            guard let length = gap(text, start), start + length == upper else { break }
            upper = start
        }
        return lower..<upper
    }

    /// The parts between spaces, commas, middle dots, slashes and signs of equality.
    static func split(_ text: [UInt8], _ part: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = part.lowerBound
        var index = start
        while index < part.upperBound {
            if let length = gap(text, index) {
                if index > start { parts.append(start..<index) }
                index += length
                start = index
            } else {
                var next = index
                _ = BlockText.scalar(in: text, at: &next)
                index = next
            }
        }
        if part.upperBound > start { parts.append(start..<part.upperBound) }
        return parts
    }

    /// Where the first slash or bar of a range stands; its end where it has none.
    private static func bar(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let at = offset
            switch BlockText.scalar(in: text, at: &offset) {
            case 0x2F, 0x7C, 0xFF0F, 0xFF5C: return at
            default: continue
            }
        }
        return range.upperBound
    }

    /// The length of a sign that separates or encloses names; nil where a letter stands.
    private static func gap(_ text: [UInt8], _ offset: Int) -> Int? {
        var next = offset
        switch BlockText.scalar(in: text, at: &next) {
        case 0x20, 0x28, 0x29, 0x2C, 0x2F, 0x3A, 0x3D, 0x5B, 0x5D, 0x7C, 0xB7, 0x2022, 0x2027, 0x3000...0x3002,
            0x3008...0x3011, 0x30FB, 0xFF08, 0xFF09, 0xFF0C, 0xFF0F, 0xFF1A, 0xFF1D, 0xFF3B, 0xFF3D, 0xFF5C:
            return next - offset
        default: return nil
        }
    }

    private static func find(_ title: [UInt8], in text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        guard range.count >= title.count else { return nil }
        for start in range.lowerBound...range.upperBound - title.count
        where text[start] == title[0] && text[start..<start + title.count].elementsEqual(title) {
            return start..<start + title.count
        }
        return nil
    }

    static func bytes(_ words: String...) -> [[UInt8]] {
        words.flatMap { $0.split(separator: " ").map { Array($0.utf8) } }
    }

    private static let koreanTitles = bytes("기자 특파원 논설위원 편집위원 통신원")
    private static let hanTitles = bytes("记者 記者 通讯员 通訊員 特派员 特派員 編集委員 論説委員")
    private static let titles = koreanTitles + hanTitles
    /// What stands between a Korean name and the title: kinds of reporters.
    private static let koreanKinds = bytes(
        "선임 전문 객원 인턴 수습 취재 사진 문화 정치 경제 사회 의학 환경 과학 스포츠 국제 산업 금융 증권 전국 체육 편집 생활 교육",
        "법조 미디어 디지털 지역 외교 통일 북한 정책 탐사 기획 보도 온라인 영상 여론 부동산 건강 종교 군사 안보 유통 바이오 대"
    )
    /// What ends the name of a department, and the words for tasks that stand where a name may.
    private static let koreanDepartments = bytes("부 팀 국 실 데스크 부장 팀장")
    private static let koreanTasks = bytes("정리 글 기자명 그래픽 촬영 제작 구성 번역 진행 이름 작성 작성자")
    /// The last letters of what reporters have and do: `기자 간담회`, `기자 지망생`.
    private static let afterTitle = bytes("회 생 단 실 증 상 석 들 력 권 직 인 일 수")
    private static let verbs = bytes("报道 報道 報導 报导 摄影报道 摄 攝 撮影 电 電")
    private static let ours = bytes("本报 本報 本网 本網 本社 本刊 本台 我报 我報")

    /// The family names that nearly all Koreans have, of one syllable each.
    private static let familyNames = Set(
        "김이박최정강조윤장임한오서신권황안송류전홍유고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간견당"
            .unicodeScalars.map(\.value)
    )

    /// Family names that many Chinese have and with which few places begin.
    private static let hanFamilyNames = Set(
        "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范姚谭廖邹熊陆陸"
            .unicodeScalars.map(\.value)
    )
}
