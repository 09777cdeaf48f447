import Testing

@testable import Pages

/// Lists of headlines with summaries, in the shapes in which sites print them and converters leave them.
@Suite struct TeaserListTests {
    private static let posts: [(title: String, summary: String)] = [
        (
            "Harbour Bridge Repairs Delayed Until Spring",
            "Engineers found cracks in two of the oldest piers, and expect the work to take until"
        ),
        (
            "School Board Votes To Keep Library Open",
            "After a meeting that lasted five hours the board voted six to three to keep the only library in"
        ),
        (
            "Storm Leaves Thousands Without Power",
            "Crews worked through the night to restore electricity to about nine thousand homes after it tore"
        ),
        (
            "Ferry Operator Faces Inquiry Over Sailings",
            "The operator cancelled forty sailings in a single month, and the minister wants to know why"
        ),
        (
            "Mayor Denies Knowing About Parking Contract",
            "Mayor Helen Orrick said on Tuesday that she had never seen it, although her office confirmed that"
        ),
    ]

    private static let bridges: [(title: String, summary: String)] = [
        (
            "Мост через залив закроют до весны",
            "Инженеры нашли трещины в двух старейших опорах моста, и городской совет ожидает, что работы продлятся до"
        ),
        (
            "Школьный совет решил сохранить библиотеку",
            "После заседания, которое длилось пять часов, совет шестью голосами против трёх решил сохранить"
        ),
        (
            "Шторм оставил без света тысячи домов",
            "Бригады работали всю ночь, чтобы вернуть электричество примерно девяти тысячам домов на побережье"
        ),
        (
            "Паромную компанию проверят",
            "Компания отменила сорок рейсов за месяц, и министр хочет знать, почему никто об этом не сообщил"
        ),
    ]

    /// The titles of a page of such posts.
    private func titles(
        _ posts: [(title: String, summary: String)] = TeaserListTests.posts,
        above: String = "",
        _ shape: (_ number: Int, _ title: String, _ summary: String) -> String
    ) throws -> [String?] {
        let text = posts.enumerated().map { shape($0 + 1, $1.title, $1.summary) }.joined()
        return try Reading.page(above + text).items.map(\.title)
    }

    @Test(arguments: [
        ("The mail boat left early...Read more", 1), ("The mail boat left early...5 more", 1), ("Boat plan 1.2.3.b", 0),
    ])
    func `an ellipsis before a word or a figure ends a sentence, dots between figures do not`(text: String, ends: Int)
        throws
    {
        #expect(try Blocks.list(text).statistics.map(\.innerStops) == [ends])
    }

    @Test func `a link that is glued to an ellipsis belongs to the summary`() throws {
        let wanted = TeaserListTests.posts.map(\.title)
        #expect(try titles { "\($1)\n\n\($2)…read more\n\n" } == wanted)
        #expect(try titles(above: "Old Quay\nAll notices\n") { "\($1)\n\($2) ...Read more\n" } == wanted)
    }

    @Test func `a summary that begins with a place is no headline, however short it is cut`() throws {
        let posts = TeaserListTests.posts.prefix(2).map { ($0.title, String($0.summary.prefix(60))) }
        let read = try titles(posts, above: "On the harbour\n\n") { "\($1)\n\nOLD QUAY — \($2)…\n\nQuayside desk\n\n" }
        #expect(read == posts.map(\.0))
    }

    @Test func `summaries that are cut are no headlines where headlines have small letters too`() throws {
        let wanted = TeaserListTests.bridges.map(\.title)
        #expect(try titles(TeaserListTests.bridges) { "\($1)\n\($2)…\n\($2)…\n" } == wanted)
    }

    @Test func `what invites to read on is no headline though it repeats one`() throws {
        let read = try titles { "\($1)\n\n\($2) …\n\nContinue reading “\($1)”\n\n" }
        #expect(read == TeaserListTests.posts.map(\.title))
    }

    @Test func `that comments are closed is neither a name nor an outlet`() throws {
        let text = TeaserListTests.posts.map {
            "\($0.title)\n\n5 October 2025 by Anna Pellow · Comments Off on \($0.title)\n\n\($0.summary) […]\n\n"
        }
        let items = try Reading.page(text.joined()).items
        withKnownIssue("The title after \"Comments Off on\" is taken for a part of the name.") {
            #expect(items.map(\.title) == TeaserListTests.posts.map(\.title))
            #expect(
                items.allSatisfy { $0.authors == ["Anna Pellow"] && $0.outlet == nil && $0.publishedOn == "2025-10-05" }
            )
        }
    }

    @Test(
        arguments: [
            ("15 October 2025 Comments Off", nil),
            ("By Anna Pellow | 15 October 2025 | Comments Off on Harbour", "Anna Pellow"),
            ("15. Oktober 2025 von Lena Fisk · Kommentare deaktiviert für Die Brücke am Hafen", "Lena Fisk"),
        ] as [(String, String?)]
    )
    func `a byline ends where comments are closed`(line: String, name: String?) throws {
        let byline = try #require(BylineReader.read(Array(line.utf8)))
        #expect(byline.authors?.value.first == name)
        #expect(byline.outlet == nil)
        #expect(byline.date != nil)
    }

    @Test(
        arguments: [
            ("HARBOUR TOWN — The council met", true), ("OLD QUAY, Kent (Agency) - The council met", true),
            ("HANOI, Vietnam – The council", true), ("SÃO PAULO - The council", true),
            ("Harbour Town — The council met", false),
            ("NATO chief says — and means — it", false), ("A1 — road closed", false), ("BREAKING: road closed", false),
            ("OLD QUAY", false), ("", false),
        ]
    )
    func `a dateline is a place in capitals and a dash`(line: String, isOne: Bool) {
        #expect(Dateline.begins(Array(line.utf8)) == isOne)
    }
}
