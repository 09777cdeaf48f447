import Pages
import Store

extension Reader {
    /// One article or teaser with its fields and history, for a person or as JSON.
    ///
    /// - Parameters:
    ///   - id: The id, or enough of its first characters.
    ///   - revision: Which revision's text; nil for the newest.
    ///   - asJSON: One JSON object instead of text.
    /// - Returns: Text that ends with a newline.
    /// - Throws: `Fault` where there is no such article, teaser or revision.
    package func show(_ id: String, revision: Int?, asJSON: Bool) throws(Fault) -> String {
        let id = try fullID(id)
        if let teaser = try rows(.teaser, id).first {
            return asJSON
                ? JSON.object(teaser).string + "\n"
                : Reader.fields(teaser, leavingOut: ["summary"])
                    + "\n" + Console.safe(Reader.plain(teaser.first { $0.name == "summary" }?.value)) + "\n"
        }
        guard var article = try rows(.article, id).first else { throw Fault(.refused, "no article has the id \(id)") }
        let revisions = try rows(.revisions, id)
        if let revision {
            let old = try Reader.revision(revision, of: revisions, id)
            for member in old {
                if let index = article.firstIndex(where: { $0.name == member.name }) { article[index] = member }
            }
        }
        let appearances = try rows(.appearances, id)
        if asJSON {
            return JSON.object(
                article + [
                    .init("history", .array(revisions.map { .object($0.filter { $0.name != "body" }) })),
                    .init("seen", .array(appearances.map { .object($0.filter { $0.name != "body" }) })),
                ]
            ).string + "\n"
        }
        var text = Reader.fields(article, leavingOut: ["body", "authors_json", "categories_json"])
        text += "\nhistory\n"
        for revision in revisions {
            text +=
                "  \(Reader.plain(revision, "revision"))  \(Reader.plain(revision, "seen_at"))  "
                + "\(Reader.plain(revision, "nature")), by \(Reader.plain(revision, "cause"))  "
                + "dump \(Reader.plain(revision, "dump_sha256").prefix(12))\n"
        }
        text += "\nseen in\n"
        for place in appearances {
            text +=
                "  \(Console.safe(Reader.plain(place, "dump_name")))  item \(Reader.plain(place, "ordinal"))  "
                + "bytes \(Reader.plain(place, "byte_start"))-\(Reader.plain(place, "byte_end"))\n"
        }
        return text + "\n" + Console.safe(Reader.plain(article, "body")) + "\n"
    }

    /// What differs between two revisions, paragraph by paragraph: `-` gone, `+` new.
    package func diff(_ id: String, _ one: Int, _ other: Int) throws(Fault) -> String {
        let id = try fullID(id)
        let revisions = try rows(.revisions, id)
        func paragraphs(_ number: Int) throws(Fault) -> [String] {
            let row = try Reader.revision(number, of: revisions, id)
            return [Reader.plain(row, "title")] + Reader.plain(row, "body").split(separator: "\n").map(String.init)
        }
        let old = try paragraphs(one)
        let new = try paragraphs(other)
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var text = ""
        var place = 0
        for (offset, paragraph) in new.enumerated() {
            while place < old.count, removed.contains(place) {
                text += "- \(Console.safe(old[place]))\n"
                place += 1
            }
            if inserted.contains(offset) { text += "+ \(Console.safe(paragraph))\n" } else { place += 1 }
        }
        for gone in old[min(place, old.count)...] { text += "- \(Console.safe(gone))\n" }
        return text
    }

    private func rows(_ lookup: Store.Lookup, _ id: String) throws(Fault) -> [[JSON.Member]] {
        try storing { () throws(StoreError) in try store.rows(lookup, id: id) }
    }

    func fullID(_ id: String) throws(Fault) -> String {
        let found = try storing { () throws(StoreError) in try store.ids(startingWith: id) }
        if found.contains(id) { return id }
        switch found.count {
        case 0: throw Fault(.refused, "no article and no teaser has the id \(Console.safe(id))")
        case 1: return found[0]
        default:
            throw Fault(
                .refused,
                "more than one id begins with \(Console.safe(id)): \(found.joined(separator: ", ")) …"
            )
        }
    }

    private static func revision(_ number: Int, of revisions: [[JSON.Member]], _ id: String) throws(Fault)
        -> [JSON.Member]
    {
        guard let row = revisions.first(where: { plain($0, "revision") == String(number) }) else {
            throw Fault(.refused, "\(id) has no revision \(number), only 1 to \(revisions.count)")
        }
        return row
    }

    /// `name   value` lines of what is known.
    private static func fields(_ row: [JSON.Member], leavingOut hidden: Set<String>) -> String {
        row.filter { !hidden.contains($0.name) && $0.value != .null }.map { member in
            member.name + String(repeating: " ", count: max(1, 16 - member.name.count))
                + Console.safe(plain(member.value)) + "\n"
        }.joined()
    }

    static func plain(_ row: [JSON.Member], _ name: String) -> String {
        plain(row.first { $0.name == name }?.value)
    }

    static func plain(_ value: JSON?) -> String {
        switch value {
        case .text(let text), .written(let text): text
        case .integer(let number): String(number)
        default: ""
        }
    }
}
