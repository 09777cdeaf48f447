import Answers
import Home
import Pages
import Store

/// A report as one HTML page that needs nothing else: no script, no picture, no font from elsewhere.
struct ReportPage {
    let report: Report
    /// Takes the page piece by piece.
    private let write: (Markup) throws(Fault) -> Void

    init(_ report: Report, _ write: @escaping (Markup) throws(Fault) -> Void) {
        self.report = report
        self.write = write
    }

    /// The sections, in order: their name in the page, and their heading.
    private static let sections: [(id: String, heading: String)] = [
        ("articles", "Articles"), ("visits", "Visits and duplicates"), ("edits", "Silent edits"),
        ("groups", "The same story elsewhere"), ("refusals", "Refusals"), ("sure", "How sure this is"),
    ]

    /// Writes the page.
    ///
    /// - Parameter edit: Reads one of the newest edits; nil where it is no longer there.
    /// - Throws: What `edit` and the function that takes the page throw.
    func write(edit: (Int) throws(Fault) -> ReportEdit?) throws(Fault) {
        try write(head)
        try section("articles", articles)
        try section("visits", visits)
        try write(open("edits"))
        try write(edits)
        try write(edits: edit)
        try write("\(moreEdits)</section>\n")
        try section("groups", groups)
        try section("refusals", refusals)
        try section("sure", sureness)
        try write(foot)
    }

    /// So many edits stand open; more would bury the sections below them.
    private static let editsOpen = 8

    private func write(edits edit: (Int) throws(Fault) -> ReportEdit?) throws(Fault) {
        let count = report.edits.newest.count
        for place in report.edits.newest.indices {
            if place == ReportPage.editsOpen, count > place + 1 {
                try write("<details class=\"texts\"><summary>The \(count - place) edits before these</summary>\n")
            }
            if let edit = try edit(place) { try write(EditMarkup(edit: edit).markup) }
        }
        if count > ReportPage.editsOpen + 1 { try write("</details>\n") }
    }

    private func section(_ id: String, _ body: Markup) throws(Fault) {
        try write("\(open(id))\(body)</section>\n")
    }

    private func open(_ id: String) -> Markup {
        let heading = ReportPage.sections.first { $0.id == id }?.heading ?? id
        return "<section id=\"\(id)\" aria-labelledby=\"\(id)-h\">\n<h2 id=\"\(id)-h\">\(heading)</h2>\n"
    }

    // MARK: head and foot

    private var head: Markup {
        let links = ReportPage.sections.map { "<li><a href=\"#\($0.id)\">\($0.heading)</a></li>" as Markup }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>\(desk): \(span)</title>
            <style>
            \(ReportStyle.sheet)
            </style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the report</a>
            \(ReportStyle.patterns)
            <header>
            <p class="kicker">Copydesk report</p>
            <h1><bdi>\(desk)</bdi></h1>
            <p class="span">\(span)</p>
            </header>
            <nav aria-label="Sections"><ul>\(links)</ul></nav>
            <main id="main" tabindex="-1">
            \(figures)

            """
    }

    private var desk: String { Markup.cut(report.desk, to: 80) }

    /// The days of which the report tells, in words.
    private var span: String {
        let (since, until) = (report.period.since, report.period.until)
        guard let days = report.days else {
            let asked = [since.map { "from \(FigureText.day($0))" }, until.map { "to \(FigureText.day($0))" }]
                .compactMap(\.self)
            return (asked + ["nothing came in"]).joined(separator: " ")
        }
        let (first, last) = (since ?? days.lowerBound, until ?? days.upperBound)
        return first == last ? FigureText.day(first) : "\(FigureText.day(first)) to \(FigureText.day(last))"
    }

    /// A few large figures.
    private var figures: Markup {
        let (articles, deliveries) = (report.articles, report.deliveries)
        let known = (deliveries.files[.duplicate] ?? 0) + (deliveries.files[.sameText] ?? 0)
        let all: [(String, String, String)] = [
            (
                FigureText.number(articles.count), articles.count == 1 ? "new article" : "new articles",
                "from \(FigureText.count(articles.sources, "outlet"))"
            ),
            (
                FigureText.number(deliveries.allFiles), deliveries.allFiles == 1 ? "file" : "files",
                "\(Figures.bytes(deliveries.allBytes)) delivered"
            ),
            (
                FigureText.percent(known, of: deliveries.allFiles), "known already",
                "\(FigureText.count(known, "file")) brought nothing new"
            ),
            (
                FigureText.number(report.edits.material), report.edits.material == 1 ? "silent edit" : "silent edits",
                "words changed in a known story"
            ),
            (
                FigureText.number(report.groups.count), report.groups.count == 1 ? "shared story" : "shared stories",
                "near-identical at several outlets"
            ),
            (
                FigureText.number(report.refusals.all), "refused",
                "\(FigureText.number(report.refusals.open)) not settled"
            ),
        ]
        let tiles = all.map {
            "<div><dt>\($0.1)</dt><dd><b\($0.0.utf8.count > 6 ? " class=\"long\"" : "" as Markup)>\($0.0)</b> <span>\($0.2)</span></dd></div>\n"
                as Markup
        }
        return "<section aria-label=\"In short\"><dl class=\"figures\">\n\(tiles)</dl></section>\n"
    }

    private var foot: Markup {
        """
        </main>
        <footer>
        <p>Made on <time datetime="\(report.madeAt)">\(FigureText.moment(report.madeAt)) UTC</time> by copydesk \(Version.text) from one state of the database: change <code>\(report.epoch):\(raw: Int(report.lastSeq))</code>. All days and times are UTC. The page needs no network and holds no script.</p>
        </footer>
        </body>
        </html>

        """
    }

    // MARK: parts that several sections use

    /// What a section says when there is nothing to show.
    func nothing(_ words: String) -> Markup { "<p class=\"nothing\">\(words)</p>\n" }

    /// A query that lists what the page cannot, as it is typed into the stock shell.
    func query(_ sql: String) -> Markup {
        "<pre tabindex=\"0\"><code>sqlite3 -readonly copydesk.db \"\(sql)\"</code></pre>\n"
    }
}
