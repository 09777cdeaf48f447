package import Pages
package import Store

/// A dump that was read once more, together with what was filed from it.
package struct ExplainedDump {
    /// The item that was asked for.
    package struct Item {
        package let id: String
        /// Its place on the page when it was filed, from 1.
        package let number: Int
    }

    package let dump: Store.OriginalDump
    package let item: Item?
    package let explanation: Explanation
    /// The items as they were filed, rows of the view `appearances`.
    package let filed: [[JSON.Member]]

    /// How what was filed differs from what is read now; empty where it does not.
    package var differences: [String] {
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
            let old = filed.plain(field)
            let new = field == "kind" ? item.kind.rawValue : item.value(of: field)
            // Long values were cut for their columns, so of these only the beginnings are compared.
            guard old != new, !(old.utf8.count > 200 && new.hasPrefix(old.prefix(100))) else { continue }
            differences.append("item \(number): \(field) was \(shown(old)), is \(shown(new))")
        }
        if item.kind == .article, filed.plain("kind") == "article", filed.plain("body") != item.body {
            differences.append("item \(number): the body differs")
        }
        return differences
    }

    private static func shown(_ value: String) -> String {
        value.isEmpty ? "unknown" : "“\(value.prefix(60))”"
    }

    /// One line on how the dump was filed.
    package var filing: String {
        let other = dump.sameTextAs.map { " (as the dump \($0.prefix(12)), the same text)" } ?? ""
        let found = differences
        guard !found.isEmpty else { return "by \(dump.extractor)\(other), the same as read here" }
        let more = found.count > 3 ? "; \(found.count - 3) more" : ""
        return "by \(dump.extractor)\(other), otherwise: \(found.prefix(3).joined(separator: "; "))\(more)"
    }
}
