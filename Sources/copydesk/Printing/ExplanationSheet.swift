import Pages

/// Lays out an explained page for a person: in columns, with notes below their lines and colours on a terminal.
struct ExplanationSheet {
    let width: Int
    let colours: Bool
    /// The item that was asked for, by its number; its blocks carry a mark.
    var wanted: Int?

    private static let itemWidth = 4
    private static let labelWidth = 12
    private static let sureWidth = 7
    private static let otherWidth = 18
    /// The column where a block's text begins.
    private static let indent = itemWidth + labelWidth + sureWidth + otherWidth
    /// A second label that is less likely than this is not shown.
    private static let leastOther = 0.05

    // MARK: parts of the page

    func field(_ name: String, _ value: String) -> String {
        paragraph(ExplanationSheet.padded(name, 12), value, style: nil)
    }

    func heading(_ text: String) -> String {
        styled(Console.safe(text), .bold) + "\n"
    }

    func columns() -> String {
        heading(
            ExplanationSheet.padded("item", ExplanationSheet.itemWidth + 1)
                + ExplanationSheet.padded("label", ExplanationSheet.labelWidth - 1)
                + ExplanationSheet.padded(" sure", ExplanationSheet.sureWidth)
                + ExplanationSheet.padded("or else", ExplanationSheet.otherWidth) + "text"
        )
    }

    func item(_ number: String, _ item: Item) -> String {
        let about = "\(item.kind.rawValue), \(item.wordCount) words: "
        return paragraph(
            ExplanationSheet.rightPadded(number, 3) + "  ",
            about + (item.title ?? "(no title)"),
            style: nil
        )
    }

    func note(_ text: String) -> String {
        paragraph("       ", text, style: .dim)
    }

    // MARK: blocks

    /// The line of a block, and the notes on it in the lines below.
    func lines(_ block: Explanation.Block) -> String {
        let odds = block.odds
        let isOutside = block.label == .outside
        let number = block.use?.item.map { ($0 == wanted ? ">" : "") + String($0) } ?? (block.use == nil ? "" : "page")
        var text = ExplanationSheet.rightPadded(number, ExplanationSheet.itemWidth) + " "
        // On a page that a layout read, the block of a field like `site` is labelled outside; its role says more.
        let role = odds == nil && block.use?.item == nil ? block.use?.role.rawValue : nil
        let label = ExplanationSheet.padded(role ?? "\(block.label)", ExplanationSheet.labelWidth - 1)
        text += styled(label, isOutside ? .dim : .green)
        let likely = odds.flatMap { $0.runnerUpProbability >= ExplanationSheet.leastOther ? $0.runnerUp : nil }
        if let odds {
            text += ExplanationSheet.padded(
                ExplanationSheet.rightPadded(ExplanationSheet.share(odds.probability), ExplanationSheet.sureWidth - 2),
                ExplanationSheet.sureWidth
            )
            let other = likely.map { "\($0) \(ExplanationSheet.share(odds.runnerUpProbability))" } ?? ""
            text += styled(ExplanationSheet.padded(other, ExplanationSheet.otherWidth), .yellow)
        } else {
            let room = ExplanationSheet.sureWidth + ExplanationSheet.otherWidth
            let rule = TerminalText.cut(TerminalText.line(block.rule ?? "layout"), to: room - 1)
            text += ExplanationSheet.padded(" " + rule, room)
        }
        text += marked(block) + "\n" + notes(block.marks)
        if let remark = ExplanationSheet.remark(block) { text += below(remark) }
        let isHead = block.marks.contains { !["body", "summary"].contains($0.evidence.field) }
        if !block.reasons.isEmpty, likely != nil || isHead, let other = odds?.runnerUp {
            let reasons = block.reasons.map { reason in
                reason.weight.map { "\(reason.name) \(ExplanationSheet.signed($0))" } ?? "\(reason.name) rules it out"
            }
            text += below("rather than \(other): \(reasons.joined(separator: ", "))")
        }
        return text
    }

    /// One note for each field.
    func notes(_ marks: [Explanation.Mark]) -> String {
        marks.map { mark in
            let owner = mark.item.map { "\($0) " } ?? ""
            let value = TerminalText.cut(TerminalText.line(mark.value), to: 60)
            return below("[\(owner)\(mark.evidence.field): \(value) by rule \(mark.evidence.rule)]", style: .cyan)
        }.joined()
    }

    /// A note on a block that was not used as its label says; nil for any other.
    private static func remark(_ block: Explanation.Block) -> String? {
        guard block.odds != nil else { return nil }
        let isOutside = block.label == .outside
        switch (block.use, isOutside) {
        case (let use?, true): return use.item.map { "yet item \($0) took it as its \(use.role.rawValue)" }
        case (nil, false): return "yet no item took it"
        default: return nil
        }
    }

    /// The text of a block, cut to its column; on a terminal the bytes of its fields are underlined.
    private func marked(_ block: Explanation.Block) -> String {
        let text = TerminalText.cut(TerminalText.line(block.text), to: width - ExplanationSheet.indent)
        guard colours else { return text }
        let utf8 = Array(block.text.utf8)
        var isMarked = [Bool](repeating: false, count: utf8.count)
        for (mark, place) in zip(block.marks, block.places) {
            guard let place, !["body", "summary"].contains(mark.evidence.field) else { continue }
            for offset in place.clamped(to: utf8.indices) { isMarked[offset] = true }
        }
        var shown = ""
        var offset = 0
        var isOn = false
        // Each scalar of the block's text is shown as one scalar, so both texts can be walked through side by side.
        for (own, scalar) in zip(block.text.unicodeScalars, text.unicodeScalars) {
            let isIn = offset < isMarked.count && isMarked[offset]
            if isIn != isOn { shown += isIn ? TerminalStyle.underlined.rawValue : TerminalStyle.plain.rawValue }
            isOn = isIn
            shown.unicodeScalars.append(scalar)
            offset += UTF8.width(own)
        }
        return isOn ? shown + TerminalStyle.plain.rawValue : shown
    }

    private func below(_ text: String, style: TerminalStyle = .dim) -> String {
        paragraph(String(repeating: " ", count: ExplanationSheet.itemWidth + 3), text, style: style)
    }

    // MARK: words and numbers

    /// Text next to a margin, broken between words where it is longer than a line.
    private func paragraph(_ margin: String, _ text: String, style: TerminalStyle?) -> String {
        let lines = TerminalText.wrapped(TerminalText.line(text), to: max(20, width - margin.count))
        let blank = String(repeating: " ", count: margin.count)
        return lines.enumerated().map { place, line in
            (place == 0 ? margin : blank) + (style.map { styled(line, $0) } ?? line) + "\n"
        }.joined()
    }

    private func styled(_ text: String, _ style: TerminalStyle) -> String {
        colours ? style.of(text) : text
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    static func rightPadded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    static func share(_ probability: Double) -> String {
        "\(Int((min(1, max(0, probability)) * 100).rounded())) %"
    }

    /// A number with a sign and two digits after the point.
    static func signed(_ number: Double) -> String {
        let hundredths = Int(exactly: (number.magnitude * 100).rounded()) ?? .max
        return "\(number < 0 ? "-" : "+")\(hundredths / 100).\(String(100 + hundredths % 100).dropFirst())"
    }
}
