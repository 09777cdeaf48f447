import Home
import Pages
import Store
import Testing

@testable import Answers

/// What a chart shows and what it leaves out.
@Suite struct ReportChartTests {
    @Test func `numbers add up in bars, and a series of nothing is left out`() throws {
        let byDay = [
            "2026-11-01": [1, 0, 2], "2026-11-03": [4, 0, 0], "2026-02-30": [9, 9, 9], "rubbish": [1, 1, 1],
        ]
        let chart = try #require(ReportChart(byDay, [.source("A"), .otherSources(3), .unknownSource]))
        #expect(chart.series.map(\.kind) == [.source("A"), .unknownSource])
        #expect(chart.series.map(\.total) == [5, 2] && chart.total == 7)
        #expect(chart.total(chart.bins.count - 3) == 3 && chart.total(chart.bins.count - 2) == 0)
        #expect(chart.earlier.count == 0 && chart.later.count == 0)
        #expect(ReportChart([:], [.unknownSource]) == nil)
        #expect(ReportChart(["2026-11-01": [0]], [.unknownSource]) == nil)
    }

    @Test func `a few days that lie far off are counted beside the chart`() throws {
        var byDay = ["1712-05-05": [1], "2199-01-01": [1]]
        for day in 10...28 { byDay["2026-11-\(day)"] = [5] }
        let chart = try #require(ReportChart(byDay, [.unknownSource]))
        #expect(chart.bins.unit == .day && chart.total == 95)
        #expect(chart.earlier.count == 1 && chart.earlier.farthest?.text == "1712-05-05")
        #expect(chart.later.count == 1 && chart.later.farthest?.text == "2199-01-01")
    }

    @Test func `many days that lie far off are shown, and so are near ones`() throws {
        var byDay = ["2024-05-05": [30]]
        for day in 10...28 { byDay["2026-11-\(day)"] = [5] }
        let chart = try #require(ReportChart(byDay, [.unknownSource]))
        #expect(chart.total == 125 && chart.bins.unit == .month)
        byDay = ["2026-11-08": [1], "2026-11-30": [1]]
        for day in 10...28 { byDay["2026-11-\(day)"] = [50] }
        #expect(try #require(ReportChart(byDay, [.unknownSource])).total == 952)
    }

    @Test func `a chart of given days counts what is of other days`() throws {
        let days = try #require(CalendarDate(text: "2026-11-02"))...(try #require(CalendarDate(text: "2026-11-03")))
        let byDay = ["2026-11-01": [1], "2026-11-03": [4], "2026-11-05": [2]]
        let chart = try #require(ReportChart(byDay, [.unknownSource], days: days))
        #expect(chart.total == 4 && chart.earlier.count == 1 && chart.later.count == 2)
    }

    @Test(arguments: [
        ("2026", "2026", "2026-01-01", "2027-01-01"), ("2024-02", "2024-02", "2024-02-01", "2024-03-01"),
        ("2026-03-04", "2026-12", "2026-03-04", "2027-01-01"), ("2199", "2199-12-31", "2199-01-01", "~"),
    ])
    func `a period is of whole days, months and years`(since: String, until: String, from: String, before: String)
        throws
    {
        let period = try ReportPeriod(since: since, until: until)
        #expect(period.window == ReportWindow(from: from, before: before))
        #expect(try ReportPeriod(since: nil, until: nil).window == ReportWindow(from: nil, before: nil))
    }

    @Test(arguments: [
        "", "26", "2026-13", "2026-02-30", "2026-3-4", "2026-03-04T00:00", "yesterday", "-2026", "2026-", "٢٠٢٦",
        "1066", "+202",
    ])
    func `any other word is no day`(text: String) {
        #expect(throws: Fault.self) { try ReportPeriod(since: text, until: nil) }
        #expect(throws: Fault.self) { try ReportPeriod(since: nil, until: text) }
        #expect(throws: Fault.self) { try ReportPeriod(since: "2026-03-05", until: "2026-03-04") }
    }
}
