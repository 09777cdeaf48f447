import Answers
import Pages
import Store

extension ExplainedDump {
    /// The least width of a line: in less, too little of a block's text would be left.
    private static let leastWidth = 60

    /// The explanation for a person: how the page was read, its blocks one a line, and its items.
    ///
    /// - Parameters:
    ///   - width: How many columns a line has.
    ///   - colours: Whether it goes to a terminal that shows colours.
    /// - Returns: Text that ends with a newline.
    func text(width: Int, colours: Bool) -> String {
        var sheet = ExplanationSheet(width: max(width, ExplainedDump.leastWidth), colours: colours)
        // If the dump is now read as another number of items, the number of the filed item can mean another one.
        if filed.count == explanation.page.items.count { sheet.wanted = item?.number }
        var text = head(sheet)
        text += "\n" + sheet.columns()
        for index in 0..<explanation.count {
            if let block = explanation.block(index) { text += sheet.lines(block) }
        }
        let lost = explanation.marks.filter { $0.block == nil }
        if !lost.isEmpty { text += "\nread outside every block\n" + sheet.notes(lost) }
        return text + "\n" + items(sheet)
    }

    private func head(_ sheet: ExplanationSheet) -> String {
        let page = explanation.page
        var text = sheet.field("dump", dump.sha256)
        text += sheet.field("", "\(dump.name), \(dump.bytes.count) bytes, \(dump.encoding)")
        if let item { text += sheet.field("asked for", "\(item.id), filed as item \(item.number)") }
        text += sheet.field("filed", filing)
        text += sheet.field("read as", "\(explanation.readAs), by \(Normaliser.version)")
        if let refusal = explanation.refusal { text += sheet.field("refused", refusal.detail) }
        text += sheet.field("layout", page.layout ?? "none fits")
        for (name, value) in [("site", page.site), ("tagline", page.tagline), ("page_on", page.pageOn)] {
            let rule = page.evidence.first { $0.field == name }?.rule
            text += sheet.field(name, value.map { "\($0)  [\(rule ?? "")]" } ?? "unknown")
        }
        return text + sheet.field("items", "\(page.articleCount) articles, \(page.teaserCount) teasers")
    }

    private func items(_ sheet: ExplanationSheet) -> String {
        var text = sheet.heading("items as read")
        for (place, item) in explanation.page.items.enumerated() {
            text += sheet.item("\(place + 1)", item)
            let known = Pages.Item.fields.dropFirst().filter { !item.value(of: $0).isEmpty }
            for field in known {
                let rule = item.evidence.first { $0.field == field }?.rule
                text += sheet.note("\(field): \(item.value(of: field))" + (rule.map { "  [\($0)]" } ?? ""))
            }
            let unknown = Pages.Item.fields.filter { item.value(of: $0).isEmpty }
            if !unknown.isEmpty { text += sheet.note("unknown: \(unknown.joined(separator: ", "))") }
        }
        return text
    }

    /// One JSON object with all of it.
    var json: String {
        JSON.object(
            [
                .init("dump", .text(dump.sha256)), .init("name", .text(dump.name)),
                .init("bytes", .integer(Int64(dump.bytes.count))), .init("encoding", .text(dump.encoding)),
                .init("same_text_as", .optional(dump.sameTextAs)), .init("filed_by", .text(dump.extractor)),
                .init("differences", .array(differences.map(JSON.text))),
                .init("asked_for", .optional(item?.id)), .init("asked_for_item", .optional(item?.number)),
            ] + explanation.members
        ).string + "\n"
    }
}
