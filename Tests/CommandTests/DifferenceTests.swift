import Foundation
import Testing

extension ProgramTests {
    /// `show --diff` on an article that came in two forms.
    @Suite struct DifferenceTests {
        private static let paragraphs = [
            "The harbour office said on Monday that the late sailing will leave the old quay some minutes later than "
                + "it did last year.",
            "Tide gauge seven was moved to the other side of the basin in spring, and since then its readings have "
                + "been used by nobody.",
            "The council has put aside 1,200 pounds for new signs, which the carpenter of the village will paint "
                + "before the first of May.",
            "Fishermen had asked for an earlier boat instead, because the market of Pellworth opens at five and "
                + "waits for no ferry at all.",
        ]

        private static func page(_ paragraphs: [String]) -> String {
            "Ferry gets a later timetable at Port Aldery\n\nBy Ada Quill | The Mill Post | March 1, 2026\n\n"
                + paragraphs.joined(separator: "\n\n") + "\n"
        }

        /// A desk with the article, and the article's id.
        private func desk() throws -> (desk: TestDesk, id: String) {
            let desk = try TestDesk()
            var newer = Self.paragraphs
            newer[2] = newer[2].replacingOccurrences(of: "1,200", with: "1,300")
            newer.insert(newer.removeLast(), at: 0)
            try desk.once(delivering: [try desk.scratch.file("older.txt", Self.page(Self.paragraphs))])
            try desk.once(delivering: [try desk.scratch.file("newer.txt", Self.page(newer))])
            return (desk, try #require(try desk.rows("SELECT id FROM articles WHERE revisions = 2").first?["id"]?.text))
        }

        @Test func `into a pipe goes a line for each paragraph, without colours`() throws {
            let (desk, id) = try desk()
            let ending = try desk.command("show", id, "--diff", "1", "2", environment: ["COLUMNS": "60"])
            #expect(ending.code == 0 && ending.errors.isEmpty)
            let lines = ending.text.split(separator: "\n").map(String.init)
            #expect(lines.first?.hasPrefix("\(id): revision 1 (20") == true)
            #expect(lines.first?.contains("Z, first, by source) to revision 2 (20") == true)
            #expect(lines.first?.hasSuffix("Z, material, by source)") == true)
            #expect(
                lines.dropFirst() == [
                    "  Ferry gets a later timetable at Port Aldery",
                    "> from 5 to 2: \(Self.paragraphs[3])",
                    "  The harbour office said on Monday that the late sailing w…",
                    "  Tide gauge seven was moved to the other side of the basin…",
                    "~ " + Self.paragraphs[2].replacingOccurrences(of: "1,200", with: "[-1,200-]{+1,300+}"),
                ]
            )
            let back = try desk.command("show", id, "--diff", "2", "1")
            #expect(back.text.contains("\n> from 2 to 5: Fishermen") && back.text.contains("[-1,300-]{+1,200+}"))
        }

        @Test func `on a terminal it has colours, unless nobody wants them`() throws {
            let (desk, id) = try desk()
            func shown(_ settings: String) throws -> String {
                let line = "\(settings) '\(TestDesk.program)' show \(id) --diff 1 2 --home '\(desk.home)'"
                return try desk.scratch.shell("script -qec \"env \(line)\" /dev/null").text
            }
            let coloured = try shown("-u NO_COLOR TERM=xterm")
            #expect(coloured.contains("\u{1B}[31m[-1,200-]\u{1B}[0m\u{1B}[32m{+1,300+}\u{1B}[0m"))
            #expect(try !shown("NO_COLOR=1 TERM=xterm").contains("\u{1B}"))
        }

        @Test func `as JSON it has every paragraph, and its words where they differ`() throws {
            let (desk, id) = try desk()
            let ending = try desk.command("show", id, "--diff", "1", "2", "--json")
            #expect(ending.code == 0)
            let said = try JSONValue.of(ending.output)
            #expect(said["id"] == .text(id) && said["equal"] == .bool(false) && said["title_changed"] == .bool(false))
            #expect(said["from"]["revision"] == .integer(1) && said["from"]["nature"] == .text("first"))
            #expect(said["to"]["revision"] == .integer(2) && said["to"]["cause"] == .text("source"))
            let paragraphs = said["paragraphs"].array
            #expect(paragraphs.compactMap(\.["kind"].text) == ["same", "moved", "same", "same", "changed"])
            #expect(paragraphs.compactMap(\.["from"].integer) == [1, 5, 2, 3, 4])
            #expect(paragraphs.compactMap(\.["to"].integer) == [1, 2, 3, 4, 5])
            #expect(paragraphs[1]["words"] == .null && paragraphs[1]["text"] == .text(Self.paragraphs[3]))
            let words = paragraphs[4]["words"].array
            #expect(words.compactMap(\.["kind"].text) == ["same", "removed", "inserted", "same"])
            #expect(words.compactMap(\.["text"].text).joined().contains("aside 1,2001,300 pounds"))
            let equal = try desk.command("show", id, "--diff", "2", "2", "--json")
            #expect(try JSONValue.of(equal.output)["equal"] == .bool(true))
        }

        @Test func `equal revisions end with 0, one that is not there with 1, and wrong words with 2`() throws {
            let (desk, id) = try desk()
            let equal = try desk.command("show", id, "--diff", "1", "1")
            #expect(equal.code == 0 && equal.text.hasSuffix("\nrevisions 1 and 1 are equal in text\n"))
            let unknown = try desk.command("show", id, "--diff", "1", "3")
            #expect(unknown.code == 1 && unknown.output.isEmpty)
            #expect(unknown.errors.contains("\(id) has no revision 3, only 1 to 2"))
            for words in [["1"], ["1", "2", "3"], ["one", "two"], ["1", "2", "--revision", "1"]] {
                let ending = try desk.start(["show", id, "--home", desk.home, "--diff"] + words).wait()
                #expect(ending.code == 2 && ending.errors.split(separator: "\n").count == 1, "\(words)")
            }
        }
    }
}
