import Testing

@testable import Pages

@Suite struct OutletProofTests {
    private func item(_ line: String, after: String = "") throws -> Item {
        let story = "Ferry timetable is printed upside down\n\n\(line)\n\n\(Sample.paragraphs(5))\(after)"
        return try #require(try Reading.page(story).items.first)
    }

    @Test(arguments: [
        "Crime 3 March 2026", "40 SHARES 3 March 2026", "Old Quay, 3 March 2026", "3 March 2026 5:00 a.m. Pacific Time",
        "3 March 2026 10:05 AM EST", "Kultur | 3. März 2026", "3 de marzo de 2026 | Sociedad",
        "Termine | 3. März 2026",
        "By Ada Marsh | Politics | March 3, 2026", "By Ada Marsh | Senior Reporter | March 3, 2026",
    ])
    func `what stands beside a date is no outlet without proof`(line: String) throws {
        let item = try item(line)
        #expect(item.outlet == nil)
        #expect(item.publishedOn == "2026-03-03")
    }

    @Test func `words of a zone hide no author`() throws {
        let item = try item("Monday March 2, 2026 10:05 am PST by Ada Marsh")
        #expect(item.authors == ["Ada Marsh"])
        #expect(item.outlet == nil)
        #expect(item.publishedOn == "2026-03-02")
    }

    @Test(arguments: [
        ("Harbour Times | 3 March 2026", "Harbour Times"), ("By Ada Marsh | The Lamp | March 3, 2026", "The Lamp"),
        ("AFP – 3 mars 2026", "AFP"), ("harbour.example – 3 March 2026", "harbour.example"),
        ("Gazeta Portowa | 3 marca 2026", "Gazeta Portowa"), ("海港日报 2026年3月3日", "海港日报"),
        ("부두신문 | 2026.03.03", "부두신문"), ("2026年3月3日 来源：浦江客", "浦江客"),
        ("By Ada Marsh – Der Bote – 3. März 2026", "Der Bote"),
    ])
    func `an outlet's name, and the place between author and date, are proof`(line: String, outlet: String) throws {
        #expect(try item(line).outlet == outlet)
    }

    @Test func `a notice of rights on the page proves the outlet`() throws {
        #expect(try item("The Lamp | 3 March 2026").outlet == nil)
        #expect(
            try item("The Lamp | 3 March 2026", after: "\n\n© 2026 The Lamp. All rights reserved.").outlet == "The Lamp"
        )
    }

    @Test func `one byline with an outlet's place proves those of the same page`() throws {
        let posts = ["By Ada Marsh | Mudlark | 3 March 2026", "The Lamp – 02.03.2026", "Tideline | March 1, 2026"]
            .map { "A post of the \($0.utf8.count)th quay tells\n\n\($0)\n\n\(Sample.paragraphs(3))" }
        let page = try Reading.page(posts.joined(separator: "\n\n"))
        #expect(page.items.map(\.outlet) == ["Mudlark", "The Lamp", "Tideline"])
    }

    @Test func `a visit without a proven outlet has the same id as one with a section in its place`() throws {
        let ids = try ["3 March 2026", "Kultur | 3 March 2026", "12 SHARES 3 March 2026"].map { line in
            let item = try item(line)
            return Identity.article(
                source: item.outlet,
                title: item.title,
                publishedOn: item.publishedOn,
                body: item.body
            )
        }
        #expect(Set(ids).count == 1)
    }
}
