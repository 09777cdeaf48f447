import TestSupport
import Testing

@testable import Pages

@Suite struct StoryTextTests {
    private static func body(_ seed: UInt64, _ paragraphs: Int = 4) -> String {
        var writer = StoryWriter(seed: seed)
        return writer.body(paragraphs)
    }

    /// The text with every so-manieth word replaced.
    private static func changed(_ text: String, every step: Int, to word: String = "herring") -> String {
        text.split(separator: " ").enumerated().map { $0.offset % step == step - 1 ? word : String($0.element) }
            .joined(separator: " ")
    }

    private let goat = Told(title: "Goat elected by a show of hooves", body: body(1))

    @Test func `the same title, source and date over a text with a fifth in common is one story`() {
        var other = goat
        other.body = StoryTextTests.changed(goat.body, every: 5)
        #expect(Told.kinship(goat, other) == "same-id")
        other.body = StoryTextTests.body(2)
        #expect(Told.kinship(goat, other) == nil)
    }

    @Test func `the same words under another title are one story`() {
        var other = goat
        other.title = "Council gains four legs"
        #expect(Told.kinship(goat, other) == "same-text")
        other.title = ""
        #expect(Told.kinship(goat, other) == "same-text")
        other.body = goat.body.uppercased().replacing(".", with: " –")
        #expect(Told.kinship(goat, other) == "same-text")
    }

    @Test func `a line or two that many pages print is no story by its words`() {
        let one = Told(title: "Tea is served", body: "Doors open at seven. Bring a cup.")
        let other = Told(title: "The lamp is lit", body: "Doors open at seven. Bring a cup.")
        #expect(Told.kinship(one, other) == nil)
        #expect(Told.kinship(one, one) == "same-id")
    }

    @Test func `a corrected title over a text with a word or two changed is one story`() {
        var other = goat
        other.title = "Goat is now a councillor"
        other.body = StoryTextTests.changed(goat.body, every: 70)
        #expect(Told.kinship(goat, other) == "near-text")
        // A third of the words changed is another story under another title.
        other.body = StoryTextTests.changed(goat.body, every: 3)
        #expect(Told.kinship(goat, other) == nil)
    }

    @Test func `a long text without a title that stands in another is one story`() {
        let told = Told(title: "", on: nil, source: nil, body: StoryTextTests.body(3, 8))
        var other = goat
        other.body = told.body + "\n" + StoryTextTests.body(4, 6)
        other.on = nil
        #expect(Told.kinship(told, other) == "near-text")
        other.body = String(told.body.prefix(told.body.utf8.count / 2)) + "\n" + StoryTextTests.body(4, 6)
        #expect(Told.kinship(told, other) == nil)
    }

    @Test func `the same title over a text with a third in common is one story, whichever source is unknown`() {
        var other = goat
        other.source = nil
        other.body =
            StoryTextTests.body(1, 4).split(separator: "\n").prefix(2).joined(separator: "\n")
            + "\n" + StoryTextTests.body(5, 2)
        #expect(Told.kinship(goat, other) == "same-title")
        other.body = StoryTextTests.body(5)
        #expect(Told.kinship(goat, other) == nil)
    }

    @Test func `a title that stands in the other, as with a kicker before it, is nearly the same title`() {
        var other = goat
        other.title = "From the council: " + goat.title
        other.body = StoryTextTests.changed(goat.body, every: 20)
        #expect(Told.kinship(goat, other) == "same-title" || Told.kinship(goat, other) == "near-text")
        // Two words stand in many titles.
        var short = goat
        short.title = "Goat elected"
        other.body = StoryTextTests.changed(goat.body, every: 12)
        #expect(Told.kinship(short, other) == nil)
    }

    @Test func `one page with one story is one story while a third of it stays`() {
        var one = goat
        one.pageKey = "7c1e90b4d35fa268"
        var other = one
        other.title = "Council gains four legs"
        other.body = StoryTextTests.changed(goat.body, every: 6)
        #expect(Told.kinship(one, other) == "same-page")
        other.pageKey = "0f63ad928e5b14c7"
        #expect(Told.kinship(one, other) == nil)
        other.pageKey = one.pageKey
        other.body = StoryTextTests.body(6)
        #expect(Told.kinship(one, other) == nil)
    }

    @Test(arguments: [7, 14, 28, 365]) func `columns of one title and other texts stay apart`(days: Int) {
        let one = Told(title: "From the pulpit", on: "2026-01-04", body: StoryTextTests.body(7))
        var other = Told(title: "From the pulpit", on: nil, body: StoryTextTests.body(8))
        #expect(Told.kinship(one, other) == nil)
        other.on = CalendarDate(dayNumber: (CalendarDate(text: "2026-01-04")?.dayNumber ?? 0) + days)?.text
        #expect(other.on != nil && Told.kinship(one, other) == nil)
        // An opening and a close that each of them has make no story of two.
        other.body = one.body.split(separator: "\n")[0] + "\n" + other.body + "\n" + one.body.split(separator: "\n")[3]
        #expect(Told.kinship(one, other) == nil)
    }

