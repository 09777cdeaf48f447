import Foundation
import Pages
import Testing

@testable import Answers
@testable import Store
@testable import copydesk

/// The picture of a chart.
@Suite struct BarChartTests {
    @Test(arguments: [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 39, 99, 100, 101, 12_345, 999_999, Int.max / 2])
    func `a scale has few round steps and holds the highest bar`(most: Int) throws {
        let scale = BarScale(most: most, height: 200)
        let top = try #require(scale.ticks.last)
        #expect(scale.ticks.first == 0 && top >= most && (2...5).contains(scale.ticks.count))
        #expect(top / 2 <= max(1, most), "half of the picture would be empty")
        let step = scale.ticks[1]
        #expect(["1", "2", "5"].contains(String(step).prefix(1)) && String(step).dropFirst().allSatisfy { $0 == "0" })
        #expect(scale.y(0) == 200 && scale.y(top) == 8)
        #expect(zip(scale.ticks, scale.ticks.dropFirst()).allSatisfy { scale.y($0) > scale.y($1) })
    }

    @Test func `of the series of one chart none but two are told apart by colour alone`() throws {
        let kinds = (0..<7).map { ReportChart.Series.Kind.source("\($0)") } + [.otherSources(2), .unknownSource]
        let outcomes = ["new", "duplicate", "same_text", "rejected"].map { ReportChart.Series.Kind.word($0) }
        for kinds in [kinds, outcomes, [.word("material"), .word("cosmetic")]] {
            let fills = kinds.enumerated().map { ReportChart.Series(kind: $1, counts: []).fill($0) }
            #expect(Set(fills).count == fills.count)
            // Blue and grey are the only two without a pattern that stand in one chart.
            let plain = fills.filter { ReportStyle.sheet.html.contains(".f\($0) { fill: var(") }
            #expect(plain == [0, 7].filter(fills.contains) || fills == [9, 8], "\(plain)")
        }
    }

    private func chart() throws -> BarChart {
        let byDay = ["2026-11-01": [3, 1, 0], "2026-11-02": [0, 0, 4], "2026-11-29": [1, 1, 1]]
        let kinds: [ReportChart.Series.Kind] = [.source("<b>\u{202E}"), .otherSources(2), .unknownSource]
        return BarChart(
            chart: try #require(ReportChart(byDay, kinds)),
            unit: "article",
            id: "test",
            title: "Articles"
        )
    }

    @Test func `bars stand on each other, none outside the picture`() throws {
        let html = try chart().markup.html
        let bars = html.matches(
            of: /x="([0-9.]+)%" y="([0-9.]+)" width="([0-9.]+)%" height="([0-9.]+)"><title>([^<]*)</
        )
        #expect(bars.count == 6)
        var bottoms: [Substring: Double] = [:]
        for bar in bars {
            let (x, y, width, height) = (
                Double(bar.1) ?? -1, Double(bar.2) ?? -1, Double(bar.3) ?? -1, Double(bar.4) ?? -1
            )
            #expect(x >= 0 && x + width <= 100.001 && y >= 0 && y + height <= 200.1 && height > 0)
            // A unit is as high in each bar.
            #expect(abs(y + height - (bottoms[bar.1] ?? 200)) < 0.2)
            bottoms[bar.1] = y
            let count = try #require(Double(bar.5.split(separator: " ").last ?? ""))
            #expect(abs(height / count - 48) < 0.2, "\(bar.5)")
        }
    }

    @Test func `the words, the key and the table have what the picture has`() throws {
        let html = try chart().markup.html
        #expect(html.contains("role=\"img\" aria-labelledby=\"test-t test-d\""))
        #expect(html.contains("<title id=\"test-t\">Articles</title>"))
        #expect(html.contains("11 articles in 29 bars") && html.contains("2 other outlets 2, outlet unknown 5."))
        #expect(html.contains("The highest is 2026-11-01 with 4."))
        #expect(html.contains("<tr><th scope=\"row\">2026-11-01</th><td>3</td><td>1</td><td>0</td><td>4</td></tr>"))
        #expect(html.matches(of: /<tr><th scope="row">/).count == 3)
        #expect(!html.contains("<b>\u{202E}") && html.contains("<bdi>&lt;b&gt;\u{FFFD}</bdi>"))
        #expect(isWellFormed(html))
    }

    @Test func `the group's picture has a line for each article, in the order of days`() throws {
        func member(_ source: String?, _ day: String?, _ isOrigin: Bool) -> Store.GroupMember {
            Store.GroupMember(
                id: "art_x",
                title: "t",
                source: source,
                site: nil,
                publishedOn: day,
                firstSeenAt: "2026-11-09T08:00:00.000Z",
                isLikelyOrigin: isOrigin
            )
        }
        let members = [member("B", "2026-11-05", true), member(nil, nil, false), member("<A>", "2026-11-01", false)]
        let html = GroupTimeline(members: members, id: "g", title: "A \"title\"").markup.html
        #expect(html.matches(of: /class="grid"/).count == 3 && html.matches(of: /class="origin"/).count == 1)
        #expect(html.matches(of: /class="seen"/).count == 1 && html.matches(of: /class="had"/).count == 1)
        #expect(
            html.contains(
                "&lt;A&gt;: 1 November 2026. B: 5 November 2026, the likely origin. outlet unknown: undated, first seen 9 November 2026."
            )
        )
        #expect(isWellFormed(html))
    }

    /// Whether every element that begins ends in its place.
    private func isWellFormed(_ html: String) -> Bool {
        var open: [Substring] = []
        for tag in html.matches(of: /<(\/?)([a-z0-9]+)([^<>]*)>/) where !tag.3.hasSuffix("/") {
            if tag.1.isEmpty {
                open.append(tag.2)
            } else if open.popLast() != tag.2 {
                return false
            }
        }
        return open.isEmpty && html.matches(of: /[<>]/).count == 2 * html.matches(of: /<\/?[a-z0-9]+[^<>]*>/).count
    }
}
