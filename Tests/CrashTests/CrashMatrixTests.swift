import Foundation
import TestSupport
import Testing

/// A run that dies, or meets a sick machine, at every call that matters, and what the next run makes of it.
@Suite(.serialized, .enabled(if: Tool.has("strace"), "needs strace"), .timeLimit(.minutes(15)))
struct CrashMatrixTests {
    private static let matrix = Result { try CrashMatrix() }

    private func report(_ tally: Tally, _ title: String, atLeast points: Int) {
        print("\(title)\n\(tally.text)")
        let found = tally.found
        let isClean = found.isEmpty
        #expect(tally.points >= points)
        #expect(isClean, "\(found.count) findings:\n\(found.prefix(8).joined(separator: "\n"))")
    }

    @Test func `killed at any call that changes something, the desk ends as if nothing had happened`() throws {
        let matrix = try CrashMatrixTests.matrix.get()
        let tally = Tally()
        matrix.run(matrix.points("kill", "signal=SIGKILL") { $0.isMutating }, tally)
        report(tally, "kills", atLeast: 200)
    }

    @Test
    func `a log torn by 1, 7 or 20 bytes after a kill is finished, with nothing lost, doubled or cut off`() throws {
        let matrix = try CrashMatrixTests.matrix.get()
        let tally = Tally()
        var points: [FaultPoint] = []
        for call in matrix.callsAfterLog {
            for tear in [1, 7, 20] {
                points.append(
                    FaultPoint(kind: "kill and a log torn by \(tear)", call: call, what: "signal=SIGKILL", tear: tear)
                )
            }
        }
        matrix.run(points, tally)
        report(tally, "torn logs", atLeast: 60)
    }

    @Test func `killed again while it recovers, the desk still ends as if nothing had happened`() throws {
        let matrix = try CrashMatrixTests.matrix.get()
        let tally = Tally()
        matrix.run(try matrix.secondKills(), tally)
        report(tally, "kills during recovery", atLeast: 150)
    }

    @Test(arguments: [
        ("EIO", false, 3), ("EIO", true, 4), ("ENOSPC", false, 2), ("ENOSPC", true, 3), ("EINTR", false, 3),
        ("EMFILE", false, 1), ("EMFILE", true, 2),
    ])
    func `a call that fails once, or fails from there on, loses nothing`(error: String, lasts: Bool, every: Int) throws
    {
        let matrix = try CrashMatrixTests.matrix.get()
        let tally = Tally()
        let kind = lasts ? "\(error) from there on" : "\(error) once"
        let calls = matrix.points(kind, "error=" + error, lasts: lasts) { CallRecord.fails($0, with: error) }
        // SQLite writes a page by two calls, and of the hundreds of pages each is like its neighbours.
        var counts: [String: Int] = [:]
        let points = calls.filter {
            let count = counts[$0.call.name, default: 0]
            counts[$0.call.name] = count + 1
            return count % ($0.call.name.hasPrefix("pwrite") ? 2 * every + 1 : every) == 0
        }
        matrix.run(points, tally)
        report(tally, kind, atLeast: 20)
    }

    @Test func `disturbed while refused files go through again, the desk ends as if nothing had happened`() throws {
        let matrix = try CrashMatrix(scenario: .retry)
        let tally = Tally()
        var pages = 0
        let points = matrix.points("kill in a retry", "signal=SIGKILL") { call in
            guard call.isMutating, call.name == "pwrite64" else { return call.isMutating }
            pages += 1
            return pages % 4 == 0
        }
        matrix.run(points, tally)
        for lasts in [false, true] {
            // A file that cannot be read just then is left where it is, and the answer says so.
            let calls = matrix.points("EIO in a retry", "error=EIO", lasts: lasts) { $0.isMutating }
            matrix.run(calls.enumerated().filter { $0.offset % 7 == (lasts ? 3 : 0) }.map(\.element), tally)
        }
        report(tally, "kills and errors in a retry", atLeast: 100)
    }

    @Test func `killed while the log is closed and begun anew, the desk ends with every record once`() throws {
        let matrix = try CrashMatrix(settings: "[changes]\nrotate_bytes = 6000\n")
        let tally = Tally()
        var pages = 0
        let points = matrix.points("kill with rotation", "signal=SIGKILL") { call in
            guard call.isMutating, call.name == "pwrite64" else { return call.isMutating }
            pages += 1
            return pages % 8 == 0
        }
        for tear in [0, 1, 20] {
            let torn = points.map {
                FaultPoint(
                    kind: tear == 0 ? $0.kind : "kill with rotation and a log torn by \(tear)",
                    call: $0.call,
                    what: $0.what,
                    tear: tear
                )
            }
            matrix.run(tear == 0 ? torn : torn.enumerated().filter { $0.offset % 4 == 0 }.map(\.element), tally)
        }
        report(tally, "kills with rotation", atLeast: 100)
    }
}
