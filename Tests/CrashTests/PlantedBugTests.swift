import Foundation
import Glibc
import TestSupport
import Testing

/// The crash tests are tested too: each of a list of mistakes, planted in the desk, has to be found.
@Suite(.serialized, .enabled(if: Tool.has("strace"), "needs strace"), .timeLimit(.minutes(10)))
struct PlantedBugTests {
    @Test(arguments: [
        ("unlinkBeforeCommit", 0), ("lineBeforeCommit", 0), ("noTailRepair", 7), ("forgetTaken", 0),
        ("noReasonFirst", 0),
    ])
    func `the crash matrix finds a mistake in the order of things`(bug: String, tear: Int) throws {
        let matrix = try CrashMatrix(bug: bug)
        let tally = Tally()
        // SQLite's pages are hundreds of points; those between the desk's own calls are enough to find it.
        var pages = 0
        let calls = matrix.calls.filter(\.isMutating).filter { call in
            guard call.name == "pwrite64" else { return true }
            pages += 1
            return pages % 12 == 0
        }
        let late = Set(matrix.callsAfterLog.map { "\($0.name) \($0.number)" })
        let points = calls.filter { tear == 0 || late.contains("\($0.name) \($0.number)") }.map {
            FaultPoint(kind: bug, call: $0, what: "signal=SIGKILL", tear: tear)
        }
        matrix.run(points, tally)
        print(
            "planted \(bug): found at \(tally.found.count) of \(tally.points) points; first: \(tally.found.first ?? "")"
        )
        let isFound = !tally.found.isEmpty
        #expect(isFound)
    }

    @Test(arguments: ["forgetWithoutSync", "noSyncOfRejected", "normalSync", "unlinkBeforeCommit"])
    func `the record of a run's calls shows a missing sync`(bug: String) throws {
        let sound = CallOrder.faults(in: try CrashMatrix().calls)
        #expect(sound == [])
        let planted = CallOrder.faults(in: try CrashMatrix(bug: bug).calls)
        print("planted \(bug): \(planted.first ?? "not found")")
        let isFound = !planted.isEmpty
        #expect(isFound)
    }

    @Test func `a copy that is named before its bytes are durable shows in the record of deliver's calls`() throws {
        let tree = try CrashTree()
        try tree.reset()
        let source = tree.path + "/page.txt"
        try Data("A page\n".utf8).write(to: URL(fileURLWithPath: source))
        for (bug, isSound) in [("", true), ("deliverWithoutSync", false)] {
            let words = ["strace", "-f", "-qq", "-s", "120", "-o", tree.trace, Checkout.program, "deliver"]
            let ending = try Program.run(
                words + ["--home", tree.home, "--config", tree.path + "/copydesk.conf", source],
                environment: ["COPYDESK_TEST_BUG": bug],
                sayingTo: tree.said
            )
            #expect(ending.code == 0, "\(ending.said)")
            let faults = CallOrder.faultsOfDelivery(in: try CallRecord.read(tree.trace, since: tree.home))
            #expect(faults.isEmpty == isSound, "\(bug): \(faults)")
        }
    }

    /// A name that stands for another file by the time the first is to leave.
    @Test
    func `a file that replaced one that was read is lost by a retirement that does not look, and by no other`() throws {
        for (bug, isSound) in [("", true), ("retireUnseen", false)] {
            let tree = try CrashTree()
            try FileManager.default.createDirectory(atPath: tree.inbox, withIntermediateDirectories: true)
            let place = tree.inbox + "/page.txt"
            @Sendable func story(_ name: String) -> Data {
                Data("The mill at \(name)\n\nBy Ada Quill | The Mill Post | March 1, 2026\n\nIt turns again.\n".utf8)
            }
            try story("Upper Dunnow").write(to: URL(fileURLWithPath: place))
            // Held at the commit's sync, while the file is replaced.
            let words = [
                "strace", "-f", "-qq", "-o", tree.trace, "-e", "trace=fdatasync,fsync", "-e",
                "inject=fdatasync:delay_enter=30000",
            ]
            let thread = Thread {
                let end = ContinuousClock.now + .seconds(20)
                while ContinuousClock.now < end {
                    // Noted once it was read; the commit is still to come.
                    let note = FileManager.default.contents(atPath: tree.home + "/copydesk.work") ?? Data()
                    if note.count > 2 { break }
                    usleep(500)
                }
                try? story("Nether Dunnow").write(to: URL(fileURLWithPath: tree.path + "/other"))
                rename(tree.path + "/other", place)
            }
            thread.start()
            let ending = try Program.run(
                words + tree.words,
                environment: ["COPYDESK_TEST_BUG": bug],
                sayingTo: tree.said
            )
            #expect(ending.code == 0, "\(ending.said)")
            let restart = try tree.run()
            #expect(restart.code == 0)
            let state = try DeskState(of: tree)
            #expect((state.originals.count == 2) == isSound, "\(bug): \(state.originals.count) of 2 are held")
        }
    }
}