    @Test func `a day more or less is the same date`() {
        var other = goat
        other.on = "2026-03-05"
        other.body = StoryTextTests.changed(goat.body, every: 8)
        #expect(Told.kinship(goat, other) == "same-title")
        other.on = "2026-03-06"
        #expect(Told.kinship(goat, other) == nil)
    }

    @Test func `a date read from the wrong line hides no story`() {
        var other = goat
        other.on = "2025-11-30"
        #expect(Told.kinship(goat, other) == "same-text")
        other.body = StoryTextTests.changed(goat.body, every: 90)
        #expect(Told.kinship(goat, other) == "near-text")
        // Another title needs a long text that is nearly the same.
        other.title = "Council gains four legs"
        other.body = StoryTextTests.changed(goat.body, every: 30)
        #expect(Told.kinship(goat, other) == nil)
    }

    @Test func `posts made from one template stay apart`() {
        // Three words of ten are the month's own, each somewhere else.
        let form = StoryTextTests.body(9).split(separator: " ").map(String.init)
        func post(_ month: Int) -> Told {
            var writer = StoryWriter(seed: UInt64(100 + month))
            let words = form.map {
                Int.random(in: 0..<10, using: &writer) < 3 ? "m\(month)w\(writer.next() % 999)" : $0
            }
            return Told(
                title: "Harvest report \(month)",
                on: "2026-0\(month)-01",
                body: words.joined(separator: " ")
            )
        }
        for month in 1...6 {
            for other in 1..<month { #expect(Told.kinship(post(month), post(other)) == nil, "\(month) and \(other)") }
        }
    }

    @Test func `lines round the text make no other story`() {
        var other = goat
        other.title = "Goat elected"
        let lines = ["Share this page", "Sign up for our letter every Friday", "Read more from the council"]
        other.body = lines[0] + "\n" + goat.body + "\n" + lines[1...].joined(separator: "\n")
        #expect(Told.kinship(goat, other) == "near-text")
    }

    @Test func `texts of two known sources are copies and never a story`() {
        var other = goat
        other.source = "the ferry times"
        #expect(Told.kinship(goat, other) == "copy")
        other.body = String(goat.body.prefix(goat.body.utf8.count / 2))
        #expect(Told.kinship(goat, other) == "copy")
        other.body = String(goat.body.prefix(goat.body.utf8.count / 4)) + "\n" + StoryTextTests.body(10, 4)
        #expect(Told.kinship(goat, other) == nil)
        other.body = goat.body
        other.on = "2026-04-20"
        #expect(Told.kinship(goat, other) == "copy")
        other.on = "2026-06-20"
        #expect(Told.kinship(goat, other) == nil)
    }

    @Test func `Chinese texts are compared by their characters`() {
        let text = "镇上的山羊在星期二的会议上当选为议员，因为文书说它比任何人都更了解下水道。居民们鼓掌了一分半钟。主席的帽子后来也不见了，没有人知道是谁吃掉的。渡轮明天早上九点照常开出，船长请大家带上雨伞和热茶。"
        let one = Told(title: "山羊在镇议会选举中以举蹄表决方式当选", source: nil, body: text)
        var other = one
        other.title = "山羊当选"
        other.body = text.replacing("星期二", with: "星期三")
        #expect(Told.kinship(one, other) == "near-text")
        other.title = "快讯：" + one.title
        other.body = String(text.prefix(60)) + "图书馆今晚不开门，管理员去听铜管乐队的排练了，请读者改天再来还书。"
        #expect(Told.kinship(one, other) == "same-title")
        other.title = "图书馆今晚不开门"
        other.body = "图书馆今晚不开门，管理员去听铜管乐队的排练了，请读者改天再来还书。灯塔的灯由他的姐姐点亮。"
        #expect(Told.kinship(one, other) == nil)
    }

    @Test func `kinship is the same both ways round, whatever the texts`() {
        var writer = StoryWriter(seed: 2026)
        var kinds: [String: Int] = [:]
        let bases = (0..<6).map { StoryTextTests.body(UInt64(20 + $0), 1 + $0) }
        func text() -> Told {
            var told = Told()
            told.title =
                ["", "The bell", "From the pulpit", "From the pulpit of the week"].randomElement(using: &writer) ?? ""
            told.on = [nil, "2026-03-01", "2026-03-02", "2026-05-20"].randomElement(using: &writer) ?? nil
            told.source = [nil, "a", "b"].randomElement(using: &writer) ?? nil
            told.pageKey = [nil, "7c1e90b4d35fa268"].randomElement(using: &writer) ?? nil
            let base = bases[Int.random(in: 0..<2, using: &writer)]
            let step = [2, 4, 9, 30, 100, 10_000].randomElement(using: &writer) ?? 2
            told.body = StoryTextTests.changed(base, every: step, to: "w\(writer.next() % 3)")
            return told
        }
        for _ in 0..<3000 {
            let kinship = Told.kinship(text(), text())
            #expect(kinship?.contains("one way") != true, "\(kinship ?? "")")
            kinds[kinship ?? "none", default: 0] += 1
        }
        print("kinships of random texts: \(kinds.sorted { $0.key < $1.key })")
        #expect(Set(kinds.keys).isSuperset(of: ["none", "copy", "same-id", "same-text", "near-text", "same-title"]))
    }
}
