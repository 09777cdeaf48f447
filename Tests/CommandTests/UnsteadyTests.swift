import Foundation
import Glibc
import TestSupport
import Testing

extension ProgramTests {
    /// Files whose attributes do not stand still between two looks.
    @Suite(.enabled(if: UnsteadyFiles.isPossible, "needs a C compiler"))
    struct UnsteadyTests {
        private static let said = "differ from look to look"

        /// Processor seconds that a process has used (proc_pid_stat(5), fields 14 and 15).
        private func processorSeconds(_ process: ChildProcess) -> Double {
            let line = (try? String(contentsOfFile: "/proc/\(process.id)/stat", encoding: .utf8)) ?? ""
            let fields = line.split(separator: ")").last?.split(separator: " ") ?? []
            guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
                return .infinity
            }
            return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
        }

        @Test(arguments: UnsteadyFiles.Way.allCases)
        func `run --once files each dump, lets it go by its bytes, sets refused files aside, and ends`(
            way: UnsteadyFiles.Way
        ) throws {
            let desk = try TestDesk()
            let unsteady = try UnsteadyFiles(desk.scratch)
            for number in 1...30 { try desk.scratch.file("home/inbox/n\(number).txt", Samples.page(number)) }
            try desk.scratch.file("home/inbox/doc.pdf", "%PDF-1.7\n")
            let words = ["run", "--once", "--home", desk.home]
            let ending = try desk.start(words, environment: unsteady.environment(way)).wait(120)
            #expect(ending.code == 0)
            #expect(try desk.number("SELECT count(*) FROM dumps") == 30)
            #expect(try desk.filesInInbox() == 0, "\(ending.errors)")
            // Where it was another at its first retirement, it is kept by the name of its second delivery.
            #expect(Disk.names(in: desk.rejected).count == 2, "\(ending.errors)")
            #expect(ending.errors.components(separatedBy: UnsteadyTests.said).count - 1 <= 1, "\(ending.errors)")
            if way != .slow { #expect(ending.errors.contains(UnsteadyTests.said)) }
            #expect(try desk.command("check").code == 0)
        }

        @Test(.enabled(if: Tool.has("faketime"), "needs faketime"))
        func `a program under faketime, which shifts some looks and not others, ends with an empty inbox`() throws {
            let desk = try TestDesk()
            let page = try desk.scratch.file("page.txt", Samples.page(1))
            let words = [
                "faketime", "-f", "-3d", TestDesk.program, "run", "--once", "--home", desk.home, "--deliver", page,
            ]
            #expect(try ChildProcess.run(words, outputIn: desk.scratch.said).code == 0)
            #expect(try desk.outcomes() == ["new": 1])
            #expect(try desk.filesInInbox() == 0)
        }

        @Test(arguments: UnsteadyFiles.Way.allCases, ["consume", "keep"])
        func `a desk that serves such an inbox takes what comes, says it once, and waits in between`(
            way: UnsteadyFiles.Way,
            after: String
        ) throws {
            let desk = try TestDesk()
            let unsteady = try UnsteadyFiles(desk.scratch)
            let file = try desk.scratch.file("copydesk.conf", "[inbox]\nafter = \(after)\nquiet_seconds = 0.2\n")
            let serving = try desk.serve("--config", file, environment: unsteady.environment(way))
            for number in 1...5 { try desk.scratch.file("home/inbox/n\(number).txt", Samples.page(number)) }
            try desk.waitForDeliveries(5, of: serving)
            if after == "keep" { try desk.scratch.shell("for i in 1 2 3; do touch '\(desk.inbox)'/*; sleep 0.2; done") }
            let before = processorSeconds(serving)
            usleep(2_000_000)
            let used = processorSeconds(serving) - before
            // It ran at full speed before: two seconds in two.
            #expect(used < 1, "\(used) s; \(serving.errors)")
            try desk.scratch.file("home/inbox/late.txt", Samples.page(6))
            try waitUntil("the rest is served") { try desk.number("SELECT count(*) FROM dumps") == 6 }
            if after == "consume" { try waitUntil("the inbox is empty", 150) { try desk.filesInInbox() == 0 } }
            #expect(try desk.stop(serving).code == 0)
            #expect(serving.errors.components(separatedBy: UnsteadyTests.said).count - 1 <= 1, "\(serving.errors)")
            // A file that was another at its first retirement may have been taken for another delivery, once.
            #expect(try desk.number("SELECT count(*) FROM deliveries") <= 12)
        }
    }
}
