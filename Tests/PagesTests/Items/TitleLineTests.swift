import Testing

@testable import Pages

@Suite struct TitleLineTests {
    private func page(_ titleLine: String, _ headline: String, menu: String = "") throws -> Page {
        try Reading.page(
            "\(titleLine)\n\n\(menu)\(headline)\n\nBy Ada Marsh\n\n3 March 2026\n\n\(Sample.paragraphs(5))"
        )
    }

    @Test(arguments: [
        ("Ferry timetable is printed upside down | Lockside Reporter", "Lockside Reporter"),
        ("Ferry timetable is printed upside down - Lokalblatt", "Lokalblatt"),
        ("Ferry timetable is printed upside down – Boats – The Lamp", "The Lamp"),
        ("Ferry timetable is printed upside down · harbour.example", "harbour.example"),
        ("Ferry Timetable Is Printed Upside Down — La Gazette du Port", "La Gazette du Port"),
    ])
    func `the line of the title element names the site and not the headline`(line: String, site: String) throws {
        for menu in ["", "Home\n\nBoats\n\nContact us\n\n"] {
            let page = try page(line, "Ferry timetable is printed upside down", menu: menu)
            #expect(page.items.map(\.title) == ["Ferry timetable is printed upside down"])
            #expect(page.site == site)
            #expect(page.items.first?.authors == ["Ada Marsh"])
            #expect(page.evidence.first { $0.field == "site" }?.raw == site)
        }
    }

    @Test func `a headline of one unspaced word is told too`() throws {
        let page = try page("旋回橋が六週間の通行止め | 織戸新報", "旋回橋が六週間の通行止め")
        #expect(page.items.map(\.title) == ["旋回橋が六週間の通行止め"])
        #expect(page.site == "織戸新報")
    }

    @Test(arguments: [
        ("Ferry timetable is printed upside down | Part two", "The harbour board has its say"),
        ("Boats: Ferry timetable is printed upside down", "Boats of the quay in spring"),
    ])
    func `a headline with a bar that the page does not repeat stays whole`(line: String, other: String) throws {
        let page = try Reading.page("\(line)\n\nBy Ada Marsh\n\n3 March 2026\n\n\(Sample.paragraphs(5))")
        #expect(page.items.first?.title == line)
        #expect(page.site == nil)
    }

    @Test(arguments: ["Comments Feed", "Page 2", "Politics"])
    func `a feed, a number of a page and a section are no site`(rest: String) throws {
        let page = try page(
            "Ferry timetable is printed upside down | \(rest)",
            "Ferry timetable is printed upside down"
        )
        #expect(page.site == nil)
    }

    @Test(arguments: [
        ("Bridge shut - Lockside Reporter", "Bridge shut", "Lockside Reporter"),
        ("회전교 6주간 통제 - 운하일보", "회전교 6주간 통제", "운하일보"), ("旋转桥关闭六周_运河日报", "旋转桥关闭六周", "运河日报"),
        ("Ferry runs aground on the bar | The Lamp - Politics", "Ferry runs aground on the bar", "The Lamp"),
        ("Ferry runs aground on the bar :: The Lamp", "Ferry runs aground on the bar", "The Lamp"),
        ("Ferry runs aground on the bar: Canal Gazette", "Ferry runs aground on the bar", "Canal Gazette"),
        ("Ferry runs aground on the bar (The Lamp)", "Ferry runs aground on the bar", "The Lamp"),
        ("Prom osiadł na mieliźnie - Gazeta Kanałowa", "Prom osiadł na mieliźnie", "Gazeta Kanałowa"),
    ])
    func `short headlines, sections after the name and the signs of other languages are told`(
        line: String,
        headline: String,
        site: String
    ) throws {
        let page = try page(line, headline)
        #expect(page.items.map(\.title) == [headline])
        #expect(page.site == site)
    }

    @Test(arguments: ["Ferry news: all forty passengers are ashore", "Old Quay Ferry (all passengers are ashore)"])
    func `a kicker with its headline is no title line`(line: String) throws {
        let kicker = line.hasPrefix("Ferry") ? "Ferry news" : "Old Quay Ferry"
        let page = try Reading.page("\(kicker)\n\n\(line)\n\nBy Ada Marsh\n\n3 March 2026\n\n\(Sample.paragraphs(5))")
        #expect(page.items.first?.title == line)
        #expect(page.site == nil)
    }

    @Test func `the site's name above the line is no headline`() throws {
        let page = try page("Lockside Reporter\n\nFerry runs aground | Lockside Reporter", "Ferry runs aground")
        #expect(page.items.map(\.title) == ["Ferry runs aground"])
    }

    @Test func `a menu's entry with the title's first word is no headline`() throws {
        let page = try Reading.page(
            "Boats | The Lamp\n\nBoats\n\nQuay\n\nFerry runs aground on the bar\n\nBy Ada Marsh\n\n\(Sample.paragraphs(5))"
        )
        #expect(page.items.map(\.title) == ["Ferry runs aground on the bar"])
    }

    @Test func `a byline above the headline is no site, and its day is the story's`() throws {
        let page = try Reading.page(
            "By Ada Marsh\n\nMarch 3, 2026\n\nFerry runs aground on the bar\n\n\(Sample.paragraphs(5))"
        )
        #expect(page.site == nil)
        #expect(page.items.first?.authors == ["Ada Marsh"])
        #expect(page.items.first?.publishedOn == "2026-03-03")
    }
}
