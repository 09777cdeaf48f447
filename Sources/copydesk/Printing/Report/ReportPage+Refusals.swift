import Answers
import Pages
import Store

extension ReportPage {
    /// What was refused, why, and what to do about it.
    var refusals: Markup {
        let refusals = report.refusals
        guard refusals.all > 0 else { return nothing("Nothing was refused within this time.") }
        let reasons = refusals.counts.map { count -> Markup in
            """
            <tr><th scope="row"><code>\(count.reason)</code></th><td>\(count.all)</td><td>\(count.open)</td><td class="words">\(ReportPage.meaning(of: count.reason))</td></tr>

            """
        }
        let open = refusals.open
        let advice: Markup =
            open > 0
            ? """
            <h3>What to do</h3>
            <p>The files are kept in <code>rejected/</code>, each with its reason beside it. Mend or convert a file there under its own name and send it through again, or let all go through again after an update:</p>
            <pre tabindex="0"><code>copydesk retry NAME
            copydesk retry</code></pre>
            <p>A file that is of no use can be deleted from <code>rejected/</code>; the record of its refusal stays.</p>
            """ : "<p>All of them are settled: there is nothing to do.</p>"
        return """
            <h3>By reason</h3>
            <div class="scroll" role="region" tabindex="0" aria-label="Refusals by reason"><table class="plain">
            <thead><tr><th scope="col">reason</th><th scope="col">files</th><th scope="col">not settled</th><th scope="col" class="words">what it means</th></tr></thead>
            <tbody>
            \(reasons)</tbody></table></div>
            <h3>The newest</h3>
            <ul class="list">
            \(refusals.newest.map(ReportPage.line))</ul>
            \(refusals.all > refusals.newest.count ? query(ShownQuery.refusals(report.period.window)) : "")
            \(advice)

            """
    }

    private static func line(_ refusal: Store.RefusedDelivery) -> Markup {
        let state: Markup =
            refusal.resolvedAt.map { "settled on \(FigureText.moment($0))" }
            ?? (refusal.keptAs.map { "kept as <code>\($0)</code>" } ?? "still in the inbox")
        let tries: Markup = refusal.attempts > 1 ? ", tried \(FigureText.count(refusal.attempts, "time"))" : ""
        return """
            <li><b>\(Markup.said(refusal.name, to: 120))</b> <span class="tag">\(refusal.reason)</span>
            <p>\(Markup.said(refusal.detail, to: 400))</p>
            <p class="about"><time datetime="\(refusal.receivedAt)">\(FigureText.moment(refusal.receivedAt))</time>, \(state)\(tries)</p></li>

            """
    }

    /// A reason code in words.
    private static func meaning(of code: String) -> String {
        guard let reason = Refusal.Reason(rawValue: code) else { return "a reason that another version has" }
        return switch reason {
        case .empty: "nothing but blank space"
        case .tooLarge: "larger than the desk takes, or too much to read"
        case .notRegular: "no regular file: a link, a pipe or a device"
        case .unreadable: "the desk has no right to read it"
        case .compressed: "compressed data or an archive; unpack it first"
        case .pdf: "a PDF document; convert it to text first"
        case .program: "a program or a library"
        case .database: "a database"
        case .media: "a picture, a sound or a film"
        case .notText: "bytes that are text in no encoding"
        case .html: "an HTML page; convert it to text first"
        case .xml: "an XML document or a feed"
        case .json: "a JSON document"
        case .mail: "a mail message"
        case .noItem: "text in which no article and no teaser was found"
        case .crashed: "reading it stopped the desk; worth a report of a bug"
        case .tooSlow: "reading it took longer than any page does"
        case .blocked: "it was forgotten and is to stay out"
        }
    }
}
