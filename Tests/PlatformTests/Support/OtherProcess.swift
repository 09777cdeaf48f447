import Foundation
import Testing

/// A second process: some questions have an answer only between two.
final class OtherProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    static func has(_ tool: String) -> Bool {
        ["/usr/bin/", "/bin/", "/usr/local/bin/"].contains { FileManager.default.isExecutableFile(atPath: $0 + tool) }
    }

    /// Runs a shell script to its end and expects it to succeed.
    static func run(_ script: String, in directory: ScratchDirectory) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-euc", script]
        process.currentDirectoryURL = URL(fileURLWithPath: directory.text)
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "the script failed: \(script)")
    }

    /// Starts a shell script that says a line when it is where the test wants it, and then reads a line.
    init(_ script: String, in directory: ScratchDirectory) throws {
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-euc", script]
        process.currentDirectoryURL = URL(fileURLWithPath: directory.text)
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = output.fileHandleForReading.availableData
        try #require(!line.isEmpty, "the script ended early: \(script)")
    }

    deinit {
        finish()
    }

    var pid: Int32 { process.processIdentifier }

    /// Lets the script go on, and waits for its end.
    func finish() {
        guard process.isRunning else { return }
        try? input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        process.waitUntilExit()
    }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
