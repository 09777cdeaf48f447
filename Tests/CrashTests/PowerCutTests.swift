import Foundation
import Glibc
import Testing

/// What is left when the machine loses its power: bytes that no sync made durable are gone, on real file systems.
@Suite(.serialized, .timeLimit(.minutes(10)))
struct PowerCutTests {
    @Test(arguments: PowerDisk.kinds)
    func `cut off at any of its calls, the desk ends as if nothing had happened`(kind: String) throws {
        guard let disk = try PowerDisk(kind) else { return }
        let matrix = try CrashMatrix(in: disk.mountPoint)
        let tally = Tally()
        for call in PowerDisk.points(matrix, every: kind == "ext4" ? 4 : 8) {
            let finding = try disk.finding(afterCutAt: call, of: matrix)
            tally.note("power cut on \(kind) at \(call.name)", finding.map { "\(call.line.prefix(100))\n    \($0)" })
        }
        print("power cuts on \(kind)\n\(tally.text)")
        let found = tally.found
        let isClean = found.isEmpty
        #expect(tally.points > 50)
        #expect(isClean, "\(found.count) findings:\n\(found.prefix(8).joined(separator: "\n"))")
    }

    @Test func `a desk whose commits are not made durable is found by power cuts`() throws {
        guard let disk = try PowerDisk("ext4") else { return }
        let matrix = try CrashMatrix(bug: "normalSync", in: disk.mountPoint)
        var found = 0
        let points = PowerDisk.points(matrix, every: 40)
        for call in points where try disk.finding(afterCutAt: call, of: matrix) != nil { found += 1 }
        print("planted normalSync: found at \(found) of \(points.count) power cuts")
        #expect(found > 0)
    }
}
