import Pages
import Testing

@testable import Store

/// A store that files stories one after the other, and what must hold of it after each.
final class Newsroom {
    let scratch: ScratchStore
    private(set) var store: Store
    /// The lines as they were first made.
    private var written: [String] = []
    private var number = 0

    init() throws {
        scratch = try ScratchStore()
        store = scratch.store
    }

    /// Files a page of these stories.
    ///
    /// - Returns: The types of the changes that it made, without that of the dump and those of single rows.
    @discardableResult
    func tell(_ stories: Story...) throws -> [String] {
        try tell([stories])
    }

    /// Files some pages in one transaction.
    @discardableResult
    func tell(_ pages: [[Story]]) throws -> [String] {
        let now = scratch.now()
        let last = Int64(written.count)
        try store.inTransaction(at: now) { () throws(StoreError) in
            for stories in pages {
                number += 1
                let dump = ToldDump(stories, number: number)
                guard let filed = try? dump.filed else { continue }
                let delivery = ScratchStore.delivery(name: dump.name, at: now, size: filed.bytes.count)
                _ = try store.file(delivery, .page(filed))
            }
        }
        let made = try store.records(after: last, limit: 100_000)
        written += made.map { String(decoding: $0.line.dropLast(), as: UTF8.self) }
        return made.map(\.type).filter { !$0.hasPrefix("dump.") && !$0.hasPrefix("row.") }
    }

    /// Closes the store and opens it again.
    func reopen() throws {
        store = try ScratchStore.open(scratch.folder)
    }

    func ask(_ sql: String, columns: Int32 = 1) throws -> [String] { try store.ask(sql, columns: columns) }

    var articles: Int { get throws { try store.ask("SELECT id FROM articles").count } }

    /// The records of one type, the oldest first.
    func records(_ type: String) throws -> [ParsedRecord] {
        try written.map { try ParsedRecord($0) }.filter { $0.text("type") == type }
    }

    /// What appears where: the places of each article's texts, by the digest of the dump's text and the place on it.
    func articleParts() throws -> Set<Set<String>> {
        try parts("a.article_id")
    }

    /// The same of each group.
    func groupParts() throws -> Set<Set<String>> {
        try parts("(SELECT group_id FROM articles WHERE id = a.article_id)")
    }

    private func parts(_ key: String) throws -> Set<Set<String>> {
        var parts: [String: Set<String>] = [:]
        let rows = try store.ask(
            """
            SELECT \(key), d.text_sha256 || ' ' || a.ordinal FROM appearances a JOIN dumps d ON d.sha256 = a.dump_sha256
            WHERE a.kind = 'article' AND \(key) IS NOT NULL
            """,
            columns: 2
        )
        for row in rows {
            let cells = row.split(separator: "|").map(String.init)
            parts[cells[0], default: []].insert(cells[1])
        }
        return Set(parts.values)
    }

    /// Expects that all views agree, that the index and the tally are right, and that every line can be made anew.
    func expectSound(_ location: SourceLocation = #_sourceLocation) throws {
        for (what, sql) in Newsroom.faults {
            let found = try store.ask(sql)
            #expect(found == [], "\(what)", sourceLocation: location)
        }
        #expect(try store.tallyFaults() == [], sourceLocation: location)
        #expect(try store.indexDefect() == nil, sourceLocation: location)
        #expect(try store.structuralDefects() == [], sourceLocation: location)
        #expect(try groupsByCopies() == groupsByView(), sourceLocation: location)
        #expect(try scratch.lines() == written, sourceLocation: location)
    }

    /// Questions that must have no answer.
    private static let faults = [
        (
            "appearances are counted",
            """
            SELECT id FROM articles r WHERE appearances <>
                (SELECT count(*) FROM appearances a WHERE a.article_id = r.id)
            """
        ),
        (
            "revisions are counted",
            "SELECT id FROM articles r WHERE revisions <> (SELECT count(*) FROM revisions v WHERE v.article_id = r.id)"
        ),
        (
            "the newest revision is shown",
            """
            SELECT id FROM articles r WHERE NOT EXISTS (SELECT 1 FROM revisions v WHERE v.article_id = r.id
                AND v.revision = r.revision AND v.body = r.body AND v.title IS r.title)
            """
        ),
        (
            "every appearance leads to an article and one of its revisions",
            """
            SELECT dump_name FROM appearances a WHERE kind = 'article' AND NOT EXISTS (SELECT 1 FROM revisions v
                JOIN articles r ON r.id = v.article_id WHERE v.article_id = a.article_id AND v.revision = a.revision)
            """
        ),
        (
            "every revision is an article's",
            "SELECT article_id FROM revisions WHERE article_id NOT IN (SELECT id FROM articles)"
        ),
        (
            "every revision appeared",
            """
            SELECT article_id || ' ' || revision FROM revisions v WHERE NOT EXISTS
                (SELECT 1 FROM appearances a WHERE a.article_id = v.article_id AND a.revision = v.revision)
            """
        ),
        (
            "every other id leads to an article that is shown",
            """
            SELECT i.id FROM alias i JOIN article a ON a.key = i.article WHERE a.merged_into IS NOT NULL
            UNION ALL SELECT id FROM article WHERE merged_into IS NOT NULL AND id NOT IN (SELECT id FROM alias)
            """
        ),
        (
            "a group has two articles or more, and its origin among them",
            """
            SELECT group_id FROM groups g WHERE articles < 2 OR articles <>
                (SELECT count(*) FROM articles r WHERE r.group_id = g.group_id)
                OR likely_origin_id NOT IN (SELECT id FROM articles r WHERE r.group_id = g.group_id)
            UNION ALL SELECT id FROM syndication WHERE id NOT IN (SELECT group_id FROM groups)
            """
        ),
    ]

    private func groupsByView() throws -> Set<Set<String>> {
        var groups: [String: Set<String>] = [:]
        for row in try store.ask("SELECT group_id, id FROM articles WHERE group_id IS NOT NULL", columns: 2) {
            let cells = row.split(separator: "|").map(String.init)
            groups[cells[0], default: []].insert(cells[1])
        }
        return Set(groups.values)
    }

    /// The articles that chains of copies join.
    private func groupsByCopies() throws -> Set<Set<String>> {
        let rows = try store.ask(
            "SELECT a.id, b.id FROM copy c JOIN article a ON a.key = c.article JOIN article b ON b.key = c.other",
            columns: 2
        )
        var groups: [Set<String>] = []
        for row in rows {
            let pair = Set(row.split(separator: "|").map(String.init))
            let joined = groups.filter { !$0.isDisjoint(with: pair) }
            groups.removeAll { !$0.isDisjoint(with: pair) }
            groups.append(joined.reduce(pair) { $0.union($1) })
        }
        return Set(groups)
    }
}
