import Pages
import Testing

@testable import Store

/// What is left of a dump or an article that was forgotten.
@Suite struct ForgettingTests {
    private let first = "The council met on Monday. It spoke about the bridge for two hours and then went home again."
    private let edited = "The council met on Monday. It spoke about the bridge for six hours and then went home again."

    private func story(_ body: String, _ title: String = "The bridge") -> Item { ScratchStore.article(title, body) }

    @Test func `a dump goes with the revision that only it showed, and the one before is the newest again`() throws {
        let world = try ForgettingWorld()
        _ = try world.take([story(first)], name: "one")
        let second = try world.take([story(edited)], name: "two")
        #expect(try world.forget(second) == ["article.revised", "dump.deleted"])
        #expect(try world.ask("SELECT revision, revisions, appearances, body FROM articles", 4) == ["1|1|1|\(first)"])
        let record = try ParsedRecord(try #require(try world.scratch.lines().dropLast().last))
        #expect(record.changed == ["revision", "revisions", "last_seen_at", "appearances"])
        #expect(record.text("cause") == "operator")
        try world.check()
        // Its number is not given again.
        _ = try world.take([story(edited)], name: "three")
        #expect(try world.ask("SELECT revision FROM revisions ORDER BY 1") == ["1", "3"])
        try world.check()
    }

    @Test func `a text that another dump shows too stays, outside of the dump that goes`() throws {
        let world = try ForgettingWorld()
        let one = try world.take([story(first)], name: "one")
        let two = try world.take([story(first), story("Another story stands beside it here.", "Beside")], name: "two")
        #expect(try world.forget(one) == ["article.seen", "dump.deleted"])
        #expect(
            try world.ask("SELECT dump_sha256, body FROM revisions WHERE title = 'The bridge'", 2) == [
                "\(two)|\(first)"
            ]
        )
        #expect(try world.ask("SELECT appearances FROM articles WHERE title = 'The bridge'") == ["1"])
        try world.check()
        #expect(try world.forget(two).filter { $0 == "article.deleted" }.count == 2)
        #expect(try world.ask("SELECT count(*) FROM articles") == ["0"])
        try world.check()
    }

    @Test func `a dump that comes again fills its row again`() throws {
        let world = try ForgettingWorld()
        let items = [story(first), ScratchStore.teaser("A teaser", "Of a story that is told elsewhere.")]
        let one = try world.take(items, name: "one")
        _ = try world.forget(one)
        #expect(try world.ask("SELECT count(*) FROM dumps UNION ALL SELECT count(*) FROM teasers") == ["0", "0"])
        #expect(try world.ask("SELECT id FROM forgotten WHERE kind = 'dump'") == [one])
        #expect(try world.take(items, name: "one") == one)
        #expect(try world.ask("SELECT deliveries FROM dumps") == ["2"])
        #expect(try world.ask("SELECT count(*) FROM forgotten") == ["0"])
        #expect(try world.ask("SELECT outcome FROM deliveries") == ["new", "new"])
        try world.check()
    }

    @Test func `the same text in other bytes inherits what a dump showed`() throws {
        let world = try ForgettingWorld()
        let one = try world.take([story(first)], name: "one")
        let marked = try world.take([story(first)], name: "two", mark: "\u{FEFF}")
        #expect(try world.forget(one) == ["dump.deleted"])
        #expect(try world.ask("SELECT sha256, same_text_as FROM dumps", 2) == ["\(marked)|"])
        #expect(try world.ask("SELECT dump_sha256, body FROM appearances", 2) == ["\(marked)|\(first)"])
        try world.check()
        _ = try world.forget(marked)
        #expect(try world.ask("SELECT count(*) FROM articles") == ["0"])
        try world.check()
    }

