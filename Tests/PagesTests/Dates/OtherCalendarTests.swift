import Testing

@testable import Pages

@Suite struct OtherCalendarTests {
    @Test(arguments: [
        (1404, 12, 11, "2026-03-02"), (1404, 1, 1, "2025-03-21"), (1403, 12, 30, "2025-03-20"),
        (1403, 1, 1, "2024-03-20"),
        (1400, 1, 1, "2021-03-21"), (1399, 1, 1, "2020-03-20"), (1399, 12, 30, "2021-03-20"),
        (1357, 11, 22, "1979-02-11"),
        (1304, 2, 4, "1925-04-24"), (1408, 12, 30, "2030-03-20"), (1405, 7, 1, "2026-09-23"),
    ])
    func `days of Iran's calendar are converted`(year: Int, month: Int, day: Int, wanted: String) {
        #expect(OtherCalendar.solarHijri(year: year, month: month, day: day)?.text == wanted)
    }

    @Test(arguments: [
        (2018, 6, 23, "2026-03-02"), (2018, 1, 1, "2025-09-11"), (2016, 1, 1, "2023-09-12"),
        (2015, 13, 6, "2023-09-11"),
        (2000, 1, 1, "2007-09-12"),
    ])
    func `days of Ethiopia's calendar are converted`(year: Int, month: Int, day: Int, wanted: String) {
        #expect(OtherCalendar.ethiopian(year: year, month: month, day: day)?.text == wanted)
    }

    @Test(arguments: [
        (CalendarWord.reiwa, 8, 3, 2, "2026-03-02"), (.reiwa, 1, 5, 1, "2019-05-01"),
        (.heisei, 31, 4, 30, "2019-04-30"),
        (.heisei, 1, 1, 8, "1989-01-08"), (.showa, 64, 1, 7, "1989-01-07"), (.taisho, 15, 12, 25, "1926-12-25"),
        (.meiji, 45, 7, 29, "1912-07-29"), (.minguo, 115, 3, 2, "2026-03-02"), (.juche, 115, 3, 2, "2026-03-02"),
    ])
    func `days of an era are converted`(era: CalendarWord, year: Int, month: Int, day: Int, wanted: String) {
        #expect(OtherCalendar.day(of: era, year: year, month: month, day: day)?.text == wanted)
    }

    @Test func `a day that its calendar or era does not have is none`() {
        #expect(OtherCalendar.solarHijri(year: 1404, month: 12, day: 30) == nil)
        #expect(OtherCalendar.solarHijri(year: 1404, month: 7, day: 31) == nil)
        #expect(OtherCalendar.solarHijri(year: .max, month: 1, day: 1) == nil)
        #expect(OtherCalendar.ethiopian(year: 2018, month: 13, day: 6) == nil)
        #expect(OtherCalendar.ethiopian(year: .min, month: 1, day: 1) == nil)
        #expect(OtherCalendar.day(of: .heisei, year: 31, month: 5, day: 1) == nil)
        #expect(OtherCalendar.day(of: .reiwa, year: 1, month: 4, day: 30) == nil)
        #expect(OtherCalendar.day(of: .minguo, year: .max, month: 1, day: 1) == nil)
    }

    @Test func `each year of Iran's calendar begins on the day after the last of the year before`() throws {
        for year in 1201...1499 {
            let last = OtherCalendar.solarHijri(year: year, month: 12, day: 30)
            let end = try #require(last ?? OtherCalendar.solarHijri(year: year, month: 12, day: 29))
            let next = try #require(OtherCalendar.solarHijri(year: year + 1, month: 1, day: 1))
            #expect(next.dayNumber == end.dayNumber + 1)
            #expect(next.month == 3 && (19...22).contains(next.day))
        }
    }

    @Test func `the digits of a script count from zero to nine`() {
        for scalar in UInt32(0)...0x1FFFF {
            guard let value = DecimalDigit.value(scalar) else { continue }
            let properties = Unicode.Scalar(scalar)?.properties
            #expect(properties?.generalCategory == .decimalNumber)
            #expect(properties?.numericValue == Double(value))
        }
    }
}
