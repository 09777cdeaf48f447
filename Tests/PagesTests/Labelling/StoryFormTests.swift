import Testing

@testable import Pages

@Suite struct StoryFormTests {
    /// Reads a page that has to be one article, and returns it.
    private func article(_ blocks: String...) throws -> Item {
        let page = try Reading.page(blocks.joined(separator: "\n\n"))
        #expect(page.items.count == 1)
        let item = try #require(page.items.first)
        #expect(item.kind == .article)
        return item
    }

    @Test func `short questions and answers are one interview`() throws {
        let item = try article(
            "Eight questions for the ferry's cook",
            "She cooks for forty people in a room that tilts. We asked.",
            "Who eats most?",
            "The engine room. Nobody knows where they put it.",
            "What do they ask for?",
            "Pancakes. Always pancakes, and in a swell I say no.",
            "Have you ever dropped a pot?",
            "Once. It went through two doors and stopped at the captain.",
            "What did he say?",
            "He asked whether there was more."
        )
        #expect(item.title == "Eight questions for the ferry's cook")
        #expect(item.body.contains("What did he say?"))
        #expect(item.body.contains("He asked whether there was more."))
    }

    @Test func `an interview in German with speakers' names is one article`() throws {
        let item = try article(
            "„Am Ende bleibt das Ruder“",
            "Von Ada Marsh",
            "3. März 2026",
            "Der Steuermann der Hafenfähre geht in den Ruhestand. Ein Gespräch am Kai.",
            "Anzeiger: Wie war die erste Fahrt?",
            "Brandt: Kalt. Und kürzer, als ich gedacht hatte.",
            "Anzeiger: Und die letzte?",
            "Brandt: Die kommt erst am Freitag.",
            "Anzeiger: Wer übernimmt das Ruder?",
            "Brandt: Meine Tochter."
        )
        #expect(item.authors == ["Ada Marsh"])
        #expect(item.publishedOn == "2026-03-03")
        #expect(item.body.hasSuffix("Meine Tochter."))
    }

    @Test func `questions in Japanese, Spanish and French are told too`() throws {
        let japanese = try article(
            "渡し船の料理人に聞く",
            "2026年3月3日",
            "四十人分の食事を傾く部屋で作る人に話を聞いた。",
            "誰が一番食べますか？",
            "機関室の人たちです。",
            "何を頼まれますか？",
            "いつもパンケーキです。",
            "鍋を落としたことは？",
            "一度だけあります。"
        )
        #expect(japanese.body.contains("一度だけあります。"))
        let spanish = try article(
            "Preguntas a la cocinera del transbordador",
            "Por Ada Marsh",
            "3 de marzo de 2026",
            "Cocina para cuarenta personas en una sala que se inclina con cada ola.",
            "¿Quién come más?",
            "Los de máquinas, y nadie sabe dónde lo guardan.",
            "¿Qué le piden?",
            "Tortitas, siempre tortitas.",
            "¿Se le ha caído una olla?",
            "Una vez, y rodó hasta el capitán."
        )
        #expect(spanish.body.contains("rodó hasta el capitán"))
        let french = try article(
            "Questions à la cuisinière du bac",
            "Par Ada Marsh",
            "3 mars 2026",
            "Elle cuisine pour quarante personnes dans une pièce qui penche à chaque vague.",
            "Qui mange le plus ?",
            "Les mécaniciens, sans hésiter.",
            "Que demandent-ils ?",
            "Des crêpes, toujours des crêpes.",
            "Et par gros temps ?",
            "Je dis non, et ils le savent."
        )
        #expect(french.body.contains("Je dis non"))
    }

    @Test(arguments: [
        ["16:40", "14:05", "11:20", "09:15"], ["16.40 Uhr", "14.05 Uhr", "11.20 Uhr", "9.15 Uhr"],
        ["4:40 pm", "2:05 pm", "11:20 am", "9:15 am"], ["16h40", "14h05", "11h20", "09h15"],
    ])
    func `a live page is one article with all its entries`(times: [String]) throws {
        let item = try article(
            "LIVE: Ferry aground off the quay",
            "By Ada Marsh",
            "March 3, 2026",
            "The morning ferry has run aground on the bar. Follow our live coverage as the harbour master responds.",
            times[0],
            "Passengers ashore",
            "All forty passengers have been taken off in the pilot's boat, and so has the cook.",
            times[1],
            "Tide is falling",
            "The harbour master says that nothing will move before the evening tide comes in.",
            times[2],
            "Tug on its way",
            "A tug has left the lower dock, and it should be at the bar within the hour.",
            times[3],
            "Good morning",
            "Welcome to our live coverage. The ferry has been on the bar since first light.",
            "Share this story"
        )
        #expect(item.title == "LIVE: Ferry aground off the quay")
        #expect(item.body.contains("Passengers ashore"))
        #expect(item.body.contains("since first light"))
        #expect(!item.body.contains("Share this story"))
    }

