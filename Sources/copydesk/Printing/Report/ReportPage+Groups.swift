import Answers
import Store

/// The outcome of a delivery, as this target names it.
typealias DeliveryOutcome = Delivery.Receipt.Outcome

extension ReportPage {
    /// Stories that several outlets carry, each as a timeline.
    var groups: Markup {
        let groups = report.groups
        guard groups.count > 0 else { return nothing("No story of this time was found at more than one outlet.") }
        let entries = groups.shown.enumerated().map { place, entry in group(entry.group, entry.members, "g\(place)") }
        let more = groups.count - groups.shown.count
        let words: Markup =
            more > 0
            ? "These are the \(groups.shown.count) at the most outlets. \(FigureText.count(more, "more group")) of this time are not shown. All groups of the desk:"
            : "All groups of the desk, as a list:"
        return """
            <p>\(FigureText.count(groups.count, "story", "stories")) of this time \(groups.count == 1 ? "is" : "are") carried nearly word for word by several outlets or sites. A diamond marks the likely origin: the source that the others credit, else who published it first. A ring stands at the day on which the desk first saw an article that has no date.</p>
            <div class="pair">
            \(entries)</div>
            <p>\(words)</p>
            \(query(ShownQuery.groups))

            """
    }

    private func group(_ group: Store.GroupCount, _ members: [Store.GroupMember], _ id: String) -> Markup {
        let title = (members.first { $0.title != nil }?.title) ?? "(no headline)"
        let left = group.articles - members.count
        let sites = group.sites > 1 ? ", on \(group.sites) sites" : ""
        let rows = members.map { member -> Markup in
            """
            <tr><th scope="row">\(member.source.map { .said($0, to: 80) } ?? "unknown")</th><td>\(member.site.map { .said($0, to: 80) } ?? "–")</td><td>\(member.publishedOn ?? "–")</td><td>\(String(member.firstSeenAt.prefix(10)))</td><td>\(member.title.map { .said($0, to: 160) } ?? "–")</td><td><code>\(member.id)</code></td></tr>

            """
        }
        let more: Markup =
            left > 0
            ? "<p class=\"about\">\(FigureText.count(left, "more article")): <code>copydesk show \(group.id)</code></p>"
            : "<p class=\"about\"><code>copydesk show \(group.id)</code></p>"
        return """
            <article class="group">
            <h3>\(Markup.said(title, to: 160))</h3>
            <p class="about">\(FigureText.count(group.articles, "article")) at \(FigureText.count(group.sources, "known outlet"))\(sites)</p>
            \(GroupTimeline(members: members, id: id, title: title).markup)
            <details class="numbers"><summary>The articles of this group</summary>
            <div class="scroll" role="region" tabindex="0" aria-label="Articles of group \(Int(id.dropFirst()).map { $0 + 1 } ?? 0)"><table>
            <thead><tr><th scope="col">outlet</th><th scope="col">site</th><th scope="col">published</th><th scope="col">first seen</th><th scope="col">headline</th><th scope="col">id</th></tr></thead>
            <tbody>
            \(rows)</tbody></table></div></details>
            \(more)
            </article>

            """
    }
}
