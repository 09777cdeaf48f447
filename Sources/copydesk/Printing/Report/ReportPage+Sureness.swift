import Answers
import Store

extension ReportPage {
    /// How much of what was read is sure, and what each figure means.
    var sureness: Markup {
        let sureness = report.sureness
        guard report.articles.count > 0 || sureness.dumps.dumps > 0 else {
            return nothing("Nothing was read within this time, so there is nothing to be sure of.")
        }
        return "<div class=\"pair\">\n\(known)\(rules)\(labels)\(scores)\(reading)</div>\n"
    }

    /// For how many articles each field is known.
    private var known: Markup {
        let all = report.articles.count
        guard all > 0 else { return "" }
        let names: [ArticleCounts.Field: String] = [
            .title: "headline", .authors: "author", .publishedOn: "date of publication", .outlet: "outlet in a byline",
            .language: "language",
        ]
        let rows = report.sureness.known.map { entry -> Markup in
            Self.share(names[entry.field] ?? "", entry.articles, of: all)
        }
        return """
            <div><h3>What is known of the articles</h3>
            <p>A field is filled only where the page gives positive evidence of it; otherwise it stays unknown. A low share can mean that the pages do not say it, and does not mean that it was read wrongly.</p>
            \(Self.shares(rows, "field", "articles", "Articles with a known field"))</div>
            """
    }

    /// By what kind of rule fields were read.
    private var rules: Markup {
        let rules = report.sureness.rules
        guard rules.articles > 0 else { return "" }
        let fields = [
            ("title", "headline"), ("authors", "author"), ("outlet", "outlet"), ("published_on", "date of publication"),
            ("posted_on", "day of posting"), ("categories", "categories"),
        ]
        let rows = fields.compactMap { field, name -> Markup? in
            var kinds = [0, 0, 0, 0]
            for (rule, count) in rules.fields[field] ?? [:] { kinds[Self.kind(of: rule)] += count }
            guard kinds.contains(where: { $0 > 0 }) else { return nil }
            let cells = kinds.map { "<td>\($0 == 0 ? "–" : FigureText.percent($0, of: rules.articles))</td>" as Markup }
            return "<tr><th scope=\"row\">\(name)</th>\(cells)</tr>\n"
        }
        let isAll = rules.dumps >= report.sureness.dumps.dumps
        let sample =
            isAll
            ? "\(FigureText.count(rules.articles, "article")) on \(FigureText.count(rules.dumps, "dump"))"
            : "a sample of \(FigureText.count(rules.articles, "article")) on \(FigureText.count(rules.dumps, "dump")), drawn evenly over the time, of which each tells its first 20 items"
        return """
            <div><h3>By which rules it was read</h3>
            <p>The database keeps for each field where it stood in the dump and which rule read it. A layout file names the exact line; a label is a word like “Author:” beside the value; a byline is a line of a known form. These are counted on \(sample).</p>
            <div class="scroll" role="region" tabindex="0" aria-label="Fields by rule"><table class="plain">
            <thead><tr><th scope="col">field</th><th scope="col">layout file</th><th scope="col">label</th><th scope="col">byline</th><th scope="col">other general rule</th></tr></thead>
            <tbody>
            \(rows)</tbody></table></div>
            <p class="about">Why one article was read so: <code>copydesk show ID --explain</code></p></div>

            """
    }

    /// The column of the table above that a rule belongs to: `LAYOUT:LINE`, `label.…`, `byline.…`, or any other.
    static func kind(of rule: String) -> Int {
        if rule.contains(":") { return 0 }
        if rule.hasPrefix("label.") { return 1 }
        return rule.hasPrefix("byline") ? 2 : 3
    }

    /// How sure the network is of the labels of blocks.
    private var labels: Markup {
        let labels = report.sureness.labels
        guard labels.blocks > 0 else { return "" }
        let rows = [(9, "90 % and more"), (7, "70 % to 90 %"), (5, "50 % to 70 %"), (0, "less than 50 %")]
        var above = 0
        let lines = rows.map { tenth, name -> Markup in
            let count = labels.blocks(from: tenth) - above
            above += count
            return Self.share(name, count, of: labels.blocks)
        }
        return """
            <div><h3>How sure the labels are</h3>
            <p>Where no layout file fits, each block of a page is labelled as headline, text, byline and so on. For this report \(FigureText.count(labels.dumps, "dump")), drawn evenly over the time, \(labels.dumps == 1 ? "was" : "were") read once more by the present rules, and each label’s own probability was noted. A label below 50 % was still the likeliest of several.</p>
            \(Self.shares(lines, "probability of the label", "blocks", "Blocks by the probability of their label"))</div>
            """
    }

    /// How alike the texts were by which known articles were known again.
    private var scores: Markup {
        let scores = report.sureness.rules.scores
        let all = scores.reduce(0, +)
        guard all > 0 else { return "" }
        let rows = [(10, 11, "all of it"), (9, 10, "90 % and more"), (7, 9, "70 % to 90 %"), (0, 7, "less than 70 %")]
        let lines = rows.map { start, end, name in Self.share(name, scores[start..<end].reduce(0, +), of: all) }
        return """
            <div><h3>How alike were articles that were known again</h3>
            <p>When an article comes back with another text, the desk notes how much of the shorter text stands in the longer one. Low shares are the ones to look at: there the title, the page or the date decided. Counted on the same sample.</p>
            \(Self.shares(lines, "text in common", "articles", "Articles that were known again by their text in common"))</div>
            """
    }

    /// What may be wrong with whole dumps.
    private var reading: Markup {
        let dumps = report.sureness.dumps
        guard dumps.dumps > 0 else { return "" }
        let encodings = dumps.encodings.prefix(8).map { "\($0.name) \(FigureText.number($0.dumps))" }
        let more = dumps.encodings.count > 8 ? ", and \(dumps.encodings.count - 8) more" : ""
        return """
            <div><h3>The dumps themselves</h3>
            \(Self.shares(
                [
                    Self.share("read by a layout file", dumps.byLayout, of: dumps.dumps),
                    Self.share("read by rules of another version", dumps.byOtherRules, of: dumps.dumps),
                    Self.share("with bytes that mean nothing", dumps.damaged, of: dumps.dumps),
                ], "dumps", "files", "Dumps by how they could be read"))
            <p>\(dumps.byOtherRules > 0 ? "What another version’s rules read may be read better now: <code>copydesk reread --dry-run</code> shows what would change. " : "")\(dumps.damaged > 0 ? "In the damaged dumps \(FigureText.count(Int(dumps.undecodable), "sequence")) of bytes could not be decoded; a replacement character stands there. " : "")Encodings: \(encodings.joined(separator: ", "))\(more).</p></div>

            """
    }

    // MARK: a table of shares

    private static func share(_ name: String, _ part: Int, of whole: Int) -> Markup {
        let width = FigureText.decimal(100 * Double(part) / Double(max(1, whole)), 1)
        let bar: Markup = part > 0 ? "<span style=\"width:\(width)%\"></span>" : ""
        return """
            <tr><th scope="row">\(name)</th><td>\(part)</td><td>\(FigureText.percent(part, of: whole))</td><td class="bar" aria-hidden="true">\(bar)</td></tr>

            """
    }

    private static func shares(_ rows: [Markup], _ what: String, _ unit: String, _ title: String) -> Markup {
        """
        <table class="plain shares"><caption class="unseen">\(title)</caption>
        <thead><tr><th scope="col">\(what)</th><th scope="col">\(unit)</th><th scope="col">share</th><td class="bar" aria-hidden="true"></td></tr></thead>
        <tbody>
        \(rows)</tbody></table>

        """
    }
}
