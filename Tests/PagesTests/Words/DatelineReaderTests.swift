import Testing

@testable import Pages

@Suite struct DatelineReaderTests {
    private static let rest = " The swing bridge at the lock stays shut for six weeks."

    private func read(_ opening: String) -> (agency: String?, day: String?) {
        let text = Array((opening + DatelineReaderTests.rest).utf8)
        let dateline = DatelineReader(text)
        let day = dateline?.date.flatMap { DateReader.day(of: $0.meaning, order: .dayFirst, near: nil)?.text }
        return (dateline?.agency.map { String(decoding: text[$0], as: UTF8.self) }, day)
    }

    @Test(arguments: [
        ("ORFORD, March 2, 2026 (Coast Wire) —", "Coast Wire"), ("ORFORD, March 2, 2026 /PRNewswire/ --", "PRNewswire"),
        ("ORFORD, Kent, March 02, 2026 (GLOBE NEWSWIRE) --", "GLOBE NEWSWIRE"), ("LONDON, 2 March 2026 –", nil),
        ("BERLIN, 2. März 2026 (dpa) -", "dpa"), ("Berlin, 2. März 2026 (dpa/lno) -", "dpa/lno"),
        ("PARIS, 2 mars 2026 (AFP) –", "AFP"), ("MADRID, 2 Mar. 2026 (EUROPA PRESS) -", "EUROPA PRESS"),
        ("Madrid, 2 mar 2026 (EFE).-", "EFE"), ("МОСКВА, 2 мар 2026 — РИА Новости.", "РИА Новости"),
        ("МОСКВА, 2 марта 2026 г. /ТАСС/.", "ТАСС"), ("(ANSA) - ROMA, 02 MAR 2026 -", "ANSA"),
        ("JAKARTA, 2 Maret 2026 (ANTARA) -", "ANTARA"), ("ORFORD — March 2, 2026 —", nil),
        ("ORFORD, Kent (March 2, 2026) –", nil), ("ΑΘΗΝΑ, 2 Μαρτίου 2026 (ΑΠΕ-ΜΠΕ) -", "ΑΠΕ-ΜΠΕ"),
        ("القاهرة، 2 مارس 2026 (رويترز) -", "رويترز"), ("تهران، ۱۱ اسفند ۱۴۰۴ (ایرنا) -", "ایرنا"),
        ("新华社北京2026年3月2日电", "新华社"), ("（中央社台北2026年3月2日電）", "中央社"),
        ("SÃO PAULO, 2 de março de 2026 (Lusa) –", "Lusa"), ("WARSZAWA, 2 marca 2026 (PAP) -", "PAP"),
    ])
    func `the day and the agency of a dateline are read`(opening: String, agency: String?) {
        #expect(read(opening).agency == agency)
        #expect(read(opening).day == "2026-03-02")
    }

    @Test(arguments: [
        ("ORFORD--(BUSINESS WIRE)--March 2, 2026--", "BUSINESS WIRE"),
        ("ORFORD, N.Y.--(BUSINESS WIRE)--Mar 2, 2026--", "BUSINESS WIRE"),
        ("ORFORD, UK / ACCESSWIRE / March 2, 2026 /", "ACCESSWIRE"), ("Orval, le 2 mars 2026 (AFP) -", "AFP"),
        ("March 2, 2026 (Coast Wire) —", "Coast Wire"), ("ORFORD (Coast Wire) — March 2, 2026 —", "Coast Wire"),
        ("ORFORD — (Coast Wire) March 2, 2026 —", "Coast Wire"), ("(AFP) - Orval, le 2 mars 2026 -", "AFP"),
        ("(Coast Wire) ORFORD, March 2, 2026 —", "Coast Wire"), ("MARCH 2, 2026 – ORFORD –", nil),
        ("Orval, 2 mars 2026 —", nil), ("Orte – 2. März 2026 –", nil), ("Orte, den 2. März 2026 –", nil),
        ("Orval, 2 de marzo de 2026.-", nil), ("Orvale, 2 marzo 2026 –", nil), ("Le Havre, 2 mars 2026 –", nil),
        ("Port of Orford, 2 March 2026 –", nil), ("أورفورد، 2 مارس 2026 —", nil),
        ("Hà Nội, 2/3/2026 (TTXVN) –", "TTXVN"),
        ("【織戸 2026年3月2日 水門通信】", "水門通信"), ("【織戸2026年3月2日】", nil), ("[Orford, March 2, 2026]", nil),
        ("运河网2026年3月2日电", "运河网"), ("奥福，2026年3月2日（运河社）——", "运河社"), ("【运河社2026年3月2日讯】", "运河社"),
        ("(오포드=운하뉴스) 2026년 3월 2일 -", "운하뉴스"),
    ])
    func `the parts of a dateline may stand in any order, and a town needs no capitals`(
        opening: String,
        agency: String?
    ) {
        #expect(read(opening).agency == agency)
        #expect(read(opening).day == "2026-03-02")
    }

