import Foundation

/// A program of the machine that some tests need, and not every machine has.
package enum Tool {
    package static func has(_ name: String) -> Bool { path(of: name) != nil }

    /// Where it is; those of the administrator count too, which a user's `PATH` may leave out.
    package static func path(of name: String) -> String? {
        let known = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return (known + ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"]).map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program to its end, asked as a user would ask it.
    ///
    /// - Parameters:
    ///   - name: The program, without its folder.
    ///   - arguments: What it is asked.
    ///   - folder: Where it runs; nil for where the tests run.
    /// - Returns: All that it said, and its exit code.
    /// - Throws: `ScriptFailure` where it is missing, and what starting it says.
    package static func run(_ name: String, _ arguments: [String], in folder: String? = nil) throws
        -> (output: String, status: Int32)
    {
        guard let path = path(of: name) else { throw ScriptFailure("\(name) is missing") }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: data, as: UTF8.self), process.terminationStatus)
    }

    /// Runs a shell script that has to succeed.
    package static func shell(_ script: String, in folder: String) throws {
        let ending = try run("sh", ["-euc", script], in: folder)
        guard ending.status == 0 else { throw ScriptFailure("the script failed: \(script): \(ending.output)") }
    }
}
