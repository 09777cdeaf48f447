import Foundation

/// The machine's own `sqlite3` shell, given a script on its standard input.
enum StockShell {
    /// Runs a script, read-only; the shell ends at the first error.
    static func run(_ script: String, on database: String, in scratch: Scratch) throws -> ChildProcess.Ending {
        let file = try scratch.file("asked.sql", script)
        return try scratch.run("sh", "-c", "exec sqlite3 -readonly -bail \"$1\" < \"$2\"", "sh", database, file)
    }

    /// Its version, `3.40.1`, as it tells it.
    static func version(in scratch: Scratch) throws -> String {
        let ending = try scratch.run("sqlite3", "--version")
        return String(ending.line.prefix { $0 != " " })
    }

    /// What was printed, as lines.
    static func lines(_ ending: ChildProcess.Ending) -> [String] {
        var lines = ending.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }
}
