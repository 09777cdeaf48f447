import Foundation
import Testing

/// A second process: some questions have an answer only between two.
final class OtherProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    static func has(_ tool: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(tool)") }
    }

    /// Starts a shell script that says a line when it is where the test wants it, and then reads a line.
    init(_ script: String, in folder: ScratchFolder) throws {
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-euc", script]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = output.fileHandleForReading.availableData
        try #require(!line.isEmpty, "the script ended early: \(script)")
    }

    deinit {
        finish()
    }

    /// Lets the script go on, and waits for its end.
    func finish() {
        guard process.isRunning else { return }
        try? input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        process.waitUntilExit()
    }
}
