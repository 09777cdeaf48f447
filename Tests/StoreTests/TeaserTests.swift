import Pages
import Testing

@testable import Store

@Suite("A teaser and its story")
struct TeaserTests {
    private let teaser = Bench.teaser("The bridge is open", "Three years late.")
    private let story = Bench.article("The Bridge is open!", "It was opened on Monday by the mayor and a goat.")

    @Test("It points to its story, whichever came first", arguments: [true, false])
    func linked(teaserFirst: Bool) throws {
        let bench = try Bench()
        try bench.take(Bench.page([teaserFirst ? teaser : story]), dump: "one")
        try bench.take(Bench.page([teaserFirst ? story : teaser]), dump: "two")
        let linked = try bench.store.ask("SELECT article_id FROM teasers")
        #expect(try linked == bench.store.ask("SELECT id FROM articles"))
    }

    @Test("It points nowhere while the story is not held")
    func alone() throws {
        let bench = try Bench()
        try bench.take(Bench.page([teaser]), dump: "one")
        #expect(try bench.store.ask("SELECT article_id IS NULL FROM teasers") == ["1"])
    }

    @Test("It does not point to a story of another site")
    func otherSite() throws {
        let bench = try Bench()
        try bench.take(Bench.page([story], site: "Elsewhere Post"), dump: "one")
        try bench.take(Bench.page([teaser]), dump: "two")
        #expect(try bench.store.ask("SELECT article_id IS NULL FROM teasers") == ["1"])
    }

    @Test("Seen again it is teaser.seen, and one row")
    func seen() throws {
        let bench = try Bench()
        try bench.take(Bench.page([teaser]), dump: "one")
        try bench.take(Bench.page([teaser]), dump: "two")
        #expect(try bench.store.count("teaser") == 1)
        let record = try ParsedRecord(try #require(try bench.lines().last))
        #expect(record.text("type") == "teaser.seen")
        #expect(record.changed == ["last_seen_at"])
    }
}
