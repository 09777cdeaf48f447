import Pages
import Testing

@testable import Store

/// Words in scripts that are written without spaces.
@Suite struct BigramTests {
    @Test(arguments: [
        ("漁船火災", "漁船 船火 火災 災"), ("港", "港"), ("ab 港湾 cd", "ab  港湾 湾  cd"), ("iPhone手机", "iPhone 手机 机"),
        ("plain text", "plain text"), ("港、湾", "港 、 湾"), ("ขนม", "ขน นม ม"),
    ])
    func `a run becomes words of two characters`(text: String, split: String) {
        #expect(Bigrams.split(text).split(separator: " ") == split.split(separator: " "))
        #expect(Bigrams.areNeeded(text) == (text.unicodeScalars.contains(where: Bigrams.isUnspaced)))
    }

    @Test func `typographic signs, accents and other scripts need no splitting`() {
        for text in ["“quoted” – dash…", "Ünal É", "Привет", "안녕하세요", "नमस्ते", "€ 5", "👍🏽"] {
            #expect(!Bigrams.areNeeded(text), "\(text)")
            #expect(Bigrams.split(text) == text)
        }
    }

    private func harbour() throws -> ScratchStore {
        let scratch = try ScratchStore()
        let stories = [
            ("Chinese", "昨晚渔港发生火灾，三艘渔船被烧毁。没有人受伤。"),
            ("Japanese", "昨夜、漁港で火事があり、三隻の漁船が焼けた。けが人はいなかった。カメラは無事。"),
            ("Thai", "เมื่อคืนเกิดไฟไหม้ที่ท่าเรือ เรือประมงสามลำถูกเผา ไม่มีผู้บาดเจ็บ"),
            ("English", "A fire burned three boats in the harbour; nobody was hurt."),
            ("Mixed", "The word 漁船 means fishing boat in the harbour."),
        ]
        for (title, body) in stories {
            try scratch.take(ScratchStore.page([ScratchStore.article(title, body)]), dump: title)
        }
        return scratch
    }

    @Test(arguments: [
        ("渔船", ["Chinese"]), ("火灾", ["Chinese"]), ("火", ["Chinese", "Japanese"]), ("受伤", ["Chinese"]),
        ("伤", ["Chinese"]), ("被烧毁", ["Chinese"]), ("毁没", []), ("漁船", ["Japanese", "Mixed"]),
        ("火事", ["Japanese"]), ("カメ", ["Japanese"]), ("けが人", ["Japanese"]), ("เรือ", ["Thai"]), ("ไฟ", ["Thai"]),
        ("ท่าเรือ", ["Thai"]), ("ลำ", ["Thai"]), ("漁船 harbour", ["Mixed"]), ("漁船 -harbour", ["Japanese"]),
        ("漁船 OR harbour", ["English", "Japanese", "Mixed"]),
        ("渔船 OR 漁船 OR เรือ OR boats", ["Chinese", "English", "Japanese", "Mixed", "Thai"]),
        ("harbour", ["English", "Mixed"]), ("-漁船 harbour", ["English"]), ("\"漁船 means\"", ["Mixed"]),
        ("漁船* mean*", ["Mixed"]), ("body:漁船", ["Japanese", "Mixed"]), ("title:漁船", []), ("NEAR(漁船 boat, 5)", ["Mixed"]),
        ("after:2026 火事", ["Japanese"]),
    ])
    func `words are found inside a run in three scripts, together with others`(query: String, found: [String]) throws {
        let store = try harbour().store
        #expect(try store.find(query).compactMap(\.title).sorted() == found)
    }

    @Test func `the words found are marked in the excerpt`() throws {
        let hit = try #require(try harbour().store.find("火灾 渔船").first)
        let scalars = Array(hit.excerpt.text.unicodeScalars)
        let marked = hit.excerpt.marks.map { String(String.UnicodeScalarView(scalars[$0])) }
        #expect(marked == ["火灾", "渔船"])
    }

    @Test func `a revised, switched off or rebuilt index holds what it should`() throws {
        let scratch = try harbour()
        try scratch.take(
            ScratchStore.page([ScratchStore.article("Chinese", "昨晚渔港发生火灾，四艘货轮被烧毁。没有人受伤。")]),
            dump: "later"
        )
        #expect(try scratch.store.find("渔船").isEmpty)
        #expect(try scratch.store.find("货轮").count == 1)
        try scratch.store.setIndexing(true, bigrams: false)
        try scratch.take(ScratchStore.page([ScratchStore.article("More", "新しい灯台が建った。")]), dump: "more")
        #expect(try scratch.store.find("灯台").isEmpty, "without the index only whole runs are words")
        #expect(try scratch.store.indexDefect() == nil)
        try scratch.store.setIndexing(true, bigrams: true)
        while try scratch.store.fillIndexes() {}
        #expect(try scratch.store.find("灯台").count == 1)
        #expect(try scratch.store.indexDefect() == nil)
        try scratch.store.rebuildIndex()
        #expect(try scratch.store.find("灯台").count == 1)
        #expect(try scratch.store.indexDefect() == nil)
    }

    @Test func `an index that lacks an article or holds a stranger is noticed`() throws {
        let scratch = try harbour()
        let store = scratch.store
        try store.connection.script(
            "INSERT INTO articles_bigrams (rowid, title, body) VALUES (4, NULL, '漁船')",
            doing: "add a stranger"
        )
        #expect(try store.indexDefect()?.part == .index)
        try store.rebuildIndex()
        #expect(try store.indexDefect() == nil)
        try store.connection.script(TextIndex.bigrams.order("delete-all"), doing: "empty it")
        #expect(try store.indexDefect()?.part == .index)
    }

    @Test func `the stock shell finds a longer word as a phrase`() throws {
        let store = try harbour().store
        let found = try store.ask(
            """
            SELECT a.title FROM articles_bigrams JOIN keyed_articles a ON a.key = articles_bigrams.rowid
            WHERE articles_bigrams MATCH '"けが が人"'
            """
        )
        #expect(found == ["Japanese"])
    }
}
