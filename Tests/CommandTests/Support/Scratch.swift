import Foundation
import Glibc
import TestSupport

/// A scratch folder, and what the programs that a test runs for it say.
final class Scratch {
    private let own: ScratchFolder
    var path: String { own.path }

    init() throws {
        own = try ScratchFolder()
        // Other users must be able to pass through to what a test shows them.
        chmod(path, 0o755)
        try folder("said")
        chmod(said, 0o777)
    }

    deinit {
        // By `rm`: some tests make names that are no text, or paths longer than Foundation can name.
        _ = try? ChildProcess.run(["rm", "-rf", "--", path], outputIn: FileManager.default.temporaryDirectory.path).code
    }

    /// Where programs' output is kept.
    var said: String { path + "/said" }

    /// Makes a folder and those above it.
    @discardableResult
    func folder(_ name: String) throws -> String {
        try own.makeFolder(name)
    }

    /// Makes a file with these contents and returns its path.
    @discardableResult
    func file(_ name: String, _ contents: String) throws -> String {
        try own.make(name, contents)
    }

    /// Runs any program to its end, and expects nothing of it.
    func run(_ words: String..., environment: [String: String] = [:], deadline: Double = 120) throws
        -> ChildProcess.Ending
    {
        try ChildProcess.run(words, environment: environment, outputIn: said, deadline: deadline)
    }

    /// Runs a shell script that has to succeed.
    @discardableResult
    func shell(_ script: String, deadline: Double = 120) throws -> ChildProcess.Ending {
        let ending = try run("/bin/sh", "-euc", script, deadline: deadline)
        guard ending.code == 0 else {
            throw ChildProcess.Failure(description: "the script failed: \(script): \(ending.errors)")
        }
        return ending
    }

    /// SHA-256 of every file below a folder, by the name of the file, as the system's own tool tells it.
    func digests(below folder: String) throws -> [String: String] {
        let lines = try shell("find '\(folder)' -type f -print0 | xargs -0 -r sha256sum").text.split(separator: "\n")
        var digests: [String: String] = [:]
        for line in lines {
            let name = line.dropFirst(66).split(separator: "/").last.map(String.init) ?? ""
            digests[name] = String(line.prefix(64))
        }
        return digests
    }
}
