import Testing

@testable import Pages

@Suite struct BylineSurenessTests {
    private func read(_ line: String) -> Byline? { BylineReader.read(Array(line.utf8)) }

    @Test(arguments: [
        ("Published 3 March 2026", Byline.Sureness.marked), ("Stand: 05.03.2026, 17h30", .marked),
        ("Data publikacji: 3 marca 2026", .marked), ("Опубликовано 5 марта 2026 в 14:20", .marked),
        ("By Ada Marsh | 3 March 2026", .named), ("Coast Wire – 3 March 2026", .named),
        ("3 March 2026, 14:20", .alone), ("Harbour gates shut 3 March 2026 at noon", .amongWords),
    ])
    func `a line says how sure its date is`(line: String, sureness: Byline.Sureness) {
        #expect(read(line)?.sureness == sureness)
    }

    @Test(arguments: [
        ("vor 2 Tagen", 2), ("2 days ago", 2), ("hace 5 días", 5), ("il y a 2 jours", 2), ("2天前", 2),
        ("3 dagen geleden", 3),
        ("Published yesterday", 1), ("Gestern, 14:20 Uhr", 1), ("a week ago", 7), ("2 ngày trước", 2),
    ])
    func `a distance in days is understood by the page's own date only`(line: String, days: Int) throws {
        let meaning = try #require(read(line)?.date?.meaning)
        #expect(meaning == .ago(days: days))
        #expect(DateReader.day(of: meaning, order: nil, near: nil) == nil)
        let today = try #require(CalendarDate(text: "2026-03-09"))
        let day = DateReader.day(of: meaning, order: nil, near: nil, today: today)
        #expect(day?.dayNumber == today.dayNumber - days)
    }

    @Test(arguments: [
        ("Harbour | lamp | 11.2.2026 | 23:55 | Updated 12.2.2026 7:25", "2026-02-11"),
        ("created: 01. April 2026, 15:25 in: Boats | Replies : 0", "2026-04-01"),
        ("Thứ năm, 15/3/2026, 8:05 (GMT+7)", "2026-03-15"), ("3.27.2026 4:30 PM", "2026-03-27"),
    ])
    func `a date among figures, times and a few words is read`(line: String, day: String) throws {
        #expect(try #require(read(line)).days == [day])
    }

    @Test(arguments: [
        "harbour.example/2026/03/09/boats-and-gates",
        "The harbour council meets on Monday, 5 January 2026, at the old mill",
    ])
    func `the folders of an address and a line with more words tell no date`(line: String) {
        #expect(read(line)?.date == nil)
    }

    @Test func `a byline that ends in the minutes to read is no notice`() throws {
        let text = "By Ada Marsh 3 March 2026 5 min read\n\n5 min read"
        let observations = Observations(BlockList(try TextDecoder.decode(Array(text.utf8))), nil)
        #expect(observations.shapes == [.byline, .notice])
    }

    @Test(arguments: [
        "March 2, 2026 5 min read", "March 2, 2026 · 5 min read", "March 2, 2026, 5 minute read",
        "Reading time: 5 min March 2, 2026", "Last updated on March 2, 2026 at 10:05 a.m. EST",
        "First published: March 2, 2026, 10:05 hrs IST", "Publicado em 2 de março de 2026 às 10:05",
    ])
    func `a line that opens or ends like a notice and is a date with its labels is no notice`(line: String) throws {
        let observations = Observations(BlockList(try TextDecoder.decode(Array(line.utf8))), nil)
        #expect(observations.shapes == [.date])
        #expect(observations.bylines[0]?.days == ["2026-03-02"])
    }

    @Test(arguments: [
        "5 min read", "Harbour gates March 2, 2026 5 min read", "Publicado em Barcos 2 de março de 2026",
        "First published: in Harbour Stories, March 2, 2026", "Last updated by the board",
    ])
    func `a notice with other words beside its date stays a notice`(line: String) throws {
        let observations = Observations(BlockList(try TextDecoder.decode(Array(line.utf8))), nil)
        #expect(observations.shapes == [.notice])
    }

    @Test(arguments: ["3 hours ago", "vor 5 Minuten", "Today", "Yesterday", "Sales fell a week after the storm"])
    func `hours and words alone tell no day`(line: String) {
        #expect(read(line)?.date == nil)
    }

    @Test(arguments: [("11/20/19 6:38 AM", "2019-11-20"), ("15.04.25 09:56", "2025-04-15")])
    func `a year of two figures is read on a line of its own`(line: String, day: String) throws {
        let meaning = try #require(read(line)?.date?.meaning)
        #expect(DateReader.day(of: meaning, order: nil, near: nil)?.text == day)
    }

    @Test(arguments: ["Lead Finder 03.03.23 Social Bot latest", "Version 3.3.23", "Updated 4.10.12.1"])
    func `a version's figures are no date`(line: String) {
        #expect(read(line)?.date == nil)
    }

    @Test(arguments: [
        ("05 Gennaio 2025 Aggiornato alle 16:01 1 minuti di lettura", "2025-01-05"),
        ("ngày 22 tháng 10 năm 2025", "2025-10-22"), ("2026. január 27. 14:20", "2026-01-27"),
        ("27 يناير 2026", "2026-01-27"), ("27 Ιανουαρίου 2026", "2026-01-27"), ("18. února 2026 v 14:20", "2026-02-18"),
        ("5 Agustus 2025", "2025-08-05"), ("3 березня 2026", "2026-03-03"), ("3 MAYIS 2026", "2026-05-03"),
        ("3 martie 2026", "2026-03-03"), ("3. maaliskuuta 2026", "2026-03-03"), ("٣ مارس ٢٠٢٦", "2026-03-03"),
    ])
    func `dates of more languages are read`(line: String, day: String) throws {
        let byline = try #require(read(line))
        #expect(!byline.isUpdate)
        let meaning = try #require(byline.date?.meaning)
        #expect(DateReader.day(of: meaning, order: nil, near: nil)?.text == day)
    }

    @Test(arguments: [
        ("22/10/2025, 19:25 (GMT+7)", "2025-10-22T12:25:00.000Z"),
        ("27 Jan 2026 19:20 CEST", "2026-01-27T17:20:00.000Z"),
        ("January 27, 2026 7:20 p.m. EDT", "2026-01-27T23:20:00.000Z"),
    ])
    func `zones that mean one hour only make a moment`(line: String, at: String) {
        #expect(read(line)?.date?.at == at)
    }

    @Test(arguments: ["3 March 2026 ~ OPEN RUN", "Heard on: Harbour Radio 3 March 2026"])
    func `what stands beside a date and is no outlet names none`(line: String) {
        #expect(read(line)?.outlet == nil)
    }

    @Test func `no month of the table is another's too`() {
        var known: [String: Int] = [:]
        for (index, (words, _)) in DateWords.months.enumerated() {
            for word in words {
                #expect(known[word] ?? index == index, "\(word)")
                known[word] = index
            }
        }
    }
}
