/// Reads a line of which the network says that it shows its item's date or names its author.
///
/// The network has seen the line's place on the page, so words that no rule understands may stand beside the date, and
/// the name may be one word, in small letters, or with digits: `by admin`, `Posted by Lolo in cookbook`.
struct LabelledLine {
    /// The most bytes of a line that is read.
    static let longest = 300
    /// The most bytes of a line that announces a name on the next.
    static let longestAnnouncement = 30
    /// The most bytes of a line that may tell its day by a word such as "yesterday".
    private static let longestRelative = 60
    /// The most words of one name, and of a line that names nobody by a word such as "by".
    private static let mostNameWords = 4

    private let line: BylineLine
    private let own: [DateReader.Found]
    private let others: [Range<Int>]

    init(_ text: [UInt8]) {
        line = BylineLine(text)
        let tokens = DateReader.tokens(of: text)
        let all = DateReader.dates(in: tokens)
        let whole = all.filter { !$0.isShort }
        var dates = whole.isEmpty ? Array(all.prefix(1)) : whole
        if dates.isEmpty, let relative = DateReader.relative(in: tokens) { dates = [relative] }
        // In a sentence, such as a caption's, "on Wednesday" is the day of what it tells.
        if text.count > LabelledLine.longestRelative, !DateReader.hasDigits(text) { dates = [] }
        (own, others) = BylineReader.storyDates(dates, line)
    }

    /// The line as a byline with its date; nil where it has none.
    func dated(_ byline: Byline?) -> Byline? {
        guard let first = own.first, first.meaning != .justNow else { return byline }
        var dated = byline ?? Byline(rule: "label.date")
        dated.isDateByLabel = true
        BylineDate.set(&dated, own, line)
        return dated
    }

    /// The names after a word that announces them.
    var announced: Byline.Part<[String]>? {
        let words = line.words(in: 0..<line.text.count)
        for (place, word) in words.enumerated() where LabelledLine.announces(line, word) {
            if let names = names(words[(place + 1)...]) { return names }
        }
        return nil
    }

    /// The name that stands alone beside the line's dates, labels and counts, or right beside its date.
    ///
    /// - Parameter isOfMenu: whether some words, in lower case, are an entry of the page's menus.
    /// - Returns: nil where there is none.
    func nameAlone(_ isOfMenu: ([UInt8]) -> Bool) -> Byline.Part<[String]>? {
        guard let pieces = BylinePieces(line, dates: own, others: others) else { return nil }
        guard pieces.rest.count == 1 || !own.isEmpty, let piece = piece(of: pieces) else {
            return nil
        }
        guard pieces.nameStart(of: piece) == nil else { return nil }
        var words = line.words(in: piece)[...]
        // The name of a section may stand before the writer's: `Politics Ada Marsh`.
        for count in stride(from: words.count, through: 1, by: -1) {
            guard let first = words.first, let last = words.prefix(count).last,
                isOfMenu(Array(line.lower[first.lowerBound..<last.upperBound]))
            else { continue }
            words = words.dropFirst(count)
            break
        }
        guard let first = words.first, (1...LabelledLine.mostNameWords).contains(words.count), let found = names(words),
            found.range == first.lowerBound..<piece.upperBound
        else { return nil }
        return found
    }

    /// The piece right before the date, or else the one right after it.
    ///
    /// A word that touches the date's digits was glued to it with whatever stood between.
    private func piece(of pieces: BylinePieces) -> Range<Int>? {
        guard let date = own.first?.range else { return pieces.rest.first }
        let before = pieces.rest.last { $0.upperBound <= date.lowerBound }
        let piece = before ?? pieces.rest.first
        guard let piece, piece.upperBound != date.lowerBound, piece.lowerBound != date.upperBound else { return nil }
        return piece
    }

    /// Whether the line is a few words of which the last announces a name on the next line: `Written by`.
    static func endsInAnnouncement(_ text: [UInt8]) -> Bool {
        let line = BylineLine(text)
        let words = line.words(in: 0..<text.count)
        guard words.count <= 3, let last = words.last, announces(line, last) else { return false }
        return LabelledLine(text).own.isEmpty
    }

