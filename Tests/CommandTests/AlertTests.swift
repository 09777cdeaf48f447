import Foundation
import Glibc
import TestSupport
import Testing

extension ProgramTests {
    /// What `copydesk-alert@.service` runs, without a service manager.
    @Suite(.enabled(if: Tool.has("bash"), "bash is missing"))
    struct AlertTests {
        private let desk: TestDesk
        private let state: String
        private let settings: String

        init() throws {
            desk = try TestDesk()
            state = try desk.scratch.folder("state")
            settings = try desk.scratch.file("desk.conf", "[desk]\nhome = \(desk.home)\n")
            // What was there before the alert is switched on is no news.
            try deliver(1...3)
        }

        private func deliver(_ numbers: ClosedRange<Int>) throws {
            for number in numbers { try desk.scratch.file("home/inbox/n\(number).txt", Samples.page(number)) }
            try desk.once()
        }

        private func start(_ command: String, query: String = "harbour") throws -> ChildProcess {
            let environment = [
                "QUERY": query, "COMMAND": command, "CONFIG": settings, "COPYDESK": TestDesk.program,
                "STATE_DIRECTORY": state, "OUT": desk.scratch.path,
            ]
            let words = ["\(Samples.repository)/systemd/copydesk-alert"]
            return try ChildProcess(words.map { Array($0.utf8) }, environment: environment, outputIn: desk.scratch.said)
        }

        /// The numbers of the stories that the command was run for.
        private func told() -> [Int] {
            let text = (try? String(contentsOfFile: desk.scratch.path + "/told", encoding: .utf8)) ?? ""
            return text.split(separator: "\n").compactMap { line in
                line.range(of: "Ferry [0-9]+", options: .regularExpression).flatMap { Int(line[$0].dropFirst(6)) }
            }
        }

        private func position() throws -> String {
            try String(contentsOfFile: state + "/position", encoding: .utf8).trimmingCharacters(in: .newlines)
        }

        private func waitForBeginning() throws {
            try waitUntil("the position is kept") { Disk.exists(state + "/position") }
        }

        /// How many processes still ask this desk for changes.
        private func followers() -> Int {
            names(in: "/proc").count { name in
                guard name.allSatisfy(\.isNumber) else { return false }
                let words = (try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8)) ?? ""
                return words.contains("\0changes\0") && words.contains(settings)
            }
        }

        @Test func `only what comes after the alert was switched on is told, once, through restarts`() throws {
            let alert = try start("cat >> \"$OUT/told\"")
            try waitForBeginning()
            try deliver(4...6)
            try waitUntil("three stories are told") { told().count == 3 }
            #expect(followers() == 1)
            let last = try desk.number("SELECT max(seq) FROM changes")
            try waitUntil("the position is that of the last") { try position().hasSuffix(":\(last)") }
            alert.signal(SIGTERM)
            #expect(try alert.wait().code == 0)
            try deliver(7...8)
            let again = try start("cat >> \"$OUT/told\"")
            try waitUntil("what came meanwhile is told") { told().count == 5 }
            again.signal(SIGTERM)
            #expect(try again.wait().code == 0)
            #expect(told() == [4, 5, 6, 7, 8])
            try waitUntil("nobody follows the desk any more") { followers() == 0 }
        }

        @Test func `a record whose command fails comes again, and none is left out`() throws {
            // Fails at its second record for as long as a file is missing.
            let command =
                "cat > \"$OUT/one\"; if grep -q 'Ferry 5 ' \"$OUT/one\"; then test -e \"$OUT/mended\"; fi "
                + "&& cat \"$OUT/one\" >> \"$OUT/told\""
            let alert = try start(command)
            try waitForBeginning()
            try deliver(4...6)
            let ending = try alert.wait()
            #expect(ending.code == 1 && ending.errors.contains("the command failed"), "\(ending.errors)")
            #expect(told() == [4])
            let kept = try position()
            #expect(try start(command).wait().code == 1)
            #expect(try position() == kept)
            try desk.scratch.file("mended", "")
            let last = try start(command)
            try waitUntil("all are told") { told().count == 3 }
            last.signal(SIGTERM)
            _ = try last.wait()
            #expect(told() == [4, 5, 6])
            try waitUntil("nobody follows the desk any more") { followers() == 0 }
        }

        @Test func `a stop lets the command in hand end, and its record does not come again`() throws {
            let alert = try start(
                "cat > \"$OUT/one\"; while [ ! -e \"$OUT/go\" ]; do sleep 0.05; done; cat \"$OUT/one\" >> \"$OUT/told\""
            )
            try waitForBeginning()
            try deliver(4...5)
            try waitUntil("the command runs") { Disk.exists(desk.scratch.path + "/one") }
            alert.signal(SIGTERM)
            try desk.scratch.file("go", "")
            #expect(try alert.wait().code == 0)
            #expect(told() == [4])
            let next = try start("cat >> \"$OUT/told\"")
            try waitUntil("the next one is told") { told().count == 2 }
            next.signal(SIGTERM)
            _ = try next.wait()
            #expect(told() == [4, 5])
        }

        @Test func `a wrong query ends with 2, a position of another database with 3`() throws {
            let wrong = try start("true", query: "ferry AND").wait()
            #expect(wrong.code == 2 && wrong.errors.contains("--match"), "\(wrong.errors)")
            try "11111111-2222-4333-8444-555555555555:4\n".write(
                toFile: state + "/position",
                atomically: true,
                encoding: .utf8
            )
            let gone = try start("true").wait()
            #expect(gone.code == 3 && gone.errors.contains("no history since"), "\(gone.errors)")
        }
    }
}
