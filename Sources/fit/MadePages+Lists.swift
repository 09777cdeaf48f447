import Pages

extension MadePages {
    /// How all posts of one page are laid out.
    struct Plan {
        let phrases: MadePhrases
        /// The parts of a post in their order, one letter each (see `orders`).
        let order: String
        let date: Int
        let byline: Int
        /// How much of a story's text is shown.
        let text: Extent
        let cut: String
        let closing: Int
        let invitation: String
        /// The most characters of a headline that are shown.
        let titleLength: Int
        let captionIsProse: Bool
    }

    enum Extent {
        case sentence, paragraphs(Int), whole
    }

    // T title, D date, B byline, N name, K kicker, C caption, X text, M invitation to read more, G tags, F closing.
    private static let orders = [
        "TBX", "TBXM", "TBXF", "DTX", "DTXM", "DTXF", "DKTX", "KTDX", "KTX", "TXB", "TXBM", "TXD", "TX", "TX", "TXM",
        "TB", "TBM", "TBMG", "TBXMG", "TXG", "TBXGF", "TXMF", "CTX", "CTX", "CTXM", "CTBX", "TCX", "TBCXF", "TCBX",
        "TD", "DT", "CTXD", "TDXM", "TDBX", "TDX", "KTXD", "TXDM", "KTBX", "T", "TX", "TNX", "TNDX", "TXN", "TDNXF",
        "KTXN", "TXDF", "TDXF", "TDXGF",
    ]

    mutating func list(_ number: Int) -> GoldPage? {
        let frame = stories[random(stories.count)]
        let plan = plan()
        var lines = random(4) == 0 ? [] : frame.before
        // Long menus, as stand on pages that were turned into text as a whole.
        if random(4) == 0 {
            let menu = stories[random(stories.count)]
            lines = menu.after + lines
        }
        if random(3) == 0 { lines.append(pick(plan.phrases.tags) + " " + pick(MadePhrases.topics)) }
        if random(4) == 0 { lines.append(pick(plan.phrases.sections)) }
        var items: [GoldPage.Item] = []
        let most = if case .whole = plan.text { 2 + random(6) } else { 2 + random(17) }
        for _ in 0..<most { items.append(post(plan, &lines)) }
        let older = pick(plan.phrases.older)
        lines += [[], [older], ["1", "2", "3", older], frame.after, [older] + frame.after][random(5)]
        return made("list \(number)", isStory: false, items, lines, isSpaced: frame.isSpaced)
    }

    private mutating func plan() -> Plan {
        let phrases = MadePhrases.all[random(MadePhrases.all.count)]
        return Plan(
            phrases: phrases,
            order: pick(MadePages.orders),
            date: random(MadePhrases.dateForms),
            byline: random(12),
            text: [
                .sentence, .sentence, .paragraphs(1), .paragraphs(1), .paragraphs(1), .paragraphs(2), .paragraphs(3),
                .whole, .whole, .whole,
            ][random(10)],
            cut: ["", "", "…", " […]", "..."][random(5)],
            closing: random(7),
            invitation: pick(phrases.more),
            titleLength: random(8) == 0 ? 40 + random(40) : random(8) == 0 ? 14 + random(12) : 400,
            captionIsProse: random(2) == 0
        )
    }

    mutating func day() -> CalendarDate? {
        CalendarDate(year: 2009 + random(17), month: 1 + random(12), day: 1 + random(28))
    }

    mutating func byline(_ phrases: MadePhrases, _ form: Int, _ date: String) -> String {
        let name = pick(MadePhrases.people)
        let topic = pick(MadePhrases.topics)
        let count = "\(random(30)) \(pick(phrases.comments))"
        return switch form {
        case 0: "\(pick(phrases.by)) \(name)"
        case 1: "\(pick(phrases.posted)) \(date) \(phrases.from) \(name)"
        case 2: "\(date) \(phrases.from) \(name)"
        case 3: "\(pick(phrases.by)) \(name) | \(date)"
        case 4: "\(name) - \(date)"
        case 5: "\(pick(phrases.posted)) \(date) \(phrases.from) \(name) | \(count)"
        case 6: "\(pick(phrases.by)) \(name) \(count) / \(date)"
        case 7: "\(date) \(name) \(count)"
        case 8: "\(name) \(topic) , , \(count)"
        case 9: "\(pick(phrases.posted)) \(date)"
        case 10: "\(date) | \(topic)"
        default: "\(name), \(date)"
        }
    }

    private mutating func closing(_ plan: Plan, _ date: String) -> [String] {
        let comments = pick(plan.phrases.comments)
        let topic = pick(MadePhrases.topics)
        return switch plan.closing {
        case 0: [comments]
        case 1: ["\(random(20)) \(comments)"]
        case 2: ["\(pick(plan.phrases.tags)) \(topic), \(pick(MadePhrases.topics))", comments]
        case 3: ["\(date) |", comments, "\(pick(plan.phrases.tags)) \(topic)"]
        case 4: ["Share", "\(random(20))"]
        case 5: [topic, date]
        default: ["\(pick(plan.phrases.tags)) \(topic) | \(comments) »"]
        }
    }

    private mutating func shown(_ story: Story, _ plan: Plan) -> [Line] {
        switch plan.text {
        case .whole: return random(4) == 0 ? parted(story.text).map { Line(text: $0, isText: true) } : story.lines
        case .paragraphs(let count):
            var text = Array(story.text.prefix(count))
            if !plan.cut.isEmpty, let last = text.last {
                text[text.count - 1] = last.prefix(120 + random(200)) + plan.cut
            }
            return text.map { Line(text: $0, isText: true) }
        case .sentence:
            let sentence = (story.text.first ?? "").split(separator: " ").prefix(6 + random(16)).joined(separator: " ")
            let isClosed = sentence.last == "," || sentence.last == "."
            return [Line(text: (isClosed ? String(sentence.dropLast()) : sentence) + ".", isText: true)]
        }
    }

    private mutating func post(_ plan: Plan, _ lines: inout [String]) -> GoldPage.Item {
        let story = stories[random(stories.count)]
        let text = shown(story, plan)
        let title = story.title.count > plan.titleLength ? story.title.prefix(plan.titleLength) + "…" : story.title
        let day = day()
        let date = day.map { plan.phrases.date(plan.date, $0, minute: random(500)) } ?? ""
        for part in plan.order {
            switch part {
            case "T": lines.append(title)
            case "D": lines.append(date)
            case "B": lines.append(byline(plan.phrases, plan.byline, date))
            case "N": lines.append(pick(MadePhrases.people))
            case "K": lines.append(pick(plan.phrases.kickers))
            case "C": lines.append(caption(plan, title))
            case "M": lines.append(plan.invitation)
            case "G": lines.append([pick(MadePhrases.topics), pick(MadePhrases.topics)].joined(separator: ", "))
            case "F": lines += closing(plan, date)
            default: lines += text.map(\.text)
            }
        }
        let body = plan.order.contains("X") ? text.filter(\.isText).map(\.text).joined(separator: "\n\n") : ""
        return GoldPage.Item(title: title, body: body, day: day?.text)
    }

    private mutating func caption(_ plan: Plan, _ title: String) -> String {
        if plan.captionIsProse, let text = stories[random(stories.count)].text.last {
            return text.split(separator: " ").prefix(6 + random(14)).joined(separator: " ") + "."
        }
        return random(2) == 0 ? title : pick(MadePhrases.images)
    }
}
