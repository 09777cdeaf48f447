@testable import Pages

/// Made-up news in many languages: a headline, a day, and four paragraphs of one sentence or two.
enum DamagedStories {
    static let all: [String: [String]] = [
        "de": [
            "Möwe löst Fehlalarm im Rathaus aus", "9. März 2026",
            "Eine Möwe hat am Montag im Rathaus von Süderhöft einen Alarm ausgelöst, teilte die Feuerwehr mit.",
            "Zwölf Kräfte rückten aus und fanden den Vogel über dem Büro der Bürgermeisterin auf einer Lüftungsklappe.",
            "„Er war höflich und ließ sich hinaustragen“, sagte der Einsatzleiter. Verletzt wurde niemand.",
            "Der Schaden beläuft sich auf rund zwölf Euro. Die Klappe soll künftig vergittert werden.",
        ],
        "fr": [
            "Une mouette déclenche l’alarme à la mairie", "9 mars 2026",
            "Une mouette a déclenché lundi l’alarme de la mairie de Saint-Évran, ont indiqué les pompiers.",
            "Douze sauveteurs ont trouvé l’oiseau perché sur une bouche d’aération, au-dessus du bureau de la maire.",
            "« Il était très poli et s’est laissé emporter », a raconté le chef d’équipe. Personne n’a été blessé.",
            "Les dégâts s’élèvent à une douzaine d’euros. La bouche sera bientôt grillagée.",
        ],
        "es": [
            "Una gaviota activa la alarma del ayuntamiento", "9 de marzo de 2026",
            "Una gaviota activó el lunes la alarma del ayuntamiento de Peñalta, informó el cuerpo de bomberos.",
            "Doce efectivos acudieron y hallaron el ave sobre una rejilla, encima del despacho de la alcaldía.",
            "«Fue muy educada y se dejó llevar», contó el jefe de la dotación. No hubo heridos.",
            "Los daños ascienden a unos doce euros. La rejilla se protegerá con más cuidado.",
        ],
        "ru": [
            "Чайка подняла тревогу в ратуше", "9 марта 2026",
            "Чайка в понедельник подняла тревогу в ратуше Озёрска, сообщили пожарные.",
            "Двенадцать человек нашли птицу на решётке над кабинетом главы города.",
            "«Она вела себя вежливо и дала себя унести», — рассказал начальник караула. Никто не пострадал.",
            "Ущерб составил около двенадцати евро. Решётку скоро закроют сеткой.",
        ],
        "el": [
            "Γλάρος σήμανε συναγερμό στο δημαρχείο", "9 Μαρτίου 2026",
            "Ένας γλάρος σήμανε τη Δευτέρα συναγερμό στο δημαρχείο, ανακοίνωσε η πυροσβεστική.",
            "Δώδεκα άτομα βρήκαν το πουλί πάνω από το γραφείο της δημάρχου.",
            "«Ήταν ευγενικός και αφέθηκε να τον βγάλουν έξω», είπε ο επικεφαλής. Δεν τραυματίστηκε κανείς.",
            "Οι ζημιές φτάνουν τα δώδεκα ευρώ. Η γρίλια θα καλυφθεί σύντομα.",
        ],
        "ar": [
            "نورس يطلق الإنذار في مبنى البلدية", "9 مارس 2026",
            "أطلق نورس يوم الاثنين جرس الإنذار في مبنى البلدية، بحسب ما أعلنت فرق الإطفاء.",
            "عثر اثنا عشر عنصرا على الطائر فوق فتحة التهوية قرب مكتب رئيسة البلدية.",
            "وقال قائد الفريق إن الطائر كان مهذبا وسمح بإخراجه. ولم يصب أحد بأذى.",
            "وتبلغ الأضرار نحو اثني عشر يورو، وستغطى الفتحة قريبا.",
        ],
        "hi": [
            "नगर भवन में समुद्री पक्षी ने बजाई घंटी", "9 मार्च 2026",
            "अग्निशमन दल ने बताया कि सोमवार को एक पक्षी ने नगर भवन की घंटी बजा दी।",
            "बारह कर्मियों ने पक्षी को महापौर के कमरे के ऊपर जाली पर बैठा पाया।",
            "दल के प्रमुख ने कहा कि वह बहुत शांत था और उसे बाहर ले जाया गया। कोई घायल नहीं हुआ।",
            "नुकसान लगभग बारह यूरो का है। जाली जल्द ढकी जाएगी।",
        ],
        "th": [
            "นกนางนวลทำสัญญาณเตือนภัยดังในศาลากลาง", "9 มีนาคม 2569",
            "นกนางนวลตัวหนึ่งทำให้สัญญาณเตือนภัยดังขึ้นในศาลากลางเมื่อวันจันทร์ หน่วยดับเพลิงแจ้ง",
            "เจ้าหน้าที่สิบสองนายพบนกเกาะอยู่บนช่องลมเหนือห้องทำงานของนายกเทศมนตรี",
            "หัวหน้าชุดกล่าวว่านกสุภาพมากและยอมให้อุ้มออกไป ไม่มีผู้ใดบาดเจ็บ",
            "ความเสียหายราวสิบสองยูโร ช่องลมจะถูกปิดด้วยตะแกรงในไม่ช้า",
        ],
        "ko": [
            "갈매기가 시청 경보를 울려", "2026.03.09",
            "월요일 갈매기 한 마리가 시청의 경보를 울렸다고 소방서가 밝혔다.",
            "대원 열두 명은 시장실 위 환기구에 앉아 있는 새를 찾아냈다.",
            "출동 책임자는 “새는 점잖았고 순순히 밖으로 나갔다”고 말했다. 다친 사람은 없었다.",
            "피해는 약 12유로로, 환기구에는 곧 철망을 씌울 예정이다.",
        ],
        "ja": [
            "カモメが市役所の警報を鳴らす", "2026年3月9日",
            "月曜日、一羽のカモメが市役所の警報を鳴らしたと消防署が発表した。",
            "隊員十二人が、市長室の上の換気口にとまっている鳥を見つけた。",
            "隊長は「鳥はとても礼儀正しく、おとなしく外へ運ばれた」と話した。けが人はいなかった。",
            "被害は約十二ユーロで、換気口にはまもなく網が取り付けられる。",
        ],
        "zh": [
            "海鸥触发市政厅警报", "2026年3月9日",
            "消防队表示，周一有一只海鸥触发了市政厅的警报。",
            "十二名队员在市长办公室上方的通风口找到了这只鸟。",
            "队长说：“它很有礼貌，顺从地被带了出去。”没有人受伤。",
            "损失约为十二欧元，通风口不久将装上铁丝网。",
        ],
    ]

    static let languages = all.keys.sorted()
    static let latin = ["de", "es", "fr"]

    /// The story's bytes in UTF-8: paragraphs with a blank line between them.
    static func page(_ language: String) -> [UInt8] {
        Array(((all[language] ?? []).joined(separator: "\n\n") + "\n").utf8)
    }

    static func title(_ language: String) -> String { all[language]?.first ?? "" }

    /// A text in an encoding of one byte per character; characters that it lacks are left out.
    static func encoded(_ text: String, _ encoding: Encoding) -> [UInt8] {
        guard let upper = CodePage.table(encoding) else { return Array(text.utf8) }
        return text.unicodeScalars.compactMap { scalar in
            if scalar.value < 0x80 { return UInt8(scalar.value) }
            return upper.firstIndex { UInt32($0) == scalar.value && $0 != CodePage.undefined }.map { UInt8(0x80 + $0) }
        }
    }
}