    @Test(arguments: [
        "Orval, 2 mars 2026 — le jour où tout a changé.", "Updated March 2, 2026 — The lock is shut.",
        "Monday, March 2, 2026 — The lock is shut.", "On March 2, 2026 — The lock is shut.",
        "March 2, 2026 — The lock is shut.", "March 2, 2026 (Monday) — The lock is shut.",
        "Next meeting, April 14, 2026 — The board meets.", "He left Orford, March 2, 2026 — The lock was shut.",
        "Orford March 2, 2026 — The lock is shut.", "The board met on 2 March 2026 (Coast Wire) was there.",
        "Orval, 2 mars 2026. Le pont est fermé.", "ORFORD--March 2--The bridge is shut.",
        "ORFORD / LONDON / The bridge is shut.", "【2026年3月2日】水門は閉まる。", "【2026年3月2日更新】水門は閉まる。",
        "【開催日 2026年3月2日】水門は閉まる。", "[Updated March 2, 2026] The lock is shut.",
        "[March 2, 2026] The lock is shut.",
        "互联网2026年3月2日电影院关门。", "【織戸 2026年3月2日", "【", "[", "[Orford, March 2, 2026]", "(=) 2026년 3월 2일 - 다리",
        "（", "（运河社", "/", "--", "—— —— ——", "أورفورد 2 مارس 2026 — الجسر",
    ])
    func `a sentence or a label with a day in it is no dateline in another order`(opening: String) {
        let dateline = DatelineReader(Array(opening.utf8))
        #expect(dateline?.date == nil)
    }

    @Test(arguments: [
        ("SEOUL, March 2 (Yonhap) --", "Yonhap"), ("新华社北京3月2日电", "新华社"), ("HARBOUR TOWN (Coast Wire) —", "Coast Wire"),
        ("BEIRUT/THE HAGUE, March 7 (Reuters) -", "Reuters"), ("ST. JOSEPH, Mich. (AP) —", "AP"),
        ("Berlin (dpa) -", "dpa"),
        ("МОСКВА, 2 марта. /ТАСС/.", "ТАСС"), ("МОСКВА, 2 мар — РИА Новости.", "РИА Новости"),
        ("ROMA, 2 mar. (askanews) -", "askanews"),
    ])
    func `a day without a year gives the agency and no day`(opening: String, agency: String) {
        #expect(read(opening).agency == agency)
        #expect(read(opening).day == nil)
    }

    @Test(arguments: [
        "Paris, March 2, 2026 was the day that everything changed.",
        "Paris, March 2, 2026 – the day that everything changed.",
        "On March 2, 2026 — a Monday — the lock was shut.",
        "The lock (built in 1926) — the oldest of the canal — is shut.",
        "LONDON, March 2, 2026 was a cold day.", "March 2, 2026 — a Monday — was a cold day.",
        "The board met on 2 March 2026 (Monday) - nobody came.", "ORFORD — the town, not the lock — is dry.",
        "ORFORD (2026) — the film of the bridge.", "ORFORD LOCK IS SHUT, says the board.",
        "He left Paris, March 2, 2026 (a Monday) and went home.", "北京3月2日电影院关门。", "社会新闻：3月2日电影上映。", "",
        "(", "A", "ORFORD,", "ORFORD, March 2, 2026", "ORFORD, March 2, 2026 (", "ORFORD, March 2, 2026 /",
        "ORFORD, March 2, 2026 —",
    ])
    func `a sentence that names a place or a day opens with no dateline`(opening: String) {
        let dateline = DatelineReader(Array(opening.utf8))
        #expect(dateline?.date == nil)
        #expect(dateline?.agency == nil)
    }

    @Test func `a line of names and dates wins over a dateline`() throws {
        let story = "ORFORD, March 2, 2026 (Coast Wire) — " + Sample.paragraphs(4)
        let page = try Reading.page(
            "Swing bridge shut for six weeks\n\nBy Ada Marsh | Harbour Times | 3 March 2026\n\n" + story
        )
        #expect(page.items.first?.outlet == "Harbour Times")
        #expect(page.items.first?.publishedOn == "2026-03-03")
        #expect(page.items.first?.body.hasPrefix("ORFORD, March 2, 2026 (Coast Wire) — ") == true)
    }

    @Test func `a dateline's day is surer than that of an update, and has its own evidence`() throws {
        let story = "ORFORD, March 2, 2026 (Coast Wire) — " + Sample.paragraphs(4)
        let page = try Reading.page("Swing bridge shut for six weeks\n\nUpdated 5 March 2026\n\n" + story)
        let item = try #require(page.items.first)
        #expect(item.publishedOn == "2026-03-02")
        let evidence = item.evidence.filter { $0.field == "published_on" }
        #expect(evidence.map(\.rule) == ["dateline.date"])
        #expect(evidence.map(\.raw) == ["March 2, 2026"])
    }

    @Test func `a day in the midst of a story is not the story's`() throws {
        let page = try Reading.page(
            "Swing bridge shut for six weeks\n\n" + Sample.paragraph(0)
                + "\n\nORFORD, March 2, 2026 (Coast Wire) — " + Sample.paragraphs(3)
        )
        #expect(page.items.first?.publishedOn == nil)
        #expect(page.items.first?.outlet == nil)
    }
}
