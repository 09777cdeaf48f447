import Answers
import Pages

/// A stacked bar chart as inline SVG, with its key and a table of the same numbers.
///
/// The picture has no view box: places from left to right are per cent of its width, heights and letters are pixels. So
/// bars grow with the page and letters are as large on a telephone as on a desk.
struct BarChart {
    let chart: ReportChart
    /// What is counted: `article`.
    let unit: String
    /// Tells the chart's parts from those of others on the page; letters only.
    let id: String
    let title: String

    /// The height of the bars' field, in pixels.
    private static let height = 200
    /// Below the field, for the names of bars.
    private static let foot = 24
    /// So many marks fit below the bars of a chart 280 pixels wide; those of months are longer.
    private var mostMarks: Int { chart.bins.unit == .month ? 3 : 4 }

    var markup: Markup {
        """
        <figure>
        <svg class="chart" role="img" aria-labelledby="\(id)-t \(id)-d" width="100%" height="\(raw: Self.height + Self.foot)">
        <title id="\(id)-t">\(title)</title>
        <desc id="\(id)-d">\(summary)</desc>
        \(grid)\(bars)\(marks)</svg>
        <figcaption>\(chart.bins.caption)\(outside)</figcaption>
        \(key)
        \(table)
        </figure>

        """
    }

    // MARK: the picture

    private var scale: BarScale {
        BarScale(most: (0..<chart.bins.count).map(chart.total).max() ?? 1, height: Self.height)
    }

    private var grid: [Markup] {
        scale.ticks.map { tick in
            let y = FigureText.decimal(scale.y(tick), 1)
            return """
                <line class="\(tick == 0 ? "base" : "grid")" x1="0" x2="100%" y1="\(y)" y2="\(y)"/><text x="-6" y="\(y)" dy="0.32em" text-anchor="end">\(tick)</text>

                """
        }
    }

    private var bars: [Markup] {
        let slot = 100 / Double(chart.bins.count)
        let width = FigureText.decimal(slot * (chart.bins.count > 20 ? 0.84 : 0.72), 3)
        let scale = scale
        return (0..<chart.bins.count).flatMap { bin -> [Markup] in
            let x = FigureText.decimal(slot * (Double(bin) + (chart.bins.count > 20 ? 0.08 : 0.14)), 3)
            var below = 0
            return chart.series.enumerated().compactMap { place, series in
                let count = series.counts[bin]
                guard count > 0 else { return nil }
                let (top, bottom) = (scale.y(below + count), scale.y(below))
                below += count
                return """
                    <rect class="f\(raw: series.fill(place))" x="\(x)%" y="\(FigureText.decimal(top, 1))" width="\(width)%" height="\(FigureText.decimal(max(0.5, bottom - top), 1))"><title>\(chart.bins.name(bin)), \(series.name): \(count)</title></rect>

                    """
            }
        }
    }

    /// The names below the bars, from the newest one backwards.
    private var marks: [Markup] {
        let count = chart.bins.count
        let stride = (count + mostMarks - 1) / mostMarks
        let slot = 100 / Double(count)
        return Swift.stride(from: count - 1, through: 0, by: -stride).map { bin in
            let middle = slot * (Double(bin) + 0.5)
            let (x, anchor) =
                middle > 90
                ? (slot * Double(bin + 1), "end") : middle < 6 ? (slot * Double(bin), "start") : (middle, "middle")
            return """
                <text x="\(FigureText.decimal(x, 2))%" y="\(raw: Self.height + 17)" text-anchor="\(anchor)">\(chart.bins.mark(bin))</text>

                """
        }
    }

    // MARK: the words

    /// What the picture shows, for who does not see it.
    private var summary: String {
        var text =
            "Stacked bars: \(FigureText.count(chart.total, unit)) in \(FigureText.count(chart.bins.count, "bar")). "
        text += chart.bins.caption
        let totals = (0..<chart.bins.count).map(chart.total)
        if let most = totals.max(), let bin = totals.firstIndex(of: most) {
            text += " The highest is \(chart.bins.name(bin)) with \(FigureText.number(most))."
        }
        let parts = chart.series.map { "\($0.name) \(FigureText.number($0.total))" }
        return text + " In all: " + parts.joined(separator: ", ") + ". The table below has all numbers."
    }

    private var outside: Markup {
        var text: Markup = ""
        for (side, word) in [(chart.earlier, "before"), (chart.later, "after")] where side.count > 0 {
            let far = side.farthest.map { side.count == 1 ? ", on \($0.text)" : ", as far as \($0.text)" } ?? ""
            text += " Not drawn: \(FigureText.count(side.count, unit)) \(word) that time\(far)."
        }
        return text
    }

    private var key: Markup {
        let entries = chart.series.enumerated().map { place, series -> Markup in
            """
            <li><svg class="swatch" aria-hidden="true" width="16" height="16"><rect class="f\(raw: series.fill(place))" width="16" height="16"/></svg><span>\(series.label)</span> <b>\(series.total)</b></li>

            """
        }
        return "<ul class=\"key\">\n\(entries)</ul>"
    }

    private var table: Markup {
        let heads = chart.series.map { "<th scope=\"col\">\($0.label)</th>" as Markup }
        let rows = (0..<chart.bins.count).filter { chart.total($0) > 0 }.map { bin -> Markup in
            let cells = chart.series.map { "<td>\($0.counts[bin])</td>" as Markup }
            return "<tr><th scope=\"row\">\(chart.bins.name(bin))</th>\(cells)<td>\(chart.total(bin))</td></tr>\n"
        }
        return """
            <details class="numbers"><summary>The numbers of this chart</summary>
            <div class="scroll" role="region" tabindex="0" aria-label="Numbers: \(title)"><table>
            <caption>\(title); bars of which there is nothing are left out.</caption>
            <thead><tr><th scope="col">\(chart.bins.unit.rawValue)</th>\(heads)<th scope="col">all</th></tr></thead>
            <tbody>
            \(rows)</tbody></table></div></details>
            """
    }
}
