import Foundation
import Glibc
import TestSupport

/// A file system of its own in a file, whose power can be cut.
///
/// The ioctl that XFS calls GOINGDOWN, and ext4 SHUTDOWN, stops a file system at once without writing anything more: what
/// is not on the disk then is gone after the next mount, as after a power cut.
final class PowerDisk {
    static let kinds = ["ext4", "xfs"]

    private let folder: String
    private let image: String
    let mountPoint: String
    private var isMounted = false

    /// Makes and mounts a file system; nil, said aloud, where this machine or this user cannot.
    init?(_ kind: String) throws {
        folder = CrashTree.memory + "/copydesk-power-" + UUID().uuidString.prefix(8)
        image = folder + "/image"
        mountPoint = folder + "/disk"
        guard getuid() == 0, Tool.has("mkfs.\(kind)"), access("/dev/loop-control", F_OK) == 0 else {
            print("skipped: power cuts on \(kind) need root, mkfs.\(kind) and a loop device")
            return nil
        }
        try FileManager.default.createDirectory(atPath: mountPoint, withIntermediateDirectories: true)
        let size = kind == "xfs" ? "320M" : "64M"
        try shell("truncate -s \(size) '\(image)' && mkfs.\(kind) -q \(kind == "xfs" ? "-f" : "-F") '\(image)'")
        do { try mount() } catch {
            print("skipped: power cuts on \(kind): \(error)")
            return nil
        }
    }

    deinit {
        if isMounted { try? unmount() }
        try? FileManager.default.removeItem(atPath: folder)
    }

    private func shell(_ script: String) throws {
        try Program.shell(script, sayingTo: folder + "/said")
    }

    private func mount() throws {
        try shell("mount -o loop '\(image)' '\(mountPoint)'")
        isMounted = true
    }

    /// A process that another test starts has what was open here until its `exec`, so the disk may be busy for a moment.
    private func unmount() throws {
        try shell("tries=0; until umount '\(mountPoint)'; do tries=$((tries + 1)); [ $tries -lt 100 ]; sleep 0.1; done")
        isMounted = false
    }

    /// Takes the power away and gives it back.
    private func cutPower() throws {
        let descriptor = open(mountPoint, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        // _IOR('X', 125, __u32); 2 is "do not even write the journal".
        var how: UInt32 = 2
        let answer = ioctl(descriptor, 0x8004_587D, &how)
        close(descriptor)
        guard answer == 0 else { throw Program.Failure(description: "the power cannot be cut: error \(errno)") }
        try unmount()
        try mount()
    }

    /// All calls of the desk's own, and one in some of the hundreds that SQLite writes its pages with.
    static func points(_ matrix: CrashMatrix, every: Int) -> [CallRecord] {
        var pages = 0
        return matrix.calls.filter(\.isMutating).filter { call in
            guard call.name == "pwrite64" || call.name == "openat" else { return true }
            pages += 1
            return pages % every == 0
        }
    }

    /// What is wrong after a cut, nil where nothing is.
    func finding(afterCutAt call: CallRecord, of matrix: CrashMatrix) throws -> String? {
        let tree = try CrashTree(in: mountPoint)
        try tree.reset()
        // What was delivered is durable: that is the deliverer's part.
        try shell("sync -f '\(mountPoint)'")
        _ = try tree.run(disturbing: call.name, "\(call.number)", "signal=SIGKILL", environment: matrix.environment)
        try cutPower()
        let restart = try tree.run(environment: matrix.environment)
        guard restart.code == 0 else { return "the restart ended with \(restart.code ?? -1): \(restart.said)" }
        return try DeskState(of: tree).difference(from: matrix.reference)
    }
}
