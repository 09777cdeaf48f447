@testable import Pages

/// What must be true of every reading, whatever the bytes were.
///
/// The fuzz target (`.ci/fuzz`) compiles this file together with the sources of `Pages`; tests replay what it found.
struct ReadingCheck {
    let layouts: [Layout]

    /// Reads bytes of which the first says how: with layouts or without, and with which tables of characters.
    ///
    /// - Returns: what was wrong, in words; empty where all was as it must be. A refusal is as good as a page.
    func faults(in input: [UInt8]) -> [String] {
        guard let options = input.first else { return [] }
        let bytes = Array(input.dropFirst())
        guard let text = try? TextDecoder.decode(bytes, converter: converter(options)) else { return [] }
        var faults: [String] = []
        for line in text.lines where !(line.text.upperBound <= text.utf8.count && line.bytes.upperBound <= bytes.count)
        {
            faults.append("a line reaches past the text")
        }
        let normaliser = Normaliser(layouts: options & 1 == 0 ? [] : layouts)
        // One in sixteen is enough: what differs between two readings of one text differs often.
        let isSample = text.digest.hex.hasPrefix("0")
        guard let page = try? normaliser.read(text) else {
            if isSample, normaliser.explain(text).refusal == nil {
                faults.append("a refused page is explained as none")
            }
            return faults
        }
        if page.items.isEmpty { faults.append("a page without items was not refused") }
        for (index, item) in page.items.enumerated() {
            faults += self.faults(in: item, of: bytes.count).map { "item \(index): \($0)" }
        }
        let titles = page.items.flatMap { item in item.evidence.filter { $0.field == "title" } }.map(\.bytes)
        let ordered = titles.sorted { $0.lowerBound < $1.lowerBound }
        for (title, next) in zip(ordered, ordered.dropFirst()) where title.overlaps(next) {
            faults.append("two items have the same line for a headline, at \(title) and \(next)")
        }
        let fields = [page.site, page.tagline, page.pageOn, page.layout] + page.boilerplate.map(Optional.some)
        if fields.contains("") { faults.append("an empty string among the page's own fields") }
        faults += page.evidence.filter { $0.bytes.isEmpty || $0.bytes.upperBound > bytes.count }.map {
            "evidence of \($0.field) is not in the dump"
        }
        return isSample ? faults + self.faults(in: normaliser.explain(text), readAs: page.hashValue) : faults
    }

    /// Compares by number: the page that was read alone, kept until now, would count as memory that explaining takes.
    private func faults(in explanation: Explanation, readAs number: Int) -> [String] {
        var faults: [String] = []
        if explanation.page.hashValue != number {
            faults.append("a second reading, with its reasons, gave another page")
        }
        for index in 0..<explanation.count {
            guard let block = explanation.block(index) else {
                faults.append("block \(index) is not explained")
                continue
            }
            let share = block.odds.map { $0.probability + $0.runnerUpProbability } ?? 0
            if !(0...1.000_001).contains(share) { faults.append("block \(index) is sure by \(share)") }
            for (mark, place) in zip(block.marks, block.places) {
                if !block.bytes.contains(mark.evidence.bytes.lowerBound) {
                    faults.append("\(mark.evidence.field) is marked on block \(index), where it is not")
                }
                if let place, place.upperBound > block.text.utf8.count {
                    faults.append("the mark of \(mark.evidence.field) reaches past its block")
                }
            }
        }
        return faults
    }

    private func faults(in item: Item, of count: Int) -> [String] {
        var faults: [String] = []
        if item.bytes.isEmpty { faults.append("has no bytes") }
        if item.bytes.lowerBound < 0 || item.bytes.upperBound > count { faults.append("is not in the dump") }
        let texts = [
            item.title, item.byline, item.outlet, item.publishedOn, item.publishedAt, item.postedOn, item.language,
        ]
        if texts.contains("") || item.authors.contains("") || item.categories.contains("") {
            faults.append("has an empty string where nothing is known")
        }
        // A post of which only headline and byline are left is one; nothing at all is none.
        if item.title == nil, item.body.isEmpty { faults.append("has neither a title nor a body") }
        if item.wordCount == 0, item.body.utf8.contains(where: BlockText.isDigitByte) {
            faults.append("has a body and no words")
        }
        for evidence in item.evidence {
            if evidence.bytes.isEmpty { faults.append("evidence of \(evidence.field) has no bytes") }
            if evidence.bytes.lowerBound < item.bytes.lowerBound || evidence.bytes.upperBound > item.bytes.upperBound {
                faults.append("evidence of \(evidence.field) \(evidence.bytes) is outside of the item \(item.bytes)")
            }
        }
        return faults
    }

    /// Tables such as the system gives them, and some that it should never give.
    private func converter(_ options: UInt8) -> TextDecoder.Converter? {
        switch options >> 1 & 3 {
        case 0: nil
        case 1: { _, lines in ReadingCheck.scalars(for: lines) }
        // Cut short, as where the system fails on the way.
        case 2: { _, lines in Array(ReadingCheck.scalars(for: lines).dropLast(lines.count / 2)) }
        default: { encoding, lines in encoding == .big5 ? nil : lines.map { UInt32($0) &* 0x10101 } }
        }
    }

    /// One common character of East Asia for each line.
    private static func scalars(for lines: [UInt8]) -> [UInt32] {
        var scalars: [UInt32] = []
        var key: UInt32 = 0
        for byte in lines {
            if byte == 0x0A {
                scalars += [0x4E00 + key % 0x3000, 0x0A]
                key = 0
            } else {
                key = key &* 31 &+ UInt32(byte)
            }
        }
        return scalars
    }
}
