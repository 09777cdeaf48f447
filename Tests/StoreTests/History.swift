import Pages

@testable import Store

/// A store that has seen one of everything this version does.
struct History {
    let bench: Bench

    static let longBody = String(repeating: "The \"long\" story goes on and on.\n\n", count: 2500)

    /// Every type of record that a store writes.
    static let types: Set<String> = [
        "dump.received", "dump.duplicate", "dump.same_text", "dump.rejected", "article.created", "article.revised",
        "article.seen", "teaser.created", "teaser.seen", "content.part",
    ]

    init() throws {
        bench = try Bench()
        try first()
    }

    /// The story that is told and told again, as each visit finds it.
    private func story(_ body: String) -> Item {
        var item = Bench.article("The ferry is late", body)
        item.authors = ["Ada Quill"]
        item.outlet = "The Ferry Times"
        item.byline = "By Ada Quill"
        item.evidence = [Evidence(field: "title", rule: "test", bytes: 0..<4, raw: "The ferry is late")]
        return item
    }

    private func first() throws {
        let teaser = Bench.teaser("A teaser", "Of a story that is told elsewhere.")
        let ferry = story("The ferry left the quay at nine and came back at ten, as it had every day that year.")
        try bench.take(Bench.page([ferry, teaser]), dump: "visit one", name: "000_00000000000000aa.txt")
        try bench.take(Bench.page([ferry]), dump: "visit one", name: "again.txt")
        try bench.take(Bench.page([ferry]), dump: "\u{FEFF}visit one", name: "marked.txt")
        let later = story("The ferry left the quay at nine and came back at noon, as it had every day that year.")
        try bench.take(Bench.page([later, teaser]), dump: "visit two")
        try bench.take(Bench.page([later]), dump: "visit three")
        try bench.take(
            .refused(nil, Refusal(.pdf, "It is a PDF."), attempts: 1),
            name: "a.pdf",
            destiny: .setAside(as: Array("a.pdf".utf8), shown: "a.pdf")
        )
        try bench.take(Bench.page([Bench.article("Long", History.longBody)]), dump: "visit four")
    }

    /// What happens afterwards to everything the records spoke of.
    func goOn() throws {
        let teaser = Bench.teaser("A teaser", "Of a story that is told elsewhere.")
        let last = story("The ferry left the quay at nine and sank at noon, as it had on no other day that year.")
        try bench.take(Bench.page([last, teaser]), dump: "visit five")
        try bench.take(Bench.page([last]), dump: "visit one", name: "once more.txt")
        try bench.take(
            Bench.page([Bench.article("Long", History.longBody + "And then it ended.")]),
            dump: "visit six"
        )
        try bench.take(Bench.page([Bench.article("A teaser", "The story the teaser points to.")]), dump: "visit seven")
    }
}
