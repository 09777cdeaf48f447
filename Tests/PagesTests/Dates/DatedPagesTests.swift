import Testing

@testable import Pages

/// Pages whose date line is written in other digits, languages and calendars, made up for it.
@Suite struct DatedPagesTests {
    private struct Story {
        let headline: String
        let date: String
        let sentence: String
    }

    private static let stories: [String: Story] = [
        "bn": Story(
            headline: "ঘূর্ণায়মান সেতু ছয় সপ্তাহ বন্ধ থাকবে",
            date: "সোমবার, ০২ মার্চ ২০২৬, ১৮ ফাল্গুন ১৪৩২",
            sentence:
                "খাল কর্তৃপক্ষ জানিয়েছে যে সেতুটি অন্তত ছয় সপ্তাহ বন্ধ থাকবে, কারণ চারটি বিয়ারিংয়ের দুটিতে ফাটল পাওয়া গেছে। কৃষকেরা বলছেন, ঘুরপথে যেতে অনেক সময় লাগে।"
        ),
        "km": Story(
            headline: "ស្ពានបង្វិលត្រូវបិទរយៈពេលប្រាំមួយសប្តាហ៍",
            date: "ថ្ងៃទី២ ខែមីនា ឆ្នាំ២០២៦ ម៉ោង ១០:០៥",
            sentence: "អាជ្ញាធរប្រឡាយបានឲ្យដឹងថា ស្ពាននេះនឹងត្រូវបិទយ៉ាងតិចប្រាំមួយសប្តាហ៍ បន្ទាប់ពីវិស្វកររកឃើញស្នាមប្រេះ។ កសិករនិយាយថា ផ្លូវវាងចំណាយពេលយូរណាស់។"
        ),
        "ja": Story(
            headline: "旋回橋、六週間通行止めに",
            date: "令和8年3月2日（月） 午前10時05分",
            sentence: "運河管理局は月曜日、橋の重さを支える四つの軸受けのうち二つに亀裂が見つかったため、旋回橋を少なくとも六週間閉鎖すると発表した。農家は遠回りに時間がかかると話している。"
        ),
        "zh": Story(
            headline: "旋转桥将关闭六个星期",
            date: "二〇二六年三月二日 星期一",
            sentence: "运河管理局星期一表示，由于承重的四个轴承中有两个出现裂缝，旋转桥至少要关闭六个星期。农民说，绕路要花很多时间，恐怕会吃掉他们仅有的利润。"
        ),
        "fa": Story(
            headline: "پل گردان شش هفته بسته ماند",
            date: "۱۴۰۴/۱۲/۱۱ - ۱۰:۰۵",
            sentence:
                "سازمان کانال اعلام کرد پل گردان دست‌کم شش هفته بسته می‌ماند، زیرا در دو یاتاقان ترک دیده شده است. کشاورزان می‌گویند راه طولانی سود آنها را از بین می‌برد."
        ),
        "ru": Story(
            headline: "Разводной мост закрыт на шесть недель",
            date: "2 мар 2026 г., 10:05 (МСК)",
            sentence:
                "Управление канала сообщило, что мост останется закрытым не меньше шести недель, потому что в двух опорах нашли трещины. Фермеры говорят, что объезд занимает слишком много времени."
        ),
        "lt": Story(
            headline: "Pasukamas tiltas uždarytas šešioms savaitėms",
            date: "2026 m. kovo 2 d. 10:05 val.",
            sentence:
                "Kanalo valdyba pranešė, kad tiltas bus uždarytas mažiausiai šešias savaites, nes dviejuose guoliuose rasta įtrūkimų. Ūkininkai sako, kad apylanka užima per daug laiko."
        ),
        "ta": Story(
            headline: "சுழல் பாலம் ஆறு வாரங்களுக்கு மூடப்பட்டது",
            date: "திங்கள், 2 மார்ச் 2026, காலை 10:05 மணி",
            sentence:
                "கால்வாய் ஆணையம் திங்கட்கிழமை கூறியதாவது, பாலம் குறைந்தது ஆறு வாரங்களுக்கு மூடப்பட்டிருக்கும். விவசாயிகள் சுற்று வழியில் செல்ல அதிக நேரம் ஆகிறது என்று கூறினர்."
        ),
    ]

    /// Five paragraphs that begin at other places of the story's sentences, since no page prints one paragraph often.
    private static func paragraphs(of story: Story) -> String {
        let letters = Array(story.sentence)
        return (0..<5).map { String(letters[($0 * 9)...] + " " + letters[..<($0 * 9)]) }.joined(separator: "\n\n")
    }

    @Test(arguments: ["bn", "km", "ja", "zh", "fa", "ru", "lt", "ta"])
    func `the line of a date gives the day, and nothing of it is text, outlet or author`(language: String) throws {
        let story = try #require(DatedPagesTests.stories[language])
        let text = DatedPagesTests.paragraphs(of: story)
        let page = try Reading.page("\(story.headline)\n\n\(story.date)\n\n\(text)\n")
        let item = try #require(page.items.first)
        #expect(item.title == story.headline)
        #expect(item.publishedOn == "2026-03-02")
        #expect(item.authors == [])
        #expect(item.outlet == nil)
        #expect(item.body.hasPrefix(String(story.sentence.prefix(20))))
        let evidence = try #require(item.evidence.first { $0.field == "published_on" })
        #expect(story.date.contains(evidence.raw) || evidence.raw == story.date)
    }

    @Test func `a date of a calendar that is not converted leaves the day unknown`() throws {
        let story = try #require(DatedPagesTests.stories["fa"])
        let text = DatedPagesTests.paragraphs(of: story)
        let page = try Reading.page("\(story.headline)\n\n۱۳ رمضان ۱۴۴۷\n\n\(text)\n")
        #expect(page.items.first?.publishedOn == nil)
    }

    @Test func `a sentence with a day of another calendar stays text`() throws {
        let story = try #require(DatedPagesTests.stories["fa"])
        let sentence =
            "این پل در ۱۱ اسفند ۱۳۸۵ گشوده شد و از آن زمان هر روز صدها خودرو از روی آن می‌گذرد و کشاورزان از آن راضی‌اند."
        let page = try Reading.page("\(story.headline)\n\n\(story.sentence)\n\n\(sentence)\n\n\(story.sentence)\n")
        #expect(page.items.first?.publishedOn == nil)
        #expect(page.items.first?.body.contains(sentence) == true)
    }
}
