import Foundation

/// A small file system in memory, which a test can fill up; it takes root to mount it.
final class SmallDisk {
    let path: String
    private let scratch: Scratch

    /// Mounts one in the scratch folder; nil, said aloud, where the machine allows no mounts.
    init?(_ scratch: Scratch, _ name: String, _ options: String) throws {
        self.scratch = scratch
        path = try scratch.folder(name)
        let ending = try scratch.run("mount", "-t", "tmpfs", "-o", options, "none", path)
        guard ending.code == 0 else {
            Samples.skipped("a file system of its own: \(ending.errors)")
            return nil
        }
    }

    deinit { _ = try? scratch.run("umount", "-l", path) }

    func remount(_ options: String) throws {
        try scratch.shell("mount -o remount,\(options) '\(path)'")
    }

    private var filler: String { path + "/filler" }

    /// Takes all the room that is left.
    func fill() throws {
        _ = try scratch.run("dd", "if=/dev/zero", "of=\(filler)", "bs=4096")
    }

    /// Gives the room back.
    func empty() {
        unlink(filler)
    }
}
