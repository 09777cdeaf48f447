import Testing

@testable import Pages

@Suite struct DateReaderTests {
    private func day(_ line: String, order: DateReader.Order? = nil, near: String? = nil) -> String? {
        DateReader.dates(in: Array(line.utf8)).first.flatMap {
            DateReader.day(of: $0.meaning, order: order, near: near.flatMap(CalendarDate.init(text:)))?.text
        }
    }

    @Test(arguments: [
        ("27 January 2026", "2026-01-27"), ("January 27, 2026", "2026-01-27"), ("Jan. 27th, 2026", "2026-01-27"),
        ("27th of January, 2026", "2026-01-27"), ("Tuesday, 27 Jan 2026", "2026-01-27"), ("2026-01-27", "2026-01-27"),
        ("2026/1/7", "2026-01-07"), ("24.01.2026", "2026-01-24"), ("4.6.2025", "2025-06-04"),
        ("01/24/2026", "2026-01-24"), ("24/01/2026", "2026-01-24"), ("2026년 1월 27일", "2026-01-27"),
        ("2026年1月27日", "2026-01-27"), ("12. März 2026", "2026-03-12"), ("1er août 2025", "2025-08-01"),
        ("27 de enero de 2026", "2026-01-27"), ("3 febbraio 2026", "2026-02-03"), ("15 de março de 2026", "2026-03-15"),
        ("donderdag 5 maart 2026", "2026-03-05"), ("5 марта 2026 г.", "2026-03-05"), ("26, Abril, 2022", "2022-04-26"),
        ("29 February 2024", "2024-02-29"), ("mercredi 14 févr. 2024", "2024-02-14"),
    ])
    func `a date is read in each form and language`(line: String, wanted: String) {
        #expect(day(line) == wanted)
    }

    @Test(arguments: [
        "30 February 2026", "29 February 2025", "31.04.2026", "2026-13-01", "00.01.2026", "January 32, 2026",
        "27 January 26", "01/24/26", "January 2026", "27 January", "yesterday", "two hours ago", "1.10.2.2026",
        "120262-01-27", "27 Monday 2026", "",
    ])
    func `what is no whole date of the calendar is no date`(line: String) {
        #expect(DateReader.dates(in: Array(line.utf8)).isEmpty)
    }

    @Test(arguments: [
        ("2-Mar-2026", "2026-03-02"), ("02-MAR-26", "2026-03-02"), ("2/mar/2026", "2026-03-02"),
        ("2.3.26", "2026-03-02"), ("Mo, 2.3.26, 10:05", "2026-03-02"), ("2-Mar-2026 10:05", "2026-03-02"),
    ])
    func `one sign twice joins a date with its month in letters, and figures alone on a line need no zeros`(
        line: String,
        wanted: String
    ) {
        let found = DateReader.dates(in: DateReader.tokens(of: Array(line.utf8)))
        #expect(found.count == 1)
        #expect(found.first.flatMap { DateReader.day(of: $0.meaning, order: nil, near: nil)?.text } == wanted)
    }

    @Test(arguments: [
        "Version 2.3.26", "2.3.26 is out", "2.3.26.1", "1.2.10 3.4.11", "2-Mar/2026", "2 -Mar- 2026", "2-Mar-202",
        "31-Feb-2026", "2-Mud-2026", "2-3-26", "a 2.3.26",
    ])
    func `a version and figures with other signs between them are no date`(line: String) {
        #expect(DateReader.dates(in: DateReader.tokens(of: Array(line.utf8))).isEmpty)
    }

    @Test func `in Korean the first of three short figures is the year`() throws {
        let found = try #require(DateReader.dates(in: DateReader.tokens(of: Array("26.03.02 10:05".utf8))).first)
        func day(_ language: String?) -> String? {
            DateReader.day(of: found.meaning(in: language), order: nil, near: nil)?.text
        }
        #expect(day("ko") == "2026-03-02")
        #expect(day("de") == "2002-03-26")
        #expect(day(nil) == "2002-03-26")
    }

    @Test func `figures that allow two days are undecided without evidence`() {
        #expect(day("04/06/2025") == nil)
    }

    @Test func `another date of the source decides between two days`() {
        #expect(day("04/06/2025", order: .dayFirst) == "2025-06-04")
        #expect(day("04/06/2025", order: .monthFirst) == "2025-04-06")
    }

    @Test func `the day of posting decides between two days`() {
        #expect(day("04/06/2025", near: "2025-06-05") == "2025-06-04")
        #expect(day("04/06/2025", near: "2025-04-06") == "2025-04-06")
        #expect(day("04/06/2025", near: "2024-11-30") == nil)
    }

    @Test func `dots put the day first whatever the other dates prove`() {
        #expect(day("04.06.2025", order: .monthFirst) == "2025-06-04")
    }

    @Test(arguments: [
        ("2026-01-27T19:20:31Z", "2026-01-27T19:20:31.000Z"),
        ("2026-01-27T19:20:31.123+09:00", "2026-01-27T10:20:31.123Z"),
        ("2026-01-27T23:30-0530", "2026-01-28T05:00:00.000Z"),
        ("January 1, 2026 at 12:05 am UTC", "2026-01-01T00:05:00.000Z"),
        ("1 March 2024, 00:30 GMT+1", "2024-02-29T23:30:00.000Z"),
    ])
    func `a time with its zone is a moment in UTC`(line: String, wanted: String) {
        #expect(DateReader.dates(in: Array(line.utf8)).first?.at == wanted)
    }

    @Test(arguments: ["January 27, 2026 7:43 p.m.", "2026-01-27T19:20:31", "27 January 2026 19:20 EST"])
    func `a time without a zone that is sure is no moment`(line: String) {
        let found = DateReader.dates(in: Array(line.utf8))
        #expect(found.count == 1)
        #expect(found.first?.at == nil)
    }

    @Test func `the range takes in weekday and time of day`() {
        let line = "Posted Saturday, December 6, 2025, 7:43 p.m. by us"
        let found = DateReader.dates(in: Array(line.utf8)).first
        #expect(
            found.map { String(decoding: Array(line.utf8)[$0.range], as: UTF8.self) }
                == "Saturday, December 6, 2025, 7:43 p.m."
        )
    }

    @Test func `all dates of a line are found in order`() {
        let found = DateReader.dates(in: Array("Published 1 May 2025, updated May 3, 2025".utf8))
        #expect(
            found.map { DateReader.day(of: $0.meaning, order: nil, near: nil)?.text } == ["2025-05-01", "2025-05-03"]
        )
    }

    @Test(arguments: Array(stride(from: -130_000, through: 80_000, by: 977)))
    func `a day's number leads back to the day`(number: Int) throws {
        guard let day = CalendarDate(dayNumber: number) else { return }
        #expect(day.dayNumber == number)
        #expect(CalendarDate(text: day.text) == day)
    }
}
