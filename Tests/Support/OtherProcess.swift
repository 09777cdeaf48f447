import Foundation

/// A second process: some questions have an answer only between two.
package final class OtherProcess {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// Starts a shell script that says a line when it is where the test wants it, and then reads a line.
    package init(_ script: String, in folder: ScratchFolder) throws {
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-euc", script]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = output.fileHandleForReading.availableData
        guard !line.isEmpty else { throw ScriptFailure("the script ended early: \(script)") }
    }

    deinit {
        finish()
    }

    package var pid: Int32 { process.processIdentifier }

    /// Lets the script go on, and waits for its end.
    package func finish() {
        guard process.isRunning else { return }
        try? input.fileHandleForWriting.write(contentsOf: Data("\n".utf8))
        process.waitUntilExit()
    }

    package func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
