import Testing

@testable import Pages

/// The list of a page's blocks: sentences cut at their links, and Markdown, all made up.
@Suite struct BlockListTests {
    private static let before = "The harbour office said on Monday that it had asked"
    private static let after = "to lend it a crane before the second week of March."

    /// A page of one text node a line needs signs of it: clauses that begin a line.
    private static let signs = "Tags\n, \nHarbour\n, Mud"

    @Test(arguments: [
        ["the mail boat's owner", "\(after)"], [", after a week of talks,", "\(after)"],
        ["another harbour", ", which has three cranes,", "\(after)"],
    ])
    func `a sentence cut at its links is one block`(pieces: [String]) throws {
        let cut = ([Self.before] + pieces).joined(separator: "\n")
        let whole = ([Self.before] + pieces).joined(separator: " ").replacing(" ,", with: ",")
        #expect(try Blocks.texts("\(cut)\n\(Self.signs)").first == whole)
    }

    @Test func `a name that was a link is joined where the sentence is running`() throws {
        let long =
            "The gate weighs forty tonnes, the crane that could lift it stands in another harbour, and the owner of it, "
        let cut = "\(long)so the office says, asked\nAda Marsh\nfor a letter first."
        #expect(
            try Blocks.texts("\(cut)\n\(Self.signs)").first?.hasSuffix("asked Ada Marsh for a letter first.") == true
        )
    }

    @Test func `signs that close stand close to what they close`() throws {
        let cut = "The office (\nfounded in 1901\n) has asked the\nLamp\n’s readers for a crane."
        let texts = try Blocks.texts("\(cut)\n\(Self.signs)")
        #expect(texts[0].hasPrefix("The office (founded in 1901) has asked the"))
    }

    @Test func `a headline does not take the label below it`() throws {
        let headline = "Ferry timetable is printed upside down again"
        let texts = try Blocks.texts("\(headline)\nvideo\nAda Marsh\n\(Self.before)\n\(Self.after)\n\(Self.signs)")
        #expect(texts.prefix(3) == [headline, "video", "Ada Marsh"])
    }

    @Test(arguments: [
        ("[the gate](https://lamp.example/gate)", "the gate"),
        ("[the gate](https://lamp.example/gate_(lock) \"The gate\")", "the gate"),
        ("[the\ngate](https://lamp.example/a-\nlong/one)", "the gate"),
        ("[![the gate](/gate.jpg)](/story)", "the gate"),
        ("**the** _gate_ of 3\\. March", "the gate of 3. March"),
        ("the gate [of the lock] (so they say)", "the gate [of the lock] (so they say)"),
        ("the gate](not a link) is [shut", "the gate](not a link) is [shut"),
        ("the snake_case_gate", "the snake_case_gate"),
    ])
    func `marks of Markdown are taken off and text is left`(marked: String, text: String) {
        let utf8 = Array(marked.utf8)
        var plain: [UInt8] = []
        BlockMarkdown.append(0..<utf8.count, of: utf8, to: &plain)
        #expect(String(decoding: plain, as: UTF8.self) == text)
    }

    @Test func `quotes, headings and lists of Markdown lose their marks`() throws {
        let list = try Blocks.list(
            "# The gate\n\n> Nobody had looked.\n\n  * [Mud](/mud)\n  * ## Weather\n  1. First of all\n\n* * *\n\nThe end"
        )
        #expect(
            list.indices.map(list.string) == [
                "The gate", "Nobody had looked.", "Mud", "Weather", "First of all", "The end",
            ]
        )
        #expect(list.blocks.map(\.headingLevel) == [1, 0, 0, 2, 0, 0])
        #expect(list.blocks.map(\.isListed) == [false, false, true, true, true, false])
    }

    @Test func `a remark in brackets after brackets is no sign of Markdown`() throws {
        #expect(try !Blocks.list("[Ada Marsh](from left to right) and a goat").isMarkdown)
        #expect(try Blocks.list("[Ada Marsh](/people/ada) and a goat").isMarkdown)
    }

    @Test func `a line of equals signs makes a heading of the line above`() throws {
        let list = try Blocks.list("The gate\n========\n\n\(Self.before).")
        #expect(list.blocks.first?.headingLevel == 1)
        #expect(list.count == 2)
    }

    @Test func `a block's text is the same whichever way it is asked for`() throws {
        let list = try Blocks.list("# The gate\n\nPlain text.\n\nTwo  spaces and *marks*.\n\n[A link](/a)")
        for index in list.indices {
            var text: [UInt8] = []
            list.append(index, to: &text)
            #expect(text == list.text(index))
            #expect(String(decoding: text, as: UTF8.self) == list.string(index))
        }
    }

    @Test(arguments: ["[", "](", "[](", "![[", "> > >", "# #", "\"(](\"", "* ", "o ", "— ", "(", ", "])
    func `a page of nothing but marks is read in no time`(mark: String) throws {
        let page = String(repeating: mark, count: 200_000 / mark.utf8.count)
        let lines = String(repeating: mark + "a\n", count: 20_000)
        let clock = ContinuousClock()
        let time = try clock.measure { for text in [page, lines] { _ = try Blocks.texts(text) } }
        #expect(time < .seconds(5))
    }
}
