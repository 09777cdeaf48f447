import Pages
import Testing

@testable import Store

/// The full-text index.
@Suite struct SearchTests {
    private func scratch() throws -> ScratchStore {
        let scratch = try ScratchStore()
        try scratch.take(
            ScratchStore.page([ScratchStore.article("Harbour", "The lighthouse keeper counted gulls all day long.")]),
            dump: "1"
        )
        try scratch.take(
            ScratchStore.page([ScratchStore.article("Harbour", "The lighthouse keeper counted seals all day long.")]),
            dump: "2"
        )
        return scratch
    }

    @Test func `after a revision the new text is found and the old one is not`() throws {
        let scratch = try scratch()
        #expect(try scratch.store.find("seals").map(\.title) == ["Harbour"])
        #expect(try scratch.store.find("gulls").isEmpty)
        #expect(try scratch.store.indexDefect() == nil)
    }

    @Test(arguments: ["lighthouse", "LIGHTHOUSE", "light*", "líghthouse", "harbour"])
    func `a story is found by its words in any case and with other accents, and by a prefix`(word: String) throws {
        #expect(try scratch().store.find(word).count == 1)
    }

    @Test func `a long title that was cut is unindexed as it was indexed`() throws {
        let scratch = try ScratchStore()
        let title = String(repeating: "endless headline ", count: 400)
        try scratch.take(
            ScratchStore.page([ScratchStore.article(title, "One text of the story, told in a few words.")]),
            dump: "1"
        )
        try scratch.take(
            ScratchStore.page([ScratchStore.article(title, "Two text of the story, told in a few words.")]),
            dump: "2"
        )
        #expect(try scratch.store.count("revision") == 2)
        #expect(try scratch.store.indexDefect() == nil)
        #expect(try scratch.store.find("One").isEmpty)
    }

    @Test
    func `stories filed and revised in one transaction, in any order, are found by their last texts only`() throws {
        let scratch = try scratch()
        try scratch.store.inTransaction(at: scratch.now()) { () throws(StoreError) in
            for (title, animal) in [
                ("Mill", "herons"), ("Harbour", "boats"), ("Mill", "geese"), ("Quay", "cats"), ("Harbour", "whales"),
            ] {
                let text = "The lighthouse keeper counted \(animal) all day long."
                let bytes = Array(animal.utf8)
                guard let source = try? TextDecoder.decode(bytes) else { continue }
                let page = FiledPage(
                    SHA256.digest(of: bytes.span),
                    bytes: bytes,
                    source,
                    ScratchStore.page([ScratchStore.article(title, text)])
                )
                let delivery = ScratchStore.delivery(name: animal, at: "2026-11-21T10:00:00.000Z", size: bytes.count)
                _ = try scratch.store.file(delivery, .page(page))
            }
        }
        for animal in ["geese", "cats", "whales"] {
            #expect(try scratch.store.find(animal).count == 1)
        }
        for animal in ["gulls", "seals", "herons", "boats"] {
            #expect(try scratch.store.find(animal).isEmpty)
        }
        #expect(try scratch.store.indexDefect() == nil)
    }

    @Test func `an index switched off takes nothing in; switched on again it holds everything`() throws {
        let scratch = try scratch()
        try scratch.store.setIndexing(false)
        #expect(try scratch.store.isSearchable() == false)
        try scratch.take(
            ScratchStore.page([ScratchStore.article("Harbour", "The lighthouse keeper counted boats all day long.")]),
            dump: "3"
        )
        try scratch.take(ScratchStore.page([ScratchStore.article("Mill", "The miller slept.")]), dump: "4")
        try scratch.store.setIndexing(true)
        #expect(try scratch.store.isSearchable())
        #expect(try scratch.store.find("boats").count == 1)
        #expect(try scratch.store.find("miller").count == 1)
        #expect(try scratch.store.find("seals").isEmpty)
        #expect(try scratch.store.indexDefect() == nil)
    }

    @Test func `an index out of step with the articles is noticed`() throws {
        let scratch = try scratch()
        try scratch.store.connection.script("UPDATE revision SET body = 'tampered'", doing: "tamper")
        #expect(try scratch.store.indexDefect() != nil)
    }

    // MARK: Fields and operators

    /// Three stories and two teasers of different outlets, authors and days.
    private func fleet() throws -> ScratchStore {
        let scratch = try ScratchStore()
        let stories = [
            (
                "Night ferry runs again", "The night ferry left the quay with nine people.", "The Lamp",
                "Wren Halloway", "2026-03-01"
            ),
            (
                "Fog holds the day boat", "A ferry waited in fog off the quay all night.", "Évening Star",
                "Ünal Bright", "2026-03-15"
            ),
            ("Goats on the pier", "Goats ate the timetable of the boats.", "The Lamp", "Dan Pell", "2026-04-02"),
        ]
        for (title, body, outlet, author, day) in stories {
            var item = ScratchStore.article(title, body, on: day)
            item.outlet = outlet
            item.authors = [author]
            item.language = title.hasPrefix("Fog") ? "de" : "en"
            try scratch.take(ScratchStore.page([item], site: "\(outlet).example"), dump: title)
        }
        try scratch.take(
            ScratchStore.page([
                ScratchStore.teaser("Ferry fares rise", "The night fare is nine."),
                ScratchStore.teaser("Pier closed", "Goats again."),
            ]),
            dump: "front"
        )
        return scratch
    }

