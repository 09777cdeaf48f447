import Pages
import Testing

@testable import Answers

/// The bars of a chart over time.
@Suite struct TimeBinsTests {
    private func bins(_ first: String, _ last: String) throws -> TimeBins {
        TimeBins(try #require(CalendarDate(text: first))...(try #require(CalendarDate(text: last))))
    }

    @Test(arguments: [
        ("2026-11-01", "2026-11-29", TimeUnit.day), ("2026-10-13", "2026-11-29", .day),
        ("2026-10-12", "2026-11-29", .week), ("2026-01-15", "2026-11-29", .week), ("2025-11-29", "2026-11-29", .month),
        ("2023-01-01", "2026-11-29", .month), ("2022-01-01", "2026-11-29", .year), ("1980-01-01", "2026-11-29", .year),
        ("1970-01-01", "2026-11-29", .decade), ("1600-01-01", "2199-12-31", .decade),
    ])
    func `a long time has longer bars`(first: String, last: String, unit: TimeUnit) throws {
        let bins = try bins(first, last)
        #expect(bins.unit == unit)
        #expect(bins.count <= 61 && bins.count >= 14)
    }

    @Test(arguments: [
        ("2024-02-01", "2024-03-31"), ("2025-03-15", "2026-11-29"), ("1999-12-30", "2026-01-02"),
        ("1600-01-01", "2199-12-31"),
    ])
    func `each day belongs to the bar that it stands in, and bars follow each other`(first: String, last: String) throws
    {
        let bins = try bins(first, last)
        #expect(zip(bins.starts, bins.starts.dropFirst()).allSatisfy { bins.unit.next(after: $0) == $1 })
        for number in stride(from: bins.days.lowerBound.dayNumber, through: bins.days.upperBound.dayNumber, by: 1) {
            let day = try #require(CalendarDate(dayNumber: number))
            let bin = try #require(bins.index(of: day))
            guard bins.starts[bin] != bins.unit.start(of: day) else { continue }
            Issue.record("\(day.text) is in the bar of \(bins.starts[bin].text)")
            return
        }
        let before = try #require(
            CalendarDate(dayNumber: bins.days.upperBound.dayNumber + 1) ?? CalendarDate(text: "2026-01-01")
        )
        #expect(bins.index(of: before) == nil || bins.days.contains(before))
    }

    @Test func `a week begins on Monday, before 1970 too`() throws {
        for (day, monday) in [
            ("2026-11-29", "2026-11-23"), ("2026-11-23", "2026-11-23"), ("1969-12-31", "1969-12-29"),
            ("1900-01-01", "1900-01-01"),
        ] {
            #expect(TimeUnit.week.start(of: try #require(CalendarDate(text: day))).text == monday)
        }
    }

    @Test func `one day stands among empty ones`() throws {
        let bins = try bins("2026-11-29", "2026-11-29")
        #expect(bins.count == 14 && bins.starts.last?.text == "2026-11-29")
        #expect(bins.index(of: bins.days.lowerBound) == 13)
    }
}
