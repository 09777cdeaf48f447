import Foundation
import Testing

extension ProgramTests {
    /// Everything the README tells its reader to type is typed here, in its order, in a folder like the reader's.
    @Suite("README")
    struct ReadmeTests {
        /// A fenced block, and what kind of fence it has.
        private struct Block {
            let kind: String
            let text: String
        }

        private static func readme() throws -> String {
            try String(contentsOfFile: Samples.repository + "/README.md", encoding: .utf8)
        }

        private static func blocks() throws -> [Block] {
            var blocks: [Block] = []
            var kind: String?
            var lines: [Substring] = []
            for line in try readme().split(separator: "\n", omittingEmptySubsequences: false) {
                if let open = kind {
                    guard line == "```" else {
                        lines.append(line)
                        continue
                    }
                    blocks.append(Block(kind: open, text: lines.joined(separator: "\n")))
                    kind = nil
                    lines = []
                } else if line.hasPrefix("```") {
                    kind = String(line.dropFirst(3))
                }
            }
            return blocks
        }

        /// The reader's folder: the sample dumps, the configuration, `copydesk` on the path, and a desk in `desk`.
        private final class Reader {
            let scratch: Scratch
            var folder: String { scratch.path + "/work" }

            init() throws {
                scratch = try Scratch()
                try scratch.folder("work/crawl")
                try scratch.folder("bin")
                try scratch.shell(
                    """
                    ln -s '\(Samples.repository)/seeds' '\(Samples.repository)/etc' '\(folder)'
                    ln -s '\(TestDesk.program)' '\(scratch.path)/bin/copydesk'
                    """
                )
            }

            var environment: [String: String] {
                let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
                return ["PATH": "\(scratch.path)/bin:\(path)", "HOME": folder]
            }

            func type(_ command: String) throws -> ChildProcess.Ending {
                try scratch.run(
                    "/bin/bash",
                    "-euo",
                    "pipefail",
                    "-c",
                    "cd '\(folder)'; " + command,
                    environment: environment
                )
            }
        }

        private static let mainCommand = ".ci/install && swift run -c release copydesk "
        private static let testCommand = ".ci/install && swift test --no-parallel"

        @Test("The two commands come first, and CI runs both as they stand")
        func commandsOfCI() throws {
            let commands = try Self.blocks().prefix(2).map(\.text)
            #expect(commands.first?.hasPrefix(Self.mainCommand) == true)
            #expect(commands.last == Self.testCommand)
            let script = try String(contentsOfFile: Samples.repository + "/.ci/run", encoding: .utf8)
            #expect(script.contains("grep -m1 -E '^\\.ci/install && swift run' README.md"))
            #expect(script.contains("grep -m1 -E '^\\.ci/install && swift test' README.md"))
        }

        @Test("Every command and every query of the README does what it says")
        func everything() throws {
            let reader = try Reader()
            let blocks = try Self.blocks()
            let desk = try Self.serve(reader, blocks)
            let database = reader.folder + "/desk/copydesk.db"
            var typed = 0
            var asked = 0
            var lastOutput = desk.errors
            for block in blocks where !block.text.hasPrefix(Self.mainCommand) && block.text != Self.testCommand {
                switch block.kind {
                case "sh":
                    let ending = try reader.type(block.text)
                    #expect(ending.code == 0, "\(block.text)\n\(ending.text)\(ending.errors)")
                    lastOutput = ending.text
                    typed += 1
                case "sql":
                    let ending = try reader.scratch.run("sqlite3", "-readonly", "-bail", database, block.text)
                    #expect(ending.code == 0 && !ending.line.isEmpty, "\(block.text)\n\(ending.errors)")
                    asked += 1
                case "crontab":
                    let command = block.text.split(separator: " ", maxSplits: 5).last.map(String.init) ?? ""
                    let ending = try reader.type(command)
                    #expect(ending.code == 0, "\(command)\n\(ending.errors)")
                    #expect(try FileManager.default.contentsOfDirectory(atPath: reader.folder + "/crawl").isEmpty)
                    typed += 1
                case "text" where !block.text.contains("kernel"):
                    for line in block.text.split(separator: "\n") where !line.contains(" done (") {
                        let shown = line.replacingOccurrences(of: "~/copydesk", with: reader.folder)
                        #expect(
                            lastOutput.split(separator: "\n").contains { $0.hasSuffix(shown) },
                            "the README shows: \(line)"
                        )
                    }
                default: break
                }
            }
            print("README: \(typed) blocks of commands typed, \(asked) queries asked")
            #expect(typed >= 9 && asked >= 6)

            try Self.follow(reader)
            desk.signal(SIGTERM)
            #expect(try desk.wait().code == 0)
        }

        /// Types the first command, and gives the desk something to refuse and the reader something to deliver, so that
        /// every query has rows and every command its file.
        private static func serve(_ reader: Reader, _ blocks: [Block]) throws -> ChildProcess {
            let first = try #require(blocks.first { $0.text.hasPrefix(Self.mainCommand) })
            let words = first.text.dropFirst(Self.mainCommand.count)
            let desk = try ChildProcess(
                ["/bin/bash", "-c", "cd '\(reader.folder)' && exec copydesk \(words)"].map { Array($0.utf8) },
                environment: reader.environment,
                outputIn: reader.scratch.said
            )
            try waitUntil("the sample dumps are in the database") {
                desk.errors.contains(" 0 waiting") && desk.errors.contains("13 files")
            }
            try reader.scratch.shell(
                """
                printf '\\037\\213\\010\\000\\000\\000' > '\(reader.folder)/desk/inbox/packed.txt'
                cp '\(Samples.repository)'/seeds/008_*.txt '\(reader.folder)/crawl/'
                """
            )
            try waitUntil("the packed file is refused") {
                try reader.scratch.run(
                    "sqlite3",
                    "-readonly",
                    reader.folder + "/desk/copydesk.db",
                    "SELECT count(*) FROM rejections"
                ).line == "1"
            }
            return desk
        }

        /// What follows the file never ends by itself: it is shown a new story, then ended.
        private static func follow(_ reader: Reader) throws {
            let follow = try #require(try Self.readme().split(separator: "`").first { $0.hasPrefix("tail -F") })
            let reading = try ChildProcess(
                ["timeout", "60", "bash", "-c", "cd '\(reader.folder)'; \(follow)"].map { Array($0.utf8) },
                outputIn: reader.scratch.said
            )
            try reader.scratch.file("work/desk/inbox/new.txt", Samples.page(7))
            try waitUntil("the new story comes by") {
                String(decoding: reading.output, as: UTF8.self).contains("article.created")
            }
            reading.signal(SIGTERM)
            try reading.wait()
        }
    }
}
