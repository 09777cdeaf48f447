import Testing

@testable import Pages

/// Pages whose lines a program broke at one width, all made up.
@Suite struct WrappedPagesTests {
    private static let headline =
        "Ferry to the outer islands stays in harbour until the new gate of the lock has been turned the right way up,"
        + " the office says"
    private static let paragraphs = [
        "The harbour office said on Monday that the ferry to the outer islands will not sail before the second week of"
            + " March, because the new gate of the lock was delivered upside down and must be turned.",
        "Nobody had looked at the drawings, said Ada Marsh, who runs the office. The gate weighs forty tonnes, and the"
            + " only crane that can lift it stands in another harbour.",
    ]

    private static func page(_ width: Int, indentation: Int = 0) -> String {
        ([headline] + paragraphs).map { Blocks.wrapped($0, at: width, indentation: indentation) }
            .joined(separator: "\n\n")
    }

    @Test(arguments: [60, 72, 80, 100, 120, 132, 160])
    func `lines are joined whatever the width they were broken at`(width: Int) throws {
        #expect(try Blocks.texts(Self.page(width)) == [Self.headline] + Self.paragraphs)
    }

    @Test(arguments: [60, 80, 120])
    func `indentation is no part of the text`(width: Int) throws {
        #expect(try Blocks.texts(Self.page(width, indentation: 3)) == [Self.headline] + Self.paragraphs)
    }

    @Test func `menus and short lines of a wrapped page stay apart`() throws {
        let menu = ["   logo", "     * Home", "     * Harbour and coast", "          + Weather", "   By Ada Marsh"]
        let texts = try Blocks.texts(menu.joined(separator: "\n") + "\n\n" + Self.page(80, indentation: 3))
        #expect(texts.prefix(5) == ["logo", "Home", "Harbour and coast", "Weather", "By Ada Marsh"])
        #expect(Array(texts.dropFirst(5)) == [Self.headline] + Self.paragraphs)
    }

    @Test func `an item of a list goes on below its text`() throws {
        let item = "     * " + Blocks.wrapped(Self.paragraphs[1], at: 80, indentation: 7).dropFirst(7)
        let list = try Blocks.list(Self.page(80, indentation: 3) + "\n\n" + item + "\n     * Mud in basin two")
        #expect(list.indices.suffix(2).map(list.string) == [Self.paragraphs[1], "Mud in basin two"])
        #expect(list.blocks.suffix(2).allSatisfy { $0.isListed })
    }

    @Test func `a list of headlines is not taken for wrapped text`() throws {
        let headlines = [
            "Ferry timetable is printed upside down again and nobody at the office noticed",
            "Mud in basin two keeps the dredgers busy for another week, says the harbour",
            "Goat boards the mail boat without a ticket and is put ashore on Lamp Island",
            "Islanders ask for a second crane after the gate of the lock arrives upside down",
            "New lamp on the north pier is said to be brighter than the moon in a clear sky",
            "Harbour office closes for the week of the fair and opens again on a Thursday",
        ]
        #expect(try Blocks.texts(headlines.joined(separator: "\n")) == headlines)
    }

    @Test func `a story wrapped in its source is joined among longer lines`() throws {
        let long = String(repeating: "All of the harbour is closed to ships. ", count: 6).dropLast()
        let story = Self.paragraphs.map { Blocks.wrapped($0, at: 70) }.joined(separator: "\n")
        let texts = try Blocks.texts("Harbour and coast\n\(story)\n\(long)\nWeather")
        #expect(texts.contains { $0.hasPrefix(Self.paragraphs[0]) })
        #expect(texts.contains(String(long)))
    }

    @Test func `signs of a script without spaces are joined without one`() throws {
        let text = String(repeating: "港の水門が逆さまに届いたので船は出ない", count: 9)
        let lines = stride(from: 0, to: text.count, by: 40).map { start in
            String(text.dropFirst(start).prefix(40))
        }
        #expect(try Blocks.texts(lines.joined(separator: "\n") + "\n\n船は出ない") == [text, "船は出ない"])
    }

    @Test(arguments: [
        ("long-", "term", "long-term"), ("pre-", "and post-war", "pre- and post-war"),
        ("the lock", "gate", "the lock gate"),
    ])
    func `a word broken at its hyphen is put together`(end: String, start: String, joined: String) throws {
        let utf8 = Array("\(end)\n\(start)".utf8)
        var text: [UInt8] = []
        BlockList.append(0..<utf8.count, of: utf8, isMarkdown: false, to: &text)
        #expect(String(decoding: text, as: UTF8.self) == joined)
    }

    @Test func `the list of addresses at the end is no text and its numbers are none`() throws {
        let story = Self.page(80, indentation: 3).replacing("Nobody", with: "[2]Nobody")
        let texts = try Blocks.texts(
            """
               [1]Home

            \(story)

            References

               Visible links
               1. https://lamp.example/
               2. https://lamp.example/people/ada-marsh/and-an-address-that-is-broken-over
                  two-lines-of-the-list
               3. https://lamp.example/ferry
            """
        )
        #expect(texts == ["Home", Self.headline] + Self.paragraphs)
    }

    @Test func `footnotes in brackets stay where no addresses end the page`() throws {
        #expect(try Blocks.texts("The gate[1] weighs forty tonnes.\n\n[1] So says the office.").count == 2)
        #expect(try Blocks.texts("The gate[1] weighs forty tonnes.")[0].contains("[1]"))
    }

    @Test(arguments: [
        "[logo.png]", "IFRAME: https://lamp.example/frame", "(BUTTON) (BUTTON)", "____________", "[        ]",
        "━━━━━━━━",
        "* * *", "---|---", "###", "( ) (*)",
    ])
    func `what was no text on the page makes no block`(line: String) throws {
        #expect(try Blocks.texts("Harbour and coast\n\n\(line)\n\nWeather") == ["Harbour and coast", "Weather"])
    }
}
