import Testing

@testable import Pages

@Suite struct TitledNameTests {
    @Test(arguments: [
        ("김민지 기자", ["김민지"], nil), ("운하일보 김민지 기자", ["김민지"], "운하일보"),
        ("[부두신문 김민지·박서준 기자]", ["김민지", "박서준"], "부두신문"), ("김민지 선임기자", ["김민지"], nil),
        ("김민지 박서준 기자 minji@harbour.example", ["김민지", "박서준"], nil), ("박서준 특파원", ["박서준"], nil),
        ("记者 王小明", ["王小明"], nil), ("本报记者 王小明 李丽", ["王小明", "李丽"], nil),
        ("海港日报记者王小明报道", ["王小明"], "海港日报"), ("記者王小明／海港報導", ["王小明"], nil),
        ("山田花子記者", ["山田花子"], nil), ("織戸新聞　山田花子記者", ["山田花子"], "織戸新聞"),
    ])
    func `a reporter's title marks the names beside it`(line: String, names: [String], outlet: String?) {
        let byline = BylineReader.read(Array(line.utf8))
        #expect(byline?.authors?.value == names)
        #expect(byline?.outlet?.value == outlet)
    }

    @Test(arguments: ["2026年3月3日 来源：浦江客 记者 王小明", "2026年3月3日 来源：海港日报 记者 王小明"])
    func `an announced source and a reporter on one line are both read`(line: String) {
        let byline = BylineReader.read(Array(line.utf8))
        #expect(byline?.authors?.value == ["王小明"])
        #expect(line.contains("：\(byline?.outlet?.value ?? "none") "))
    }

    @Test(arguments: ["기자", "기자 회견", "本报记者", "记者", "이 사건을 취재한 기자"])
    func `a title with no name beside it names nobody`(line: String) {
        #expect(BylineReader.read(Array(line.utf8))?.authors == nil)
    }

    @Test func `a sentence that tells of a reporter stays text`() throws {
        let story =
            "수문의 다리가 열렸다\n\n"
            + "다리가 다시 열린 날 아침에는 김민지 기자 한 사람만 강가에 서 있었고 배는 한 척도 지나가지 않았다고 관리인은 말했다. 그는 오래 기다렸다.\n\n"
            + "관리청은 다음 주에 회의를 열어 다리의 앞날을 정하겠다고 밝혔으며 주민들은 누구나 올 수 있다고 덧붙였다. 회의는 저녁에 열린다."
        #expect(try Reading.page(story).items.first?.authors == [])
    }
}
