import Answers
import Store

extension ReportPage {
    /// Articles by day and outlet: by the day they came in, and by the day they were published.
    var articles: Markup {
        let articles = report.articles
        guard articles.count > 0 else { return nothing("No article came in within this time.") }
        var text: Markup = """
            <p>\(FigureText.count(articles.count, "article")) came in for the first time, from \(FigureText.count(articles.sources, "outlet")). Where no byline names an outlet, the site stands for it. An article has one colour in both charts.</p>
            <div class="pair">

            """
        if let chart = articles.byArrival {
            text +=
                "<div><h3>When they came in</h3>\n\(bars(chart, "article", "arrived", "Articles by when they came in, and by outlet"))</div>\n"
        }
        if let chart = articles.byPublication {
            text +=
                "<div><h3>When they were published</h3>\n\(bars(chart, "article", "published", "Articles by when they were published, and by outlet"))</div>\n"
        } else {
            text +=
                "<div><h3>When they were published</h3>\n\(nothing("No page told when one of them was published."))</div>\n"
        }
        text += "</div>\n"
        if articles.undated > 0 {
            text +=
                "<p>\(FigureText.count(articles.undated, "article")) (\(FigureText.percent(articles.undated, of: articles.count))) \(articles.undated == 1 ? "has" : "have") no date of publication and \(articles.undated == 1 ? "is" : "are") not in the second chart.</p>\n"
        }
        return text
    }

    private func bars(_ chart: ReportChart, _ unit: String, _ id: String, _ title: String) -> Markup {
        BarChart(chart: chart, unit: unit, id: id, title: title).markup
    }

    /// What came in, and how much of it was known already.
    var visits: Markup {
        let (deliveries, articles) = (report.deliveries, report.articles)
        guard let chart = deliveries.chart else { return nothing("Nothing was delivered within this time.") }
        func line(_ words: String, _ files: Int, _ size: Int64) -> Markup {
            """
            <tr><th scope="row">\(words)</th><td>\(files)</td><td>\(FigureText.percent(files, of: deliveries.allFiles))</td><td>\(Figures.bytes(size))</td><td>\(FigureText.percent(Int(size), of: Int(deliveries.allBytes)))</td></tr>

            """
        }
        let kinds: [(String, DeliveryOutcome)] = [
            ("new", .new), ("duplicate, byte for byte", .duplicate),
            ("same text in other bytes", .sameText), ("rejected", .rejected),
        ]
        let lines = kinds.map { line($0.0, deliveries.files[$0.1] ?? 0, deliveries.bytes[$0.1] ?? 0) }
        let places = FigureText.count(articles.appearances, "place")
        let again: Markup =
            articles.count == 0
            ? ""
            : "<p>Of the \(FigureText.count(articles.count, "article")) that came in, \(FigureText.number(articles.seenAgain)) (\(FigureText.percent(articles.seenAgain, of: articles.count))) \(articles.seenAgain == 1 ? "was" : "were") seen more than once, on another page or at a later visit; all of them together were seen in \(places).</p>"
        return """
            <div class="pair">
            <div><h3>Deliveries over time</h3>
            \(bars(chart, "delivery", "deliveries", "Deliveries over time, by outcome"))</div>
            <div><h3>How much was known already</h3>
            <div class="scroll" role="region" tabindex="0" aria-label="Deliveries by outcome"><table class="plain">
            <caption>Every delivery has one outcome. Of a duplicate only the arrival is recorded.</caption>
            <thead><tr><th scope="col">outcome</th><th scope="col">files</th><th scope="col">share</th><th scope="col">bytes</th><th scope="col">share</th></tr></thead>
            <tbody>
            \(lines)</tbody></table></div>
            \(again)
            \(revisits)</div>
            </div>

            """
    }

    /// How often pages were visited again.
    private var revisits: Markup {
        let pages = report.deliveries.pages
        guard pages.pages > 0 else { return "" }
        let most: Markup = pages.again > 0 ? ", one of them \(FigureText.count(pages.most, "time"))" : ""
        return
            "<p>By the keys in their names, the files are visits to \(FigureText.count(pages.pages, "page")); \(pages.again) \(pages.again == 1 ? "was" : "were") visited more than once\(most).</p>"
    }

    /// How many edits there were; the newest follow one by one.
    var edits: Markup {
        let edits = report.edits
        let reread: Markup =
            edits.reread > 0
            ? " \(FigureText.count(edits.reread, "text")) \(edits.reread == 1 ? "was" : "were") read otherwise by newer rules from pages that did not change; that is no edit."
            : ""
        guard let chart = edits.chart else {
            return "\(nothing("No known article came back with another text within this time."))<p>\(reread)</p>\n"
        }
        return """
            <div class="pair">
            <div><h3>Edits over time</h3>
            \(bars(chart, "edit", "edited", "Edits by when they were seen"))</div>
            <div><h3>What counts as one</h3>
            <p>A later visit to a page showed a known article with another text. \(FigureText.count(edits.material, "edit")) changed words. \(FigureText.count(edits.cosmetic, "edit")) changed only spacing, punctuation or the lines round the text.\(reread)</p></div>
            </div>
            \(edits.newest.isEmpty ? nothing("None of them changed words.") : "")
            """
    }

    /// How the edits that are not on the page are listed.
    var moreEdits: Markup {
        let edits = report.edits
        guard !edits.newest.isEmpty else { return "" }
        let more = edits.material - edits.newest.count
        let words: Markup =
            more > 0
            ? "The newest \(edits.newest.count) are above. \(more) more changed words too. All of them:"
            : "All of them, as a list:"
        return """
            <p>\(words)</p>
            \(query(ShownQuery.edits(report.period.window)))
            """
    }
}
