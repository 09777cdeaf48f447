import Testing

@testable import Pages

/// The same day, 2 March 2026, as pages of many countries write it, with all that stands around it on its line.
@Suite struct DatesOfTheWorldTests {
    private static let digits = [
        "٢ مارس ٢٠٢٦", "۲ مارس ۲۰۲۶", "२ मार्च २०२६", "২ মার্চ ২০২৬", "੨ ਮਾਰਚ ੨੦੨੬", "૨ માર્ચ ૨૦૨૬", "୨ ମାର୍ଚ୍ଚ ୨୦୨୬",
        "௨ மார்ச் ௨௦௨௬", "౨ మార్చి ౨౦౨౬", "೨ ಮಾರ್ಚ್ ೨೦೨೬", "൨ മാർച്ച് ൨൦൨൬", "๒ มีนาคม ๒๕๖๙", "໒ ມີນາ ໒໐໒໖",
        "၂ မတ် ၂၀၂၆", "២ មីនា ២០២៦", "２０２６年３月２日", "２０２６／０３／０２", "２ März ２０２６", "٢/٣/٢٠٢٦", "২/৩/২০২৬", "২০২৬-০৩-০২",
        "二〇二六年三月二日", "二○二六年三月二日", "𝟮 March 𝟮𝟬𝟮𝟲",
    ]

    private static let languages = [
        "понедельник, 2 марта 2026 г., 10:05", "2 мар 2026 г.", "2 мар. 2026 в 10:05 (МСК)", "2 березня 2026 р.",
        "Понеділок, 2 березня 2026 року, о 10:05", "2 март 2026 г. в 10:05 ч.", "2. март 2026. године",
        "понедељак, 2. мар. 2026. 10:05", "2 сакавіка 2026", "2026 жылғы 2 наурыз",
        "Δευτέρα, 2 Μαρτίου 2026, ώρα 10:05",
        "2 ΜΑΡΤΙΟΥ 2026", "2 Mart 2026 Pazartesi 10:05", "02.03.2026 Pazartesi saat 10.05", "2 Mar 2026",
        "Thứ Hai, 2 tháng 3, 2026", "ngày 2/3/2026", "Thứ hai, ngày 02 tháng 03 năm 2026, 10:05 SA", "2 Thg3 2026",
        "Tháng Ba 2, 2026", "Senin, 2 Maret 2026 10:05 WIB", "Isnin, 2 Mac 2026",
        "poniedziałek, 2 marca 2026, godz. 10:05",
        "pondělí 2. března 2026 v 10:05 hod.", "2026. március 2., hétfő 10:05", "2026. március 2. 10:05",
        "luni, 2 martie 2026, ora 10:05", "ponedjeljak, 2. ožujka 2026. u 10:05",
        "maanantaina 2. maaliskuuta 2026 klo 10.05",
        "måndag 2 mars 2026 kl. 10.05", "maandag 2 maart 2026 om 10:05 uur", "יום שני, 2 במרץ 2026, בשעה 10:05",
        "2 במרס 2026", "2 մարտի 2026", "Մարտի 2, 2026", "2 მარტი, 2026", "2026 m. kovo 2 d. 10:05 val.",
        "2026 m. kovo 2 d., pirmadienis",
        "2026. gada 2. marts", "Pirmdien, 2026. gada 2. martā plkst. 10:05", "esmaspäev, 2. märts 2026 kell 10:05",
        "pondelok 2. marca 2026 o 10:05", "ponedeljek, 2. marec 2026 ob 10:05", "dilluns, 2 de març de 2026",
        "2 de marzo del 2026",
        "segunda-feira, 2 de março de 2026 às 10h05", "2026ko martxoaren 2a", "luns, 2 de marzo de 2026",
        "hënë, 2 mars 2026",
        "2026년 3월 2일 (월) 오전 10:05", "2026년 3월 2일 월요일", "2026. 3. 2. 오전 10:05", "2026년 3월 2일 10시 5분",
        "2026年3月2日 星期一 10:05",
        "2026年3月2日（月・祝）10時05分", "2026年3月2日(月) 午前10時05分", "2026 年 3 月 2 日 上午 10:05", "3 月 2, 2026", "3월 2, 2026",
        "三月 2, 2026",
        "西元2026年3月2日", "الاثنين 2 آذار 2026", "الإثنين، 2 آذار/مارس 2026 - 10:05", "2 آذار (مارس) 2026 م",
        "الاثنين 02 مارس 2026 الساعة 10:05",
        "سوموار 2 مارچ 2026ء", "سوموار، 2 مارچ 2026", "सोमवार, 2 मार्च 2026, सुबह 10:05 बजे", "२ मार्च २०२६, सोमवार",
        "सोमवार, ०२ मार्च २०२६",
        "সোমবার, ০২ মার্চ ২০২৬, সকাল ১০:০৫", "২রা মার্চ ২০২৬", "மார்ச் 2, 2026", "திங்கள், 2 மார்ச் 2026", "2026 മാർച്ച് 2", "సోమవారం, 2 మార్చి 2026",
        "മാർച്ച് 2, 2026 തിങ്കൾ", "မတ် ၂၊ ၂၀၂၆", "၂၀၂၆ ခုနှစ် မတ်လ ၂ ရက်", "ថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៦", "ថ្ងៃចន្ទ ទី២ ខែមីនា ឆ្នាំ២០២៦",
        "ວັນຈັນ, 2 ມີນາ 2026",
        "10:05, 2 березня 2026", "10:05 น. วันจันทร์ที่ 2 มีนาคม 2569", "Jumatatu, 2 Machi 2026", "Lunes, Marso 2, 2026",
        "mánudagur 2. mars 2026 kl. 10:05",
        "2 mart 2026", "2 mars 2026, hënë",
    ]

