import Testing

@testable import Pages

@Suite struct LabelledNamesTests {
    private func authors(_ line: String) -> [String] {
        BylineReader.read(Array(line.utf8))?.authors?.value ?? []
    }

    @Test(arguments: [
        "경제부 김민지 기자", "김민지 경제부 기자", "정리=김민지 기자", "기자명 김민지 기자", "런던=김민지 특파원",
        "오포드(영국)=김민지 특파원", "운하일보=김민지 기자", "[운하일보=김민지 기자]", "(런던=운하뉴스) 김민지 특파원",
        "김민지 기자(mina@unha.example)", "기자 김민지", "기자: 김민지", "기자 김민지 | 2026.03.02", "김민지 의학전문기자",
        "글 김민지 · 사진 박서준",
    ])
    func `a Korean title names nobody but the reporter`(line: String) {
        #expect(authors(line) == ["김민지"])
    }

    @Test(arguments: [
        ("운하일보=김민지 기자", "운하일보"), ("(런던=운하뉴스) 김민지 특파원", "운하뉴스"),
        ("来源：运河日报 作者：王小明", "运河日报"),
    ])
    func `an outlet may stand before the name`(line: String, outlet: String) {
        #expect(BylineReader.read(Array(line.utf8))?.outlet?.value == outlet)
    }

    @Test(arguments: ["기자 간담회", "기자 지망생", "경제부 기자", "정리 기자"])
    func `words beside a Korean title are no names`(line: String) {
        #expect(authors(line).isEmpty)
    }

    @Test(arguments: [
        "文・山田花子", "文・写真：山田花子", "取材・文：山田花子", "執筆：山田花子", "筆者：山田花子", "著者：山田花子", "ライター：山田花子",
        "寄稿：山田花子", "文 山田花子", "文／山田花子　写真／鈴木一郎", "【ロンドン=山田花子】", "（山田花子）", "山田花子 ロンドン特派員",
        "ロンドン支局 山田花子", "編集部 山田花子", "文・山田花子 | 2026年3月2日", "山田花子（ジャーナリスト）",
    ])
    func `a Japanese label announces the writer`(line: String) {
        #expect(authors(line) == ["山田花子"])
    }

    @Test func `a space may part the two names of a Japanese`() {
        #expect(authors("山田 花子 | 2026年3月2日") == ["山田 花子"])
        #expect(authors("山田花子・鈴木一郎") == ["山田花子", "鈴木一郎"])
    }

    @Test(arguments: [
        "（無断転載を禁ず）", "（共同）", "文・写真", "編集部 からのお知らせ", "写真：鈴木一郎", "文化・芸術", "【速報】",
        "文・理の壁を越えて学ぶ",
    ])
    func `other lines of Japanese signs name nobody`(line: String) {
        #expect(authors(line).isEmpty)
    }

    @Test(arguments: [
        ("文/王小明", ["王小明"]), ("文｜王小明", ["王小明"]), ("作者 | 王小明", ["王小明"]), ("文 / 王小明 图 / 李丽", ["王小明"]),
        ("记者 王小明 北京报道", ["王小明"]), ("记者 王小明 李丽报道", ["王小明", "李丽"]), ("记者王小明 通讯员李丽", ["王小明", "李丽"]),
        ("来源：运河日报 作者：王小明", ["王小明"]), ("责任编辑：李丽", []), ("图/李丽", []), ("文/图", []), ("来源：运河日报", []),
    ])
    func `a Chinese label announces the writer`(line: String, names: [String]) {
        #expect(authors(line) == names)
    }

    @Test(arguments: [
        "Chronique de Lise Morel", "Par le Dr Lise Morel", "De notre envoyée spéciale Lise Morel",
        "Rédigé par Lise Morel",
        "De notre envoyé spécial à Orval, Lise Morel", "Un article de Lise Morel", "Auteure : Lise Morel",
        "Texte : Lise Morel – Photos : Paul Durand", "Scritto da Lise Morel", "Testo di Lise Morel, foto di Marco Riva",
        "Dalla nostra inviata Lise Morel", "dal nostro inviato a Orvale Lise Morel", "a cura di Lise Morel",
        "Texto de Lise Morel, fotografia de Rui Moura", "Redactora: Lise Morel", "Una crónica de Lise Morel",
        "Enviada especial Lise Morel", "Texto: Lise Morel. Fotos: Juan Prado", "Opracowała Lise Morel",
        "Protokoll: Lise Morel", "Aus Berlin berichtet Lise Morel", "Haber: Lise Morel", "Muhabir: Lise Morel",
        "By the Rev. Lise Morel", "Tác giả: Lise Morel", "Phóng viên Lise Morel", "Bài: Lise Morel",
    ])
    func `a phrase announces the writer`(line: String) {
        #expect(authors(line) == ["Lise Morel"])
    }

    @Test(arguments: [
        ("Подготовила Анна Петрова", ["Анна Петрова"]), ("Текст: Анна Петрова. Фото: Иван Орлов", ["Анна Петрова"]),
        ("Корреспондент Анна Петрова", ["Анна Петрова"]), ("Наш корреспондент Анна Петрова", ["Анна Петрова"]),
        ("Спецкор Анна Петрова", ["Анна Петрова"]), ("Журналист: Анна Петрова", ["Анна Петрова"]),
        ("Της Μαρίας Παππά", ["Μαρίας Παππά"]), ("Γράφει η Μαρία Παππά", ["Μαρία Παππά"]),
        ("Ρεπορτάζ: Μαρία Παππά", ["Μαρία Παππά"]), ("كتبت: منى الشاذلي وأحمد سالم", ["منى الشاذلي", "أحمد سالم"]),
        ("المراسل: أحمد سالم", ["أحمد سالم"]), ("إعداد: منى الشاذلي", ["منى الشاذلي"]),
        ("विशेष संवाददाता सीमा वर्मा", ["सीमा वर्मा"]), ("द्वारा सीमा वर्मा", ["सीमा वर्मा"]),
        ("ผู้เขียน: สมชาย ใจดี", ["สมชาย ใจดี"]), ("به قلم سارا احمدی", ["سارا احمدی"]),
        ("گزارش از سارا احمدی", ["سارا احمدی"]),
    ])
    func `a phrase of another script announces the writer`(line: String, names: [String]) {
        #expect(authors(line) == names)
    }

    @Test(arguments: [
        "Chronique de la mer", "Un article de loi", "Scritto da nessuno", "Haber: köprü kapalı", "Texto de apoio",
        "A cura di tutti", "Корреспондент сообщает о закрытии", "Aus Berlin berichtet niemand", "Bài: cầu quay",
        "Του χρόνου πάλι εδώ", "Dal nostro mare", "Testo di legge in aula", "Bericht: Brücke gesperrt",
    ])
    func `a line that begins as such a phrase names nobody`(line: String) {
        #expect(authors(line).isEmpty)
    }

    @Test(arguments: [
        ("By Mina Holloway in Orford and Joe Schimmel in London", ["Mina Holloway", "Joe Schimmel"]),
        ("By Mina Holloway in New York and San Francisco", ["Mina Holloway"]),
        ("By Mina Holloway / Joe Schimmel", ["Mina Holloway", "Joe Schimmel"]),
        ("By Mina Holloway / Staff Reporter", ["Mina Holloway"]),
        ("By Mina Holloway / Harbour Wire", ["Mina Holloway"]),
        ("By Mina Holloway / Local News", ["Mina Holloway"]),
    ])
    func `a second name follows a place or a slash`(line: String, names: [String]) {
        #expect(authors(line) == names)
    }
}