    @Test func `an article goes with the bytes of every dump that showed it; its neighbours stay`() throws {
        let world = try ForgettingWorld()
        let other = "Another story stands beside it here, and it stays what it was."
        let one = try world.take([story(first), story(other, "Beside")], name: "one")
        let two = try world.take([story(edited)], name: "two")
        let id = try #require(try world.ask("SELECT id FROM articles WHERE title = 'The bridge'").first)
        #expect(try world.forget(id) == ["dump.deleted", "article.deleted"])
        #expect(try world.ask("SELECT title, body FROM articles", 2) == ["Beside|\(other)"])
        #expect(try world.ask("SELECT sha256 FROM dumps") == [one])
        #expect(try world.ask("SELECT count(*) FROM original") == ["0"])
        #expect(Set(try world.ask("SELECT id FROM forgotten WHERE kind <> 'text'")) == [id, one, two])
        #expect(try world.ask("SELECT count(*) FROM forgotten WHERE kind = 'text'") == ["2"])
        #expect(!(try world.scratch.lines().joined().contains("bridge")))
        try world.check()
    }

    @Test func `what is blocked is refused by its bytes, its id and its text`() throws {
        let world = try ForgettingWorld()
        let items = [story(first)]
        _ = try world.take(items, name: "one")
        let id = try #require(try world.ask("SELECT id FROM articles").first)
        _ = try world.forget(id, blocks: true)
        #expect(try world.refusal(of: items)?.reason == .blocked)
        #expect(try world.refusal(of: [story(edited)])?.detail.contains("is blocked: a test") == true)
        #expect(try world.refusal(of: [story(first.uppercased(), "Elsewhere")])?.reason == .blocked)
        #expect(try world.refusal(of: [story(edited, "Elsewhere")]) == nil)
        let grave = try #require(try world.scratch.store.tombstones(startingWith: id).first)
        #expect(
            try world.scratch.store.inTransaction(at: world.scratch.now()) { () throws(StoreError) in
                try world.scratch.store.setBlocked(false, grave)
            }
        )
        #expect(try world.refusal(of: items) == nil)
    }

    @Test func `a group loses the article that goes`() throws {
        let world = try ForgettingWorld()
        let long = (1...12).map { "Sentence \($0) of the agency tells what happened at the harbour on that day." }
            .joined(separator: " ")
        for site in ["Alder Post", "Birch Post"] {
            _ = try world.take([story(long, "At the harbour")], name: site, site: site)
        }
        #expect(try world.ask("SELECT articles FROM groups") == ["2"])
        let id = try #require(try world.ask("SELECT id FROM articles ORDER BY id").first)
        #expect(try world.forget(id).contains("group.changed"))
        #expect(try world.ask("SELECT count(*) FROM groups") == ["0"])
        try world.check()
    }

    @Test(arguments: Array(0..<40) + [111, 138, 161, 192, 328]) func `whatever is forgotten, all that is left agrees`(
        seed: UInt64
    ) throws {
        var dice = ForgettingDice(state: seed &* 7919 &+ 1)
        let world = try ForgettingWorld()
        var dumps: [String: (items: [Item], site: String?)] = [:]
        for step in 0..<24 {
            if dumps.isEmpty || dice.roll(3) > 0 {
                let items = (0..<1 + dice.roll(3)).map { _ in ForgettingWorld.item(&dice) }
                let site = [nil, "Alder Post", "Birch Post"][dice.roll(3)]
                let sha256 = try world.take(
                    items,
                    name: "dump \(step)",
                    mark: dice.roll(6) == 0 ? "\u{FEFF}" : "",
                    site: site
                )
                dumps[sha256] = (items, site)
            } else {
                let ids = try world.ask("SELECT sha256 FROM dumps UNION SELECT id FROM articles ORDER BY 1")
                guard !ids.isEmpty else { continue }
                let id = ids[dice.roll(ids.count)]
                _ = try world.forget(id)
                try world.check("step \(step), without \(id)")
            }
            try world.check("step \(step)")
        }
        for (_, page) in dumps.sorted(by: { $0.key < $1.key }) {
            _ = try world.take(page.items, name: "again", site: page.site)
            try world.check()
        }
        while let id = try world.ask("SELECT id FROM articles ORDER BY 1").first {
            _ = try world.forget(id)
            try world.check()
        }
        #expect(try world.ask("SELECT count(*) FROM revision UNION ALL SELECT count(*) FROM clue") == ["0", "0"])
    }
}