    @Test(arguments: [
        ("ferry", ["Fog", "Night"]), ("night ferry", ["Fog", "Night"]), ("\"night ferry\"", ["Night"]),
        ("ferry -fog", ["Night"]), ("ferry NOT fog", ["Night"]), ("goats OR fog", ["Fog", "Goats"]),
        ("(goats OR fog) quay", ["Fog"]), ("NEAR(ferry people, 5)", ["Night"]), ("NEAR(ferry people, 2)", []),
        ("boat*", ["Fog", "Goats"]), ("title:ferry", ["Night"]), ("body:boats", ["Goats"]),
        ("title:(goats OR fog)", ["Fog", "Goats"]), ("outlet:lamp", ["Goats", "Night"]), ("outlet:évening", ["Fog"]),
        ("outlet:LAMP ferry", ["Night"]), ("author:ünal", ["Fog"]), ("author:\"dan pell\"", ["Goats"]),
        ("-author:dan", ["Fog", "Night"]), ("site:star", ["Fog"]), ("lang:de", ["Fog"]), ("lang:EN ferry", ["Night"]),
        ("after:2026-03-15", ["Fog", "Goats"]), ("before:2026-03-15", ["Night"]),
        ("after:2026-03 before:2026-04", ["Fog", "Night"]),
        ("after:2027", []), ("outlet:lamp OR fog", ["Fog", "Goats", "Night"]), ("-ferry", ["Goats"]),
        ("-ferry -goats", []), ("kind:article ferry", ["Fog", "Night"]), ("kind:teaser night", ["Ferry"]),
        ("kind:any goats", ["Goats", "Pier"]), ("kind:teaser outlet:lamp", []), ("kind:teaser", ["Ferry", "Pier"]),
        ("ferry & (quay)", ["Fog", "Night"]), ("time-table", []), ("the -(night OR goats)", []), ("zebra", []),
    ])
    func `a query finds what it says`(query: String, found: [String]) throws {
        let store = try fleet().store
        let hits = try store.find(query)
        #expect(hits.compactMap { $0.title?.split(separator: " ").first.map(String.init) }.sorted() == found)
        #expect(try store.count(try SearchQuery(query)) == found.count)
    }

    @Test func `the best, the newest or the best of late come first`() throws {
        let scratch = try ScratchStore()
        for (title, body, day) in [
            ("Old", "ferry ferry ferry", "2020-01-01"), ("Late", "ferry and boats and other things", "2026-10-30"),
            ("Newest", "boats and other things, once a ferry, and a quay and a pier and fog", "2026-10-31"),
        ] {
            try scratch.take(ScratchStore.page([ScratchStore.article(title, body, on: day)]), dump: title)
        }
        let store = scratch.store
        #expect(try store.find("ferry").map(\.title) == ["Old", "Late", "Newest"])
        #expect(try store.find("ferry", .newest).map(\.title) == ["Newest", "Late", "Old"])
        #expect(try store.find("ferry", .recent(today: "2026-11-01")).map(\.title) == ["Late", "Newest", "Old"])
        #expect(try store.search(try SearchQuery("ferry"), .newest, limit: 1).map(\.title) == ["Newest"])
    }

    @Test func `articles come as rows of the view, in the order of filing`() throws {
        let store = try fleet().store
        func ids(_ query: String?) throws -> [JSON] {
            var found: [JSON] = []
            try store.articles(try query.map { try SearchQuery($0) }) { found.append($0.value("title") ?? .null) }
            return found
        }
        #expect(try ids(nil).count == 3)
        #expect(try ids("quay") == [.text("Night ferry runs again"), .text("Fog holds the day boat")])
    }

    @Test func `a teaser that leaves is found no more, and one that comes back is`() throws {
        let scratch = try fleet()
        let key = try #require(try scratch.store.ask("SELECT key FROM keyed_teasers WHERE title = 'Pier closed'").first)
        func move(_ body: @escaping (Int64) throws(StoreError) -> Void) throws {
            let number = try #require(Int64(key))
            try scratch.store.inTransaction(at: scratch.now()) { () throws(StoreError) in try body(number) }
        }
        try move { (number) throws(StoreError) in try scratch.store.unindex(teaser: number) }
        #expect(try scratch.store.find("kind:teaser goats").isEmpty)
        try move { (number) throws(StoreError) in
            guard let text = try scratch.store.indexedText(ofTeaser: number) else { return }
            scratch.store.index(teaser: number, text)
        }
        #expect(try scratch.store.find("kind:teaser goats").count == 1)
        #expect(try scratch.store.indexDefect() == nil)
    }
}
