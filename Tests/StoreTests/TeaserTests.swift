import Pages
import Testing

@testable import Store

/// A teaser and its story.
@Suite struct TeaserTests {
    private let teaser = ScratchStore.teaser("The bridge is open", "Three years late.")
    private let story = ScratchStore.article("The Bridge is open!", "It was opened on Monday by the mayor and a goat.")

    @Test(arguments: [true, false])
    func `a teaser points to its story, whichever came first`(teaserFirst: Bool) throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([teaserFirst ? teaser : story]), dump: "one")
        try scratch.take(ScratchStore.page([teaserFirst ? story : teaser]), dump: "two")
        let linked = try scratch.store.ask("SELECT article_id FROM teasers")
        #expect(try linked == scratch.store.ask("SELECT id FROM articles"))
    }

    @Test func `a teaser points nowhere while its story is not held`() throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([teaser]), dump: "one")
        #expect(try scratch.store.ask("SELECT article_id IS NULL FROM teasers") == ["1"])
    }

    @Test func `a teaser does not point to a story of another site`() throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([story], site: "Elsewhere Post"), dump: "one")
        try scratch.take(ScratchStore.page([teaser]), dump: "two")
        #expect(try scratch.store.ask("SELECT article_id IS NULL FROM teasers") == ["1"])
    }

    @Test func `a teaser seen again is teaser.seen, and one row`() throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([teaser]), dump: "one")
        try scratch.take(ScratchStore.page([teaser]), dump: "two")
        #expect(try scratch.store.count("teaser") == 1)
        let record = try ParsedRecord(try #require(try scratch.lines().last))
        #expect(record.text("type") == "teaser.seen")
        #expect(record.changed == ["last_seen_at"])
    }
}
