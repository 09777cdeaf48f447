import Pages

@testable import Store

/// A store that has seen one of everything this version does.
struct History {
    let scratch: ScratchStore

    static let longBody = String(repeating: "The \"long\" story goes on and on.\n\n", count: 2500)

    /// Every type of record that a store writes.
    static let types: Set<String> = [
        "dump.received", "dump.duplicate", "dump.same_text", "dump.rejected", "article.created", "article.revised",
        "article.seen", "teaser.created", "teaser.seen", "content.part",
    ]

    init() throws {
        scratch = try ScratchStore()
        try first()
    }

    /// The story that is told and told again, as each visit finds it.
    private func story(_ body: String) -> Item {
        var item = ScratchStore.article("The ferry is late", body)
        item.authors = ["Ada Quill"]
        item.outlet = "The Ferry Times"
        item.byline = "By Ada Quill"
        item.evidence = [Evidence(field: "title", rule: "test", bytes: 0..<4, raw: "The ferry is late")]
        return item
    }

    private func first() throws {
        let teaser = ScratchStore.teaser("A teaser", "Of a story that is told elsewhere.")
        let ferry = story("The ferry left the quay at nine and came back at ten, as it had every day that year.")
        try scratch.take(ScratchStore.page([ferry, teaser]), dump: "visit one", name: "000_00000000000000aa.txt")
        try scratch.take(ScratchStore.page([ferry]), dump: "visit one", name: "again.txt")
        try scratch.take(ScratchStore.page([ferry]), dump: "\u{FEFF}visit one", name: "marked.txt")
        let later = story("The ferry left the quay at nine and came back at noon, as it had every day that year.")
        try scratch.take(ScratchStore.page([later, teaser]), dump: "visit two")
        try scratch.take(ScratchStore.page([later]), dump: "visit three")
        try scratch.take(
            .refused(nil, Refusal(.pdf, "It is a PDF."), attempts: 1),
            name: "a.pdf",
            destiny: .setAside(as: Array("a.pdf".utf8), shown: "a.pdf")
        )
        try scratch.take(ScratchStore.page([ScratchStore.article("Long", History.longBody)]), dump: "visit four")
    }

    /// What happens afterwards to everything the records spoke of.
    func goOn() throws {
        let teaser = ScratchStore.teaser("A teaser", "Of a story that is told elsewhere.")
        let last = story("The ferry left the quay at nine and sank at noon, as it had on no other day that year.")
        try scratch.take(ScratchStore.page([last, teaser]), dump: "visit five")
        try scratch.take(ScratchStore.page([last]), dump: "visit one", name: "once more.txt")
        try scratch.take(
            ScratchStore.page([ScratchStore.article("Long", History.longBody + "And then it ended.")]),
            dump: "visit six"
        )
        try scratch.take(
            ScratchStore.page([ScratchStore.article("A teaser", "The story the teaser points to.")]),
            dump: "visit seven"
        )
    }
}
