import Foundation
import Glibc
import TestSupport
import Testing

@testable import copydesk

extension ProgramTests {
    /// `status` as a person sees it, on a terminal that util-linux's script(1) opens.
    @Suite(.enabled(if: Tool.has("script"), "needs script of util-linux, to open a terminal"))
    struct StatusScreenTests {
        /// A desk with each outcome.
        private func desk() throws -> TestDesk {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            try desk.once(delivering: [Samples.seeds])
            try desk.scratch.file("home/inbox/packed.pdf", "%PDF-1.7\n")
            try desk.once()
            return desk
        }

        /// What `status` shows on a terminal of 24 rows.
        private func shown(_ desk: TestDesk, columns: Int = 80, _ variables: String) throws -> String {
            let line = "stty rows 24 cols \(columns); \(variables) '\(TestDesk.program)' status --home '\(desk.home)'"
            let ending = try desk.scratch.run("script", "-qec", line, "/dev/null")
            #expect(ending.code == 0)
            return ending.text.replacingOccurrences(of: "\r\n", with: "\n")
        }

        @Test func `one screen tells how the desk stands, what is wrong and what to do`() throws {
            let desk = try desk()
            let serving = try desk.serve()
            let text = try shown(desk, "env -u COLUMNS NO_COLOR=1 LC_ALL=C.UTF-8 TERM=xterm")
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(lines.count <= 24, "\(text)")
            #expect(lines.first?.hasPrefix("desk         running since ") == true, "\(text)")
            #expect(lines.first?.hasSuffix(", process \(serving.id)") == true, "\(text)")
            #expect(text.contains("! 1 file was refused (pdf 1)"), "\(text)")
            #expect(text.contains("then: copydesk retry --home \(desk.home)"), "\(text)")
            let counts = try desk.outcomes()
            for (outcome, count) in counts {
                let line = lines.first { $0.hasPrefix(outcome + " ") }
                #expect(line?.contains(" \(count) ") == true && line?.contains("█") == true, "\(outcome): \(text)")
            }
            let hours = try #require(lines.first { $0.hasPrefix("by hour") }?.suffix(48))
            #expect(hours.allSatisfy { "·▁▂▃▄▅▆▇█".contains($0) } && hours.contains("█"), "\(text)")
            #expect(!text.contains("\u{1B}"))
            try desk.stop(serving)
            #expect(
                try shown(desk, "env -u COLUMNS NO_COLOR=1 LC_ALL=C TERM=xterm").contains(
                    "> copydesk run --home \(desk.home)\n"
                )
            )
        }

        @Test func `in a locale without UTF-8 all is ASCII, and colours are only where they are wanted`() throws {
            let desk = try desk()
            let text = try shown(desk, "env -u COLUMNS -u NO_COLOR LC_ALL=C TERM=xterm")
            #expect(text.utf8.allSatisfy { $0 < 0x80 })
            #expect(text.contains("\u{1B}[31m") && text.contains("#") && text.contains("\u{1B}[0m"), "\(text)")
            // A terminal that obeys nothing gets what a pipe gets.
            let dumb = try shown(desk, "env TERM=dumb LC_ALL=C.UTF-8")
            #expect(dumb.hasPrefix("desk            not running\nhome            \(desk.home)\n"), "\(dumb)")
            #expect(dumb.contains("\nby hour         since 20") && !dumb.contains("\u{1B}"), "\(dumb)")
        }

        @Test func `no line is wider than a narrow terminal that is drawn over, and the size is asked each time`()
            throws
        {
            let desk = try desk()
            try watching(desk, "--watch 86400", rows: 10, columns: 40) { watch, process, file in
                try waitUntil("it is drawn") { try read(file).contains("more lines") }
                let lines = try read(file).components(separatedBy: "\u{1B}[K\r\n")
                #expect(lines.count == 10, "\(lines)")
                for line in lines { #expect(TerminalText.width(plain(line)) < 40, "\(line)") }
                kill(process, SIGTERM)
                #expect(try watch.wait().code == 0)
            }
        }

        @Test(arguments: [SIGINT, SIGTERM])
        func `watching draws over what was there, and a signal ends it with the terminal as it was`(signal: Int32)
            throws
        {
            let desk = try desk()
            try watching(desk, "--watch 1", rows: 24, columns: 80) { watch, process, file in
                try waitUntil("it is drawn twice") { try read(file).components(separatedBy: "\u{1B}[H").count == 3 }
                kill(process, signal)
                #expect(try watch.wait().code == 0)
                let all = try read(file)
                #expect(all.hasPrefix("\u{1B}[?25l\u{1B}[H") && all.hasSuffix("\u{1B}[J\u{1B}[?25h\r\n"), "\(all)")
                #expect(!all.contains("\u{1B}[2J"))
            }
        }

        /// Runs `status` with these words on a terminal, and passes script(1), the program's number, and the file that
        /// holds what the terminal was told.
        private func watching(
            _ desk: TestDesk,
            _ words: String,
            rows: Int,
            columns: Int,
            _ body: (ChildProcess, pid_t, String) throws -> Void
        ) throws {
            let (number, file) = (desk.scratch.path + "/number", desk.scratch.path + "/drawn")
            let line = """
                stty rows \(rows) cols \(columns); echo $$ > '\(number)'
                exec env -u COLUMNS NO_COLOR=1 LC_ALL=C.UTF-8 TERM=xterm \
                    '\(TestDesk.program)' status --home '\(desk.home)' \(words)
                """
            let all = ["script", "-qfec", line, file].map { Array($0.utf8) }
            let watch = try ChildProcess(all, outputIn: desk.scratch.said)
            try waitUntil("the program's number is known") { pid_t(try read(number).dropLast()) != nil }
            try body(watch, try #require(pid_t(try read(number).dropLast())), file)
        }

        /// What a file holds; what script(1) says of itself in its first and last line is left out.
        private func read(_ file: String) throws -> String {
            let text = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
            guard text.hasPrefix("Script started") else { return text }
            let rest = text[text.index(after: text.firstIndex { $0.isNewline } ?? text.startIndex)...]
            return String(rest).components(separatedBy: "\nScript done")[0]
        }

        private func plain(_ text: String) -> String {
            text.replacing(/\u{1B}\[[?0-9;]*[a-zA-Z]/, with: "")
        }

        @Test func `watching through a pipe tells blocks, or an object a line, until a signal`() throws {
            let desk = try desk()
            let text = try desk.start(["status", "--watch=1", "--home", desk.home])
            let objects = try desk.start(["status", "--json", "--watch=1", "--home", desk.home])
            try waitUntil("both have told twice") {
                String(decoding: text.output, as: UTF8.self).components(separatedBy: "\n\n").count == 3
                    && objects.output.split(separator: 10).count == 2
            }
            text.signal(SIGINT)
            objects.signal(SIGTERM)
            let ending = try text.wait()
            #expect(ending.code == 0 && ending.text.hasPrefix("desk            not running\n"), "\(ending.text)")
            #expect(!ending.text.contains("\u{1B}"))
            let lines = try objects.wait()
            #expect(lines.code == 0)
            for line in lines.output.split(separator: 10) {
                #expect(try JSONValue.of(Array(line))["running"] == .bool(false))
            }
        }

        @Test func `wrong seconds are refused`() throws {
            let desk = try desk()
            for seconds in ["0", "x", "86401", "99999999999999999999"] {
                #expect(try desk.command("status", "--watch", seconds).code == 2, "\(seconds)")
            }
        }
    }
}
