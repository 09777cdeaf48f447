/// Reads the names that labels announce where signs other than a colon part the two: `文/王小明`, `文・写真：山田花子`.
///
/// A line is labels and names alone, each label before its names; those of photographers and editors are left out.
extension TitledName {
    /// Whom a label announces.
    private enum Label { case writer, other, source }

    /// Whether a line begins with a label and a sign, or has a place or department before a name.
    static func isLabelled(_ text: [UInt8]) -> Bool {
        var titled = TitledName()
        // A date may follow.
        let end = text.firstIndex(where: BlockText.isDigitByte) ?? text.count
        return titled.readLabels(text, 0..<end)
    }

    /// Takes the names of a line of labels and names; false where it is no such line.
    mutating func readLabels(_ text: [UInt8], _ piece: Range<Int>) -> Bool {
        let whole = TitledName.letters(text, piece)
        guard whole.count >= 9, text[whole.lowerBound] >= 0xE3, text[whole.lowerBound] <= 0xEF else { return false }
        if readPlaced(text, piece, whole) { return true }
        let words = TitledName.split(text, whole)
        guard words.count >= 2, words.count <= 12, TitledName.label(text[words[0]]) != nil,
            TitledName.hasSign(text, words[0].upperBound..<words[1].lowerBound)
                || TitledName.isKoreanName(text, words[1]) && words[1].count == 9
        else { return false }
        var label: Label?
        var found: [Range<Int>] = []
        var foundOutlet: Range<Int>?
        var isNew = false
        for word in words {
            if let next = TitledName.label(text[word]) {
                // Both labels of `文・写真：山田花子` belong to one name.
                if !(isNew && label == .writer && TitledName.follows(text, word)) { label = next }
                isNew = true
                continue
            }
            isNew = false
            switch label {
            case .writer:
                guard TitledName.isHanName(text, word, most: 6) || TitledName.isKoreanName(text, word),
                    !OutletName.hasEnd(text[word])
                else { return false }
                found.append(word)
            case .source: if OutletName.hasEnd(text[word]) { foundOutlet = word }
            default: continue
            }
        }
        guard !found.isEmpty else { return false }
        // In `文・山田 花子` the space stands within the name.
        if found.count == 2, found[0].upperBound + 1 == found[1].lowerBound, text[found[0].upperBound] == 0x20,
            TitledName.isShort(found[0]), TitledName.isShort(found[1]), text[words[0].upperBound] >= 0x80
        {
            found = [found[0].lowerBound..<found[1].upperBound]
        }
        authors = found
        outlet = foundOutlet
        return true
    }

    /// Takes the name after a place or a department: `【ロンドン=山田花子】`, `ロンドン支局 山田花子`.
    private mutating func readPlaced(_ text: [UInt8], _ piece: Range<Int>, _ whole: Range<Int>) -> Bool {
        let words = TitledName.split(text, whole)
        let isEnclosed = whole.count < piece.count
        if words.count <= 4,
            words.allSatisfy({ TitledName.hasSurname(text[$0]) && TitledName.isHanName(text, $0, most: 6) }),
            isEnclosed || words.count > 1
        {
            authors = words
            return true
        }
        // A space may part the two names: `山田 花子`; and a job may follow in brackets: `山田花子（ライター）`.
        if words.count == 2, isEnclosed, TitledName.surnames.contains(where: { text[words[0]].elementsEqual($0) }),
            text[words[0].upperBound..<words[1].lowerBound].elementsEqual([0x20]), words[1].count <= 9,
            TitledName.isHanName(text, words[1], most: 3)
        {
            authors = [whole]
            return true
        }
        if words.count == 2, TitledName.hasSurname(text[words[0]]), TitledName.isHanName(text, words[0], most: 6),
            TitledName.jobs.contains(where: { text[words[1]].elementsEqual($0) })
        {
            authors = [words[0]]
            return true
        }
        guard words.count == 2, words[1].count >= 9, TitledName.isHanName(text, words[1], most: 6),
            !OutletName.hasEnd(text[words[1]]), TitledName.isHanName(text, words[0], most: 8)
        else { return false }
        let between = text[words[0].upperBound..<words[1].lowerBound]
        let isDepartment = TitledName.departments.contains { text[words[0]].suffix($0.count).elementsEqual($0) }
        guard
            between.elementsEqual([UInt8(ascii: "=")])
                && (TitledName.isKatakana(text[words[0]]) || TitledName.hasSurname(text[words[1]]))
                || isDepartment && between.count <= 3
        else { return false }
        authors = [words[1]]
        return true
    }

    private static func isShort(_ word: Range<Int>) -> Bool { word.count <= 9 }

    private static func label(_ word: ArraySlice<UInt8>) -> Label? {
        if writers.contains(where: { word.elementsEqual($0) }) { return .writer }
        if others.contains(where: { word.elementsEqual($0) }) { return .other }
        return sources.contains { word.elementsEqual($0) } ? .source : nil
    }

    /// Whether more than spaces stands in a range.
    private static func hasSign(_ text: [UInt8], _ range: Range<Int>) -> Bool {
        text[range].contains { $0 != 0x20 } && !text[range].elementsEqual([0xE3, 0x80, 0x80])
    }

    /// Whether a middle dot stands right before a word.
    private static func follows(_ text: [UInt8], _ word: Range<Int>) -> Bool {
        let dots: [[UInt8]] = [[0xE3, 0x83, 0xBB], [0xC2, 0xB7], [0xE3, 0x80, 0x81]]
        return dots.contains { text[..<word.lowerBound].suffix($0.count).elementsEqual($0) }
    }

    private static func hasSurname(_ name: ArraySlice<UInt8>) -> Bool {
        name.count >= 9 && surnames.contains { name.starts(with: $0) }
    }

    private static let writers = bytes("文 글 作者 撰文 撰稿 取材 執筆 筆者 著者 ライター 寄稿 文章 采写 採訪 编译")
    private static let others = bytes(
        "写真 사진 그래픽 영상 撮影 図 图 圖 图片 圖片 摄影 攝影 编辑 編輯 編集 责编 責編 责任编辑 責任編輯 校对 校對 构成 構成 イラスト 監修 翻訳 制图"
    )
    private static let jobs = bytes("ジャーナリスト ライター フリーライター コラムニスト 評論家 作家 記者 編集者 教授 写真家")
    private static let sources = bytes("来源 來源 出典 提供")
    private static let departments = bytes("支局 総局 編集部 編集局 報道部 社会部 政治部 経済部 国際部 文化部 運動部 科学部")

    /// The family names that most Japanese have, of two letters each.
    private static let surnames = bytes(
        "佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 清水 山崎 池田 橋本 阿部 石川",
        "山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 斎藤 福田 太田 西村 藤井 金子 岡本 藤原",
        "三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 内田 柴田 酒井 宮崎 横山 高木 安藤 宮本 大野 小島"
    )
}