    private static let calendars = [
        "دوشنبه ۱۱ اسفند ۱۴۰۴ - ۱۰:۰۵", "دوشنبه، ۱۱ اسفند ۱۴۰۴", "دوشنبه 11 اسفند 1404 ساعت 10:05", "۱۱ اسفندماه ۱۴۰۴",
        "۱۱ حوت ۱۴۰۴", "دو شنبه ۱۱ حوت ۱۴۰۴ هـ ش",
        "۱۴۰۴/۱۲/۱۱", "1404/12/11 - 10:05", "۱۱/۱۲/۱۴۰۴", "۱۴۰۴-۱۲-۱۱ ۱۰:۰۵", "2 มีนาคม 2569",
        "วันจันทร์ที่ 2 มีนาคม พ.ศ. 2569 เวลา 10:05 น.", "2 มี.ค. 69", "2 มี.ค. 2569 10:05 น.",
        "จันทร์ 2 มี.ค. 69 | 10.05 น.", "2 มีนาคม ค.ศ. 2026", "02/03/2569", "令和8年3月2日", "令和八年三月二日（月）", "令和8年（2026年）3月2日",
        "2026年（令和8年）3月2日（月）", "R8.3.2", "R08/03/02", "㋿8年3月2日",
        "民國115年3月2日", "中華民國115年3月2日 星期一", "民國一一五年三月二日", "中華民國一百一十五年三月二日", "115/03/02", "주체115(2026)년 3월 2일",
        "የካቲት 23 ቀን 2018 ዓ.ም", "ሰኞ የካቲት 23 ቀን 2018",
        "الاثنين 13 رمضان 1447 هـ - 2 مارس 2026 م", "2 مارس 2026 الموافق 13 رمضان 1447", "১৮ ফাল্গুন ১৪৩২ বঙ্গাব্দ, ২ মার্চ ২০২৬",
        "সোমবার, ০২ মার্চ ২০২৬, ১৮ ফাল্গুন ১৪৩২", "1447/09/13 - 2026/03/02",
    ]

    @Test(arguments: digits + languages + calendars)
    func `the day is read, and its line has nothing else`(line: String) throws {
        let text = Array(line.precomposed.utf8)
        let found = DateReader.dates(in: DateReader.tokens(of: text))
        let date = try #require(found.first)
        #expect(DateReader.day(of: date.meaning, order: .dayFirst, near: nil)?.text == "2026-03-02")
        let rest = text[..<date.range.lowerBound] + text[date.range.upperBound...]
        #expect(String(decoding: rest, as: UTF8.self).filter { $0.isLetter || $0.isNumber } == "")
        let byline = try #require(BylineReader.read(text))
        #expect(!byline.names)
        #expect(byline.date != nil)
    }

    @Test(arguments: [
        ("2. listopada 2026.", "2026-10-02"), ("2 listopada 2026", "2026-11-02"), ("2 листопада 2026", "2026-11-02"),
        ("1 كانون الثاني 2026", "2026-01-01"), ("31 كانون الأول 2025", "2025-12-31"),
        ("5 تشرين الثاني/نوفمبر 2025", "2025-11-05"), ("5 تشرين الأول 2025", "2025-10-05"),
        ("10 جويلية 2025", "2025-07-10"), ("3 دجنبر 2025", "2025-12-03"),
        ("ngày 2 tháng mười hai năm 2025", "2025-12-02"),
        ("令和元年五月一日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"), ("昭和64年1月7日", "1989-01-07"),
        ("二〇二五年十二月三十一日", "2025-12-31"), ("2 ม.ค. 41", "1998-01-02"), ("2 Aralık 2025", "2025-12-02"),
        ("2 Ara 2025", "2025-12-02"), ("१५ ऑगस्ट २०२५", "2025-08-15"), ("ژانویه 5, 2026", "2026-01-05"),
        ("۳۰ اسفند ۱۴۰۳", "2025-03-20"), ("۱ فروردین ۱۴۰۴", "2025-03-21"),
    ])
    func `names that differ by country name the right month`(line: String, wanted: String) throws {
        let date = try #require(DateReader.dates(in: DateReader.tokens(of: Array(line.precomposed.utf8))).first)
        #expect(DateReader.day(of: date.meaning, order: nil, near: nil)?.text == wanted)
    }

