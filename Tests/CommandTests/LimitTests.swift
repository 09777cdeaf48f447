import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// What reading takes grows with the size of the dump and no faster.
    @Suite struct LimitTests {
        private struct Cost {
            let processorSeconds: Double
            let mebibytes: Double
        }

        /// What draining one file takes, as the system tells it.
        private func cost(of content: [UInt8]) throws -> Cost {
            let desk = try TestDesk()
            try desk.scratch.folder("home/inbox")
            try Disk.write(content, to: Array("\(desk.inbox)/page.txt".utf8))
            let script = """
                import resource, subprocess, sys
                code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
                used = resource.getrusage(resource.RUSAGE_CHILDREN)
                print(code, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
                """
            let words = ["python3", "-c", script, TestDesk.program, "run", "--once", "--home", desk.home]
            let said = try ChildProcess.run(words, outputIn: desk.scratch.said, deadline: 200).line.split(
                separator: " "
            )
            #expect(said.count == 3 && said[0] == "0")
            #expect(try desk.number("SELECT count(*) FROM deliveries") == 1)
            return Cost(processorSeconds: Double(said[1]) ?? .infinity, mebibytes: Double(said[2]) ?? .infinity)
        }

        @Test(
            .enabled(if: Tool.has("python3"), "needs python3"),
            arguments: ["one-letter words", "blank lines", "marks on one letter", "one line", "paragraphs", "titles"]
        )
        func `four times the input takes no more than some four times the memory and the time`(kind: String) throws {
            func content(_ size: Int) -> [UInt8] {
                let filling =
                    switch kind {
                    case "one-letter words": String(repeating: "a b c d ", count: size * 400_000 / 8)
                    case "blank lines": String(repeating: "\n", count: size * 600_000) + "The end.\n"
                    case "marks on one letter": "e" + String(repeating: "\u{301}", count: size * 25_000) + "\n"
                    case "one line": String(repeating: "Harbour", count: size * 400_000 / 7)
                    case "titles": String(repeating: "Harbour Works Again\n\n", count: size * 4000)
                    default: String(repeating: "The wheel stood still for forty years.\n\n", count: size * 10_000)
                    }
                return Array((HostileCorpus.story + filling).utf8)
            }
            let small = try cost(of: content(1))
            let large = try cost(of: content(4))
            print("\(kind): \(small) for \(large)")
            // A step that goes over all for each part would take sixteen times as much.
            #expect(large.processorSeconds < 8 * small.processorSeconds + 2)
            #expect(large.mebibytes < 6 * small.mebibytes + 32)
        }
    }
}
