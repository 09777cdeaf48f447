import Testing

@testable import Store

/// What a report counts, beside what the public views say of the same rows.
@Suite struct ReportQueriesTests {
    private static let all = ReportWindow(from: nil, before: nil)

    @Test(arguments: [UInt64(3), 8, 21, 34])
    func `after anything that may happen, a report tells what the views tell`(seed: UInt64) throws {
        let history = try RandomHistory(seed: seed)
        for _ in 0..<60 { try history.goOn() }
        let store = history.store
        // Half of the history, so that both ends of a window are tried.
        let times = try store.ask("SELECT received_at FROM deliveries ORDER BY delivery")
        let middle = times[times.count / 2]
        for (from, before) in [(nil, nil), (middle, nil), (nil, middle)] as [(String?, String?)] {
            let window = ReportWindow(from: from, before: before)
            func count(_ view: String, _ condition: String, on column: String) throws -> Int {
                let when = "\(column) >= '\(from ?? "")' AND \(column) < '\(before ?? "~")'"
                return try #require(
                    Int(try store.ask("SELECT count(*) FROM \(view) WHERE \(when) AND \(condition)")[0])
                )
            }
            let counts = try store.articleCounts(window, sources: ["Harbour Post"], mostEdits: 5)
            #expect(counts.articles == (try count("articles", "1", on: "first_seen_at")))
            #expect(counts.undated == (try count("articles", "published_on IS NULL", on: "first_seen_at")))
            #expect(counts.seenAgain == (try count("articles", "appearances > 1", on: "first_seen_at")))
            let known = try count("articles", "authors_json IS NOT NULL", on: "first_seen_at")
            #expect(counts.known(.authors) == known)
            let here = try count("articles", "coalesce(outlet, site) = 'Harbour Post'", on: "first_seen_at")
            #expect(counts.byArrival.values.map { $0[0] }.reduce(0, +) == here)
            #expect(counts.byArrival.values.flatMap(\.self).reduce(0, +) == counts.articles)
            #expect(counts.byPublication.values.flatMap(\.self).reduce(0, +) == counts.articles - counts.undated)
            let material = try count("revisions", "nature = 'material' AND cause = 'source'", on: "seen_at")
            #expect(counts.material.values.reduce(0, +) == material)
            #expect(counts.newestEdits.count == min(5, material))
            for edit in counts.newestEdits {
                let text = try #require(try store.editedText(edit.article, edit.revision, mostBytes: 1 << 20))
                let row = try store.ask(
                    "SELECT body FROM revisions WHERE article_id = '\(text.id)' AND revision = \(edit.revision)"
                )
                #expect(row == [text.to.body ?? ""] && text.to.seenAt == edit.seenAt)
                #expect(try store.editedText(edit.article, edit.revision, mostBytes: 10)?.to.body == nil)
            }
            let deliveries = try store.deliveryCounts(window)
            #expect(deliveries.map(\.files).reduce(0, +) == (try count("deliveries", "1", on: "received_at")))
            let pages = try store.pageCount(window)
            let visits = try store.ask(
                """
                SELECT count(*) FROM deliveries v JOIN dumps d ON d.sha256 = v.sha256 WHERE d.page_key IS NOT NULL
                    AND v.received_at >= '\(from ?? "")' AND v.received_at < '\(before ?? "~")'
                GROUP BY d.page_key ORDER BY 1 DESC
                """
            ).compactMap { Int($0) }
            #expect(pages.pages == visits.count && pages.again == visits.count { $0 > 1 })
            #expect(pages.most == visits.first ?? 0)
            let refused = try store.refusalCounts(window)
            #expect(refused.map(\.all).reduce(0, +) == (try count("rejections", "1", on: "received_at")))
            #expect(
                refused.map(\.open).reduce(0, +)
                    == (try count("rejections", "resolved_at IS NULL", on: "received_at"))
            )
            let dumps = try store.dumpCounts(window)
            #expect(dumps.dumps == (try count("dumps", "same_text_as IS NULL", on: "received_at")))
            #expect(dumps.encodings.map(\.dumps).reduce(0, +) == dumps.dumps)
            let sources = try store.sources(window, limit: 1000)
            let named = try count("articles", "coalesce(outlet, site) IS NOT NULL", on: "first_seen_at")
            #expect(sources.first.map(\.articles).reduce(0, +) == named && sources.all == sources.first.count)
        }
    }

    @Test func `groups come with all their articles, the origin among them`() throws {
        let history = try RandomHistory(seed: 5)
        for _ in 0..<60 { try history.goOn() }
        let found = try history.store.groups(Self.all, limit: 100)
        let rows = try history.store.ask(
            "SELECT group_id || ' ' || articles || ' ' || outlets FROM groups ORDER BY 1"
        )
        #expect(found.first.map { "\($0.id) \($0.articles) \($0.sources)" }.sorted() == rows && !rows.isEmpty)
        #expect(found.all == rows.count)
        for group in found.first {
            let members = try history.store.members(of: group, limit: 100)
            let ids = try history.store.ask("SELECT id FROM articles WHERE group_id = '\(group.id)' ORDER BY id")
            #expect(members.map(\.id).sorted() == ids)
            let origin = try history.store.ask("SELECT likely_origin_id FROM groups WHERE group_id = '\(group.id)'")
            #expect(members.filter(\.isLikelyOrigin).map(\.id) == origin && members.first?.isLikelyOrigin == true)
        }
        #expect(try history.store.groups(ReportWindow(from: "2100-01-01", before: nil), limit: 9).all == 0)
    }

    @Test func `a sample is spread over all dumps, and is all of them where they are few`() throws {
        let history = try RandomHistory(seed: 13)
        for _ in 0..<80 { try history.goOn() }
        let store = history.store
        let counts = try store.dumpCounts(Self.all)
        let whole = try store.sample(of: counts, limit: 10_000)
        #expect(whole.count == counts.dumps && Set(whole.map(\.sha256)).count == whole.count)
        let few = try store.sample(of: counts, limit: 5)
        #expect(few.count == 5 && few.first?.key == counts.keys?.lowerBound)
        #expect(try store.sample(of: Store.DumpCounts(), limit: 5).isEmpty)
        let rules = try store.ruleCounts(whole)
        let places = try history.store.ask(
            "SELECT count(*) FROM appearances WHERE kind = 'article' AND ordinal <= 20"
        )
        #expect("\(rules.articles)" == places[0] && rules.dumps == counts.dumps)
        let scored = try history.store.ask(
            "SELECT count(*) FROM appearances, json_each(evidence_json) WHERE kind = 'article' AND ordinal <= 20 AND value ->> 'score' IS NOT NULL"
        )
        #expect("\(rules.scores.reduce(0, +))" == scored[0] && scored[0] != "0")
    }
}
