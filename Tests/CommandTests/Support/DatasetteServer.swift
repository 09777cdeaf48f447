import Foundation
import Glibc

/// A Datasette of `.build/answers` on a port of its own, started with the words of `etc/datasette.yaml`.
final class DatasetteServer {
    private static let tools = Samples.repository + "/.build/answers/bin"
    private static let file = Samples.repository + "/etc/datasette.yaml"

    static let isInstalled = Disk.exists(tools + "/datasette")

    /// Whether a user without rights can start it: a checkout below a private folder is out of its reach.
    static let isWithinReach: Bool = {
        guard isInstalled, SecondUser.isPossible else { return false }
        let words = SecondUser.identity.words + ["sh", "-c", "'\(tools)/datasette' --version && test -r '\(file)'"]
        return (try? ChildProcess.run(words, outputIn: FileManager.default.temporaryDirectory.path))?.code == 0
    }()

    /// What came back for an address.
    struct Page {
        let status: Int
        let text: String
    }

    private let scratch: Scratch
    private let server: ChildProcess
    private let address: String

    /// Returns when the server answers.
    init(_ desk: TestDesk, as identity: TestDesk.Identity? = nil) throws {
        scratch = desk.scratch
        let words = try DatasetteServer.command()
            .replacingOccurrences(of: "/var/lib/copydesk/copydesk.db", with: desk.database)
            .replacingOccurrences(of: "datasette.yaml", with: DatasetteServer.file)
        let line = "exec '\(DatasetteServer.tools)'/\(words) --host 127.0.0.1 --port 0"
        let server = try ChildProcess(
            ((identity?.words ?? []) + ["sh", "-c", line]).map { Array($0.utf8) },
            environment: ["HOME": scratch.path],
            outputIn: scratch.said
        )
        self.server = server
        try waitUntil("Datasette listens") {
            guard server.isRunning else {
                throw ChildProcess.Failure(description: "Datasette ended: \(server.errors.suffix(2000))")
            }
            return server.errors.contains("running on http://")
        }
        let rest = server.errors.components(separatedBy: "running on http://").last ?? ""
        address = "http://" + rest.prefix { !$0.isWhitespace }
    }

    /// Ends before the desk's folder is removed.
    deinit {
        server.signal(SIGTERM)
        _ = try? server.wait()
    }

    /// The command that the file's comment shows, in one line.
    private static func command() throws -> String {
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            .prefix { $0.hasPrefix("#") }.drop { !$0.hasPrefix("#   datasette serve") }
        guard let first = lines.first, let second = lines.dropFirst().first, first.hasSuffix("\\") else {
            throw ChildProcess.Failure(description: "\(file) shows no command of two lines")
        }
        return first.dropFirst(4).dropLast() + second.dropFirst().trimmingCharacters(in: .whitespaces)
    }

    /// Asks for an address below the server's own.
    func get(_ path: String) throws -> Page {
        let script = """
            import sys, urllib.error, urllib.request
            try: answer = urllib.request.urlopen(sys.argv[1], timeout=60)
            except urllib.error.HTTPError as error: answer = error
            sys.stdout.buffer.write(str(answer.status).encode() + b"\\n" + answer.read())
            """
        let ending = try scratch.run(DatasetteServer.tools + "/python", "-c", script, "\(address)/\(path)")
        guard ending.code == 0, let end = ending.text.firstIndex(of: "\n"), let status = Int(ending.text[..<end]) else {
            throw ChildProcess.Failure(
                description: "no answer for \(path): \(ending.errors) \(server.errors.suffix(2000))"
            )
        }
        return Page(status: status, text: String(ending.text[ending.text.index(after: end)...]))
    }

    /// The same, as JSON.
    func json(_ path: String) throws -> JSONValue {
        let page = try get(path)
        guard page.status == 200 else {
            throw ChildProcess.Failure(description: "\(path): \(page.status): \(page.text.prefix(2000))")
        }
        return try JSONValue.of(Array(page.text.utf8))
    }
}
