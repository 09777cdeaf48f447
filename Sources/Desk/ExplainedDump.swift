import Pages
import Store

/// A dump read once more, beside what was filed from it.
package struct ExplainedDump {
    /// The item that was asked for.
    struct Item {
        let id: String
        /// Its place on the page when it was filed, from 1.
        let number: Int
    }

    let dump: Store.OriginalDump
    let item: Item?
    let explanation: Explanation
    /// The items as they were filed, rows of the view `appearances`.
    let filed: [[JSON.Member]]

    /// How what was filed differs from what is read now; empty where it does not.
    var differences: [String] {
        let items = explanation.page.items
        guard filed.count == items.count else {
            return ["\(filed.count) \(filed.count == 1 ? "item was" : "items were") filed, \(items.count) are read now"]
        }
        return zip(filed, items).enumerated().flatMap { place, pair in
            ExplainedDump.differences(place + 1, pair.0, pair.1)
        }
    }

    private static func differences(_ number: Int, _ filed: [JSON.Member], _ item: Pages.Item) -> [String] {
        var differences: [String] = []
        let fields = ["kind", "title", "authors", "outlet", "published_on", "posted_on", "categories"]
        for field in fields {
            let old = Reader.plain(filed, field)
            let new = field == "kind" ? item.kind.rawValue : item.value(of: field)
            // Long values were cut for their columns.
            guard old != new, !(old.utf8.count > 200 && new.hasPrefix(old.prefix(100))) else { continue }
            differences.append("item \(number): \(field) was \(shown(old)), is \(shown(new))")
        }
        if item.kind == .article, Reader.plain(filed, "kind") == "article", Reader.plain(filed, "body") != item.body {
            differences.append("item \(number): the body differs")
        }
        return differences
    }

    private static func shown(_ value: String) -> String {
        value.isEmpty ? "unknown" : "“\(value.prefix(60))”"
    }

    /// One line on how it was filed.
    var filing: String {
        let other = dump.sameTextAs.map { " (as the dump \($0.prefix(12)), the same text)" } ?? ""
        let found = differences
        guard !found.isEmpty else { return "by \(dump.extractor)\(other), the same as read here" }
        let more = found.count > 3 ? "; \(found.count - 3) more" : ""
        return "by \(dump.extractor)\(other), otherwise: \(found.prefix(3).joined(separator: "; "))\(more)"
    }

    /// One JSON object with all of it.
    package var json: String {
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