    private static func announces(_ line: BylineLine, _ word: Range<Int>) -> Bool {
        let meaning = line.meaning(of: word)
        if meaning.has(.opening) { return true }
        return meaning.has(.heading)
            && (line.text[word].last == UInt8(ascii: ":") || word.lowerBound == 0 && meaning.isDisjoint(with: .genre))
    }

    /// The names that begin some words; they end where a word or a sign begins something else.
    private func names(_ words: ArraySlice<Range<Int>>) -> Byline.Part<[String]>? {
        var names: [[Range<Int>]] = [[]]
        for word in words {
            let bare = BylineLine.bare(line.text, word)
            if bare.isEmpty || isEnd(word, bare, isFirst: names.last?.isEmpty ?? true) {
                if line.meaning(of: word).has(.join), let last = names.last, !last.isEmpty,
                    !line.isCapital(word.lowerBound)
                {
                    names.append([])
                    continue
                }
                break
            }
            names[names.count - 1].append(bare)
            guard let sign = line.text[bare.upperBound..<word.upperBound].first else { continue }
            guard sign == UInt8(ascii: ",") || sign == UInt8(ascii: ";") || sign == UInt8(ascii: ".") else { break }
            if sign != UInt8(ascii: ".") { names.append([]) }
        }
        names.removeAll(where: \.isEmpty)
        guard let first = names.first?.first else { return nil }
        // After a name of two words with capitals, a town or a category is no second name.
        let full = names[0].count > 1
        names = names.enumerated().filter { $0.offset == 0 || full && $0.element.count > 1 }.map(\.element)
        guard names.allSatisfy({ $0.count <= LabelledLine.mostNameWords }), let last = names.last?.last,
            !LabelledLine.nobody.contains(Array(line.lower[first])), hasLetter(first)
        else { return nil }
        let values = names.compactMap { name in
            name.first.flatMap { start in name.last.map { line.string(start.lowerBound..<$0.upperBound) } }
        }
        return Byline.Part(value: values, range: first.lowerBound..<last.upperBound)
    }

    private func isEnd(_ word: Range<Int>, _ bare: Range<Int>, isFirst: Bool) -> Bool {
        if own.contains(where: { $0.range.overlaps(word) }) || others.contains(where: { $0.overlaps(word) }) {
            return true
        }
        if line.isNumber(bare) || !hasLetter(bare) || line.text[bare.lowerBound] == UInt8(ascii: "@") { return true }
        let meaning = line.meaning(of: word)
        if LabelledLine.ends.contains(Array(line.lower[bare])) { return true }
        if meaning.has([.mark, .update, .comments, .weekday, .opening, .heading]), !meaning.has(.given) { return true }
        if meaning.month != nil, !meaning.has(.given), !line.isCapital(bare.lowerBound) || isFirst { return true }
        if meaning.has([.stop, .label, .join]), !meaning.has([.particle, .given]) { return true }
        // A particle begins a name only with a capital.
        return meaning.has([.stop, .label]) && isFirst && !line.isCapital(bare.lowerBound)
    }

    private func hasLetter(_ word: Range<Int>) -> Bool {
        line.text[word].contains { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) }
    }

    /// Words that stand after the name in the line below a headline.
    private static let ends = Set(
        DateWords.words(
            "under in on at with tags tag tagged categories category permalink edit filed leave reply link share views",
            "view no one sous dans unter abgelegt kategorie kategorien schlagwörter en categoría categorías etiquetas",
            "em categoria categorias kategorier kategorie kategori nella categorie catégorie",
            "catégories w kategorii рубрика рубрике метки about"
        ).map { Array($0.utf8) }
    )

    /// Words that stand where a name may and name nobody.
    private static let nobody = Set(
        DateWords.words("the author authors our your a an email e-mail mail @").map { Array($0.utf8) }
    )
}