    @Test func `a line that begins with its time is an entry too`() throws {
        let item = try article(
            "Liveticker zur Fähre auf der Sandbank",
            "Von Ada Marsh",
            "3. März 2026",
            "Die Morgenfähre sitzt seit Tagesanbruch auf der Sandbank fest. Alle Entwicklungen hier im Ticker.",
            "16:40 Uhr – Alle an Land",
            "Vierzig Reisende sind mit dem Lotsenboot an Land gebracht worden, die Köchin auch.",
            "14:05 Uhr – Ebbe",
            "Vor der Abendflut wird sich nichts bewegen, sagt der Hafenmeister.",
            "11:20 Uhr – Schlepper",
            "Ein Schlepper ist am unteren Dock ausgelaufen."
        )
        #expect(item.body.contains("Alle an Land"))
        #expect(item.body.contains("Schlepper ist am unteren Dock"))
    }

    @Test(arguments: [
        [
            "渡し船が砂州に乗り上げる", "2026年3月3日", "朝の渡し船が砂州に乗り上げた。", "乗客四十人は水先案内の船で岸に移った。", "「潮が満ちるまで動かない」と港長は話す。",
            "引き船は一時間で着くという。", "けが人はいない。",
        ],
        [
            "早班渡轮搁浅", "2026年3月3日", "早班渡轮今天清晨在沙洲上搁浅。", "四十名乘客已由引航船接上岸。", "“涨潮之前船不会动。”港务长说。", "拖船预计一小时内到达。", "没有人受伤。",
        ],
        [
            "早班渡輪擱淺", "文：王小明", "早班渡輪今天清晨在沙洲上擱淺，四十名乘客受困。", "引航船已把乘客接上岸。", "「漲潮之前船不會動。」港務長說。", "拖船一小時內到達。",
        ],
        ["港の食堂が閉店へ", "文：山田花子", "港の食堂が月末で店を閉じる。", "店主は七十年続けてきた。", "「もう十分だ」と笑う。", "跡地は駐車場になる。"],
    ])
    func `short paragraphs of Japanese and Chinese are one article`(blocks: [String]) throws {
        let item = try article(blocks.joined(separator: "\n\n"))
        #expect(item.title == blocks[0])
        for block in blocks.dropFirst(2) { #expect(item.body.contains(block)) }
    }

    @Test func `a list whose headlines are not questions stays a list`() throws {
        let posts = ["Ferry runs aground on the bar", "Who owns the old mill?", "Harbour board meets again"].map {
            "\($0)\n\n3 March 2026\n\n\(Sample.paragraphs(3))"
        }
        #expect(try Reading.page(posts.joined(separator: "\n\n")).items.count == 3)
    }

    @Test func `dated posts with questions for headlines stay posts`() throws {
        let posts = ["Who owns the old mill?", "Where does the mud go?", "Why is the ferry late?"].enumerated().map {
            "\($1)\n\nBy Ada Marsh | \($0 + 3) March 2026\n\n\(Sample.paragraphs(3))"
        }
        #expect(try Reading.page(posts.joined(separator: "\n\n")).items.count == 3)
    }

    @Test func `a list of news with times beside its headlines is no live page`() throws {
        let text = """
            Harbour News

            16:40

            Ferry runs aground on the bar at first light

            14:05

            Old mill is sold to a man who wants to grind

            11:20

            Harbour board meets again and does not agree
            """
        #expect(try !Reading.page(text).items.contains { $0.kind == .article })
    }

    @Test func `a list of Japanese headlines has no full stops and is no story`() throws {
        let text = ["港のニュース", "渡し船が砂州に乗り上げる", "古い水車小屋が売れる", "港の会議がまた開かれる", "食堂が閉店へ", "市場に新しい秤"].joined(
            separator: "\n\n"
        )
        #expect(try !Reading.page(text).items.contains { $0.kind == .article })
    }
}
