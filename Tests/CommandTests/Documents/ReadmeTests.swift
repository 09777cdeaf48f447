import Foundation
import Testing

extension ProgramTests {
    /// Everything that README tells its reader to type is typed here, in its order, in a folder like the reader's.
    @Suite struct ReadmeTests {
        static let document = "README.md"

        private static let mainCommand = ".ci/install && swift run -c release copydesk "
        private static let testCommand = ".ci/install && swift test --no-parallel"

        @Test func `every command and every query of README does what it says`() throws {
            let readme = try Document(Self.document)
            let commands = readme.blocks(for: .continuousIntegration).map(\.text)
            let main = try #require(commands.first)
            #expect(main.hasPrefix(Self.mainCommand) && commands.dropFirst() == [Self.testCommand])

            let reader = try DocumentReader()
            try reader.serve(String(main.dropFirst(Self.mainCommand.count)))
            for block in readme.blocks(for: .desk) { try reader.run(block) }
            let done = reader.report(Self.document)
            #expect(done.commands >= 5 && done.queries == 5)

            // The dump that README shows is read as anybody would read it.
            let query = "SELECT title, authors, outlet, published_on FROM articles WHERE title LIKE '%towels'"
            let found = try reader.ask(query)
            #expect(
                found.line == "Ferry prints its timetable on tea towels|Wren Halloway|The Pellworth Lamp|2026-03-04"
            )
            try reader.stop()
        }

        @Test func `each tool that README names makes a dump from which the story is read`() throws {
            let lines = try Document(Self.document).blocks(for: .tools).flatMap { $0.text.split(separator: "\n") }
            #expect(lines.count == 3)
            for line in lines.map(String.init) {
                guard try Self.isThere(line) else { continue }
                let reader = try DocumentReader()
                try reader.scratch.file("work/page.html", Self.page)
                let ending = try reader.type(line)
                #expect(ending.code == 0, "\(line)\n\(ending.errors)")
                let read = try reader.type("copydesk run --once --home ./desk --deliver story.txt")
                #expect(read.code == 0, "\(line)\n\(read.errors)")
                let found = try reader.ask("SELECT title, authors, published_on, body FROM articles").line
                let fields = "Old crane learns to ring the hours|Ida Holm|2026-03-05|"
                #expect(found.hasPrefix(fields), "\(line)\n\(found)")
                let isWhole = found.contains("lowered its hook a hand") && found.contains("nobody minds")
                #expect(isWhole, "\(line)\n\(found)")
            }
        }

        /// Whether the tool that a line calls is on this machine; says so where it is not.
        private static func isThere(_ line: String) throws -> Bool {
            let tool = String(line.prefix { $0 != " " })
            let probe = tool == "python3" ? "python3 -c 'import resiliparse'" : "command -v \(tool)"
            let folder = FileManager.default.temporaryDirectory.path
            if try ChildProcess.run(["sh", "-c", probe], outputIn: folder).code == 0 { return true }
            Samples.skipped("\(tool == "python3" ? "resiliparse for python3" : tool) is missing: \(line)")
            return false
        }

        private static let page = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Old crane learns to ring the hours</title></head>
            <body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
            <article><h1>Old crane learns to ring the hours</h1>
            <p>By <a href="/ida">Ida Holm</a></p><p>5 March 2026</p>
            <p>The last steam crane on the east quay has been given a bell, and since Monday it has rung the hours for the
            whole lower town. The harbour office says that the crane had lowered its hook a hand too far for years, and that
            this is the first good use anybody has found for it.</p>
            <p>Whoever lives beside the quay was asked beforehand. Eleven households wanted no bell after nine in the
            evening, and two wanted it louder, because they are hard of hearing and like to be on time.</p>
            <p>The bell is silent on Sundays. The crane driver has the day off then, and nobody minds, least of all the
            gulls, which had begun to gather on the jib shortly before each hour.</p></article>
            <footer><p>Share this story</p></footer></body></html>

            """
    }
}