    @Test(arguments: [
        "۱۳ رمضان ۱۴۴۷", "١٤٤٧/٠٩/١٣", "1447-09-13", "२०८२ फागुन १८", "२०८२-११-१८", "১৮ ফাল্গুন ১৪৩২",
        "平成31年5月1日", "令和0年3月2日", "31 اسفند 1404", "۳۰ اسفند ۱۴۰۴", "ยอดขาย 2569 ล้าน", "2 มี.ค. 10:05", "三月二日",
        "Release R8.3.2.1", "R 8.3.2", "192.168.10.20", "115-03-02-11", "2 كانون 2026", "٢ مارس", "11 اسفند",
        "第二十年三月", "Model 1404-12", "1404 12 11", "2026年13月2日", "99999999999999999999年3月2日",
    ])
    func `no day is read where arithmetic does not give it, or where it is no date`(line: String) {
        #expect(DateReader.dates(in: DateReader.tokens(of: Array(line.precomposed.utf8))).isEmpty)
    }

    @Test(arguments: [
        ("3 March 2026 Friday Night Lights", "3 March 2026"), ("Sold D. 3 March 2026", "3 March 2026"),
        ("Published: 3 March 2026", "3 March 2026"), ("Updated on Monday, 3 March 2026", "Monday, 3 March 2026"),
        ("3 March 2026 M. Smith", "3 March 2026"), ("C'est la Vie 4 March 2026", "4 March 2026"),
        ("Uncle Sam 3 March 2026", "3 March 2026"), ("Vie, 22 Nov 2024", "Vie, 22 Nov 2024"),
        ("sam. 2 mars 2026", "sam. 2 mars 2026"), ("2 марта 2026 Г. Иванов", "2 марта 2026"),
        ("Ada Marsh 13 Ramadan Street, 3 March 2026", "3 March 2026"),
    ])
    func `words of names and words of publication stay outside a date`(line: String, wanted: String) throws {
        let text = Array(line.utf8)
        let date = try #require(DateReader.dates(in: DateReader.tokens(of: text)).first)
        #expect(String(decoding: text[date.range], as: UTF8.self) == wanted)
    }

    @Test(arguments: [
        "प्रकाशित: २ मार्च २०२६", "เผยแพร่: 2 มี.ค. 2569 10:05 น.", "تاریخ انتشار: ۱۱ اسفند ۱۴۰۴ - ۱۰:۰۵",
        "Опубликовано: 2 марта 2026 г. в 10:05", "Đăng lúc 10:05 ngày 2/3/2026", "公開日：令和8年3月2日", "প্রকাশ: ০২ মার্চ ২০২৬",
        "發布日期：民國115年3月2日", "פורסם ב-2 במרץ 2026", "Objavljeno: 2. ožujka 2026. u 10:05",
    ])
    func `a word of publication in the same language marks the date`(line: String) throws {
        let byline = try #require(BylineReader.read(Array(line.precomposed.utf8)))
        #expect(byline.days == ["2026-03-02"])
        #expect(byline.sureness == .marked)
        #expect(!byline.names)
    }

    @Test(arguments: ["Update: २ मार्च २०२६", "আপডেট: ০২ মার্চ ২০২৬", "อัปเดต: 2 มี.ค. 2569", "更新日時：令和8年3月2日"])
    func `a word of change in the same language marks an update`(line: String) throws {
        let byline = try #require(BylineReader.read(Array(line.precomposed.utf8)))
        #expect(byline.isUpdate)
        #expect(!byline.names)
    }

    @Test func `no mixture of the parts of dates traps, and no range leaves its line`() {
        var random = SeededGenerator(state: 7)
        var parts = [
            "(", ")", "/", "-", ".", ":", "年", "月", "日", "令和", "十", "2026", "1404", "99999999999", "R8", "thứ",
        ]
        for line in DatesOfTheWorldTests.languages + DatesOfTheWorldTests.calendars {
            parts += line.split(separator: " ").map { String($0) }
        }
        for _ in 0..<4000 {
            let count = Int.random(in: 1...12, using: &random)
            let line = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            let text = Array(line.utf8)
            for found in DateReader.dates(in: DateReader.tokens(of: text)) {
                #expect(found.range.lowerBound >= 0 && found.range.upperBound <= text.count)
            }
            _ = BylineReader.read(text)
            _ = DatelineReader(text)
        }
    }
}

extension String {
    /// As the decoder hands it on.
    fileprivate var precomposed: String {
        let text = (try? TextDecoder.decode(Array(utf8)).utf8) ?? Array(utf8)
        return String(decoding: text.last == 0x0A ? text.dropLast() : text[...], as: UTF8.self)
    }
}
