/// Writes a site's pages: a name, a tagline, posts with a title, a byline, paragraphs and a footer line.
struct StoryWriter {
    let tongue: Tongue
    let site: Int

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let sections = ["Harbour Works", "Town Life", "Fields and Weather", "Letters"]

    /// The page's head, which names the site.
    func head() -> [UInt8] {
        var dice = Dice(0x7369_7465, site)
        var text = name(&dice) + Array(" Notebook \(site)\n\n".utf8)
        sentence(&text, words: 5, &dice)
        return text + Array("\n\n".utf8)
    }

    /// Appends one post of about so many bytes.
    func post(_ text: inout [UInt8], bytes: Int, isChanged: Bool, _ dice: inout Dice) {
        let (day, month, year) = (1 + dice.below(28), dice.below(12), 2015 + dice.below(11))
        title(&text, &dice)
        byline(&text, day, month, year, &dice)
        let end = text.count + max(60, bytes)
        // A post whose text only has one word more is a revision of the same story, not another story.
        if isChanged { text += Array("Corrected: ".utf8) }
        while text.count < end {
            for _ in 0..<3 + dice.below(4) where text.count < end {
                sentence(&text, words: 8 + dice.below(18), &dice)
                text.append(UInt8(ascii: " "))
            }
            text.removeLast()
            text += Array("\n\n".utf8)
        }
        let section = dice.pick(StoryWriter.sections)
        text += Array(
            "\(StoryWriter.months[month]) \(day), \(year) Posted by | \(section) | , , | Leave a comment\n\n".utf8
        )
    }

    private func title(_ text: inout [UInt8], _ dice: inout Dice) {
        for word in 0..<5 + dice.below(6) {
            if word > 0 { text.append(UInt8(ascii: " ")) }
            text += word == 0 ? capital(tongue.word(&dice)) : tongue.word(&dice)
        }
        text += Array(" \(dice.below(1_000_000))\n\n".utf8)
    }

    private func byline(_ text: inout [UInt8], _ day: Int, _ month: Int, _ year: Int, _ dice: inout Dice) {
        let author = name(&dice) + [UInt8(ascii: " ")] + name(&dice)
        let outlet = name(&dice) + Array(" Wire".utf8)
        switch dice.below(3) {
        case 0:
            text += Array("By ".utf8) + author + Array(" | ".utf8) + outlet
            text += Array(" | \(StoryWriter.months[month]) \(day), \(year)".utf8)
        case 1:
            text += outlet + Array(" – \(two(day)).\(two(month + 1)).\(year)".utf8)
        default:
            text += outlet + Array(" | \(StoryWriter.months[month]) \(day), \(year)".utf8)
        }
        text += Array("\n\n".utf8)
    }

    private func sentence(_ text: inout [UInt8], words: Int, _ dice: inout Dice) {
        for word in 0..<words {
            if word > 0 { text.append(UInt8(ascii: " ")) }
            switch dice.below(40) {
            case 0: text += name(&dice)
            case 1: text += Array("\(dice.below(10_000))".utf8)
            case 2 where word > 0: text += tongue.word(&dice) + [UInt8(ascii: ",")]
            default: text += word == 0 ? capital(tongue.word(&dice)) : tongue.word(&dice)
            }
        }
        text.append(UInt8(ascii: "."))
    }

    private func name(_ dice: inout Dice) -> [UInt8] { dice.pick(tongue.names) }

    private func capital(_ word: [UInt8]) -> [UInt8] {
        guard let first = word.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return word }
        return [first - 32] + word.dropFirst()
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
