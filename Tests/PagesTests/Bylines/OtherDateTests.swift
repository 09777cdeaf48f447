import Testing

@testable import Pages

@Suite struct OtherDateTests {
    private func read(_ line: String) -> Byline? { BylineReader.read(Array(line.utf8)) }

    @Test(arguments: [
        "Next meeting: 14 April 2026", "Offer ends 31 March 2026", "Photo taken 14 February 2024",
        "Member since January 5, 2019", "Event date: 3 May 2026", "Doors open 4 May 2026",
        "Registration closes on 3 May 2026", "Nächste Sitzung: 14. April 2026", "Angebot endet am 31. März 2026",
        "Mitglied seit 5. Januar 2019", "Aufgenommen am 14. Februar 2024", "Prochaine réunion : 14 avril 2026",
        "Membre depuis le 5 janvier 2019", "Próxima reunión: 14 de abril de 2026",
        "Miembro desde el 5 de enero de 2019",
        "Prossima riunione: 14 aprile 2026", "次回会議：2026年4月14日", "撮影日：2024年2月14日", "下次会议：2026年4月14日",
        "Court date: April 14, 2026", "Match date: 14 April 2026", "Next update: 14 April 2026",
        "Photo: February 14, 2024", "Copyright 5 January 2019", "2024年2月14日撮影",
        "2026年4月14日まで",
        "Foto vom 14. Februar 2024", "Photo du 14 février 2024", "Фото сделано 14 февраля 2024", "摄于2024年2月14日",
        "다음 회의: 2026년 4월 14일", "회원 가입일 2019.01.05", "Следующее заседание: 14 апреля 2026",
    ])
    func `a date with another label is not the story's`(line: String) {
        #expect(read(line)?.date == nil)
        #expect(read(line)?.outlet == nil)
    }

    @Test(arguments: [
        ("Published 3 March 2026", "2026-03-03"), ("Posted in Events on 3 March 2026", "2026-03-03"),
        ("Daily Archives: March 11, 2026", "2026-03-11"), ("Ditulis oleh: 3 Maret 2026", "2026-03-03"),
        ("Coast Wire – 3 March 2026", "2026-03-03"), ("Harbour Town, 3 March 2026", "2026-03-03"),
        ("Objavljeno: 3. ožujka 2026", "2026-03-03"), ("March 3, 2026 | Next meeting: 14 April 2026", "2026-03-03"),
        ("公開日時：2026年3月3日", "2026-03-03"), ("Publication date: 3 March 2026", "2026-03-03"),
        ("Date: 3 March 2026", "2026-03-03"), ("Release date: 3 March 2026", "2026-03-03"),
        ("Meeting room closed | Published: 3 March 2026", "2026-03-03"),
    ])
    func `a word of publication, a place and an unknown label leave the date the story's`(line: String, day: String) {
        #expect(read(line)?.days == [day])
    }

    @Test(arguments: [
        "By Ada Marsh | Member since January 5, 2019", "By Ada Marsh, member since January 5, 2019",
        "By Ada Marsh (member since January 5, 2019)", "By Ada Marsh | Copyright 5 January 2019",
    ])
    func `another date beside an author leaves the author`(line: String) {
        let byline = read(line)
        #expect(byline?.authors?.value == ["Ada Marsh"])
        #expect(byline?.date == nil)
        #expect(byline?.outlet == nil)
    }

    @Test func `a story with another date only has none`() throws {
        let story = "Ferry timetable is printed upside down\n\nBy Ada Marsh\n\nOffer ends 31 March 2026\n\n"
        let item = try #require(try Reading.page(story + Sample.paragraphs(5)).items.first)
        #expect(item.authors == ["Ada Marsh"])
        #expect(item.publishedOn == nil)
        #expect(item.outlet == nil)
        #expect(!item.body.contains("Offer ends"))
    }
}
