import Foundation
import Glibc
import TestSupport

/// One desk with a home in a scratch folder, served and questioned by the real program.
final class TestDesk {
    /// The program under test.
    static let program = Checkout.program

    let scratch: Scratch
    let home: String
    /// The user and group programs of this desk run as; nil for the user who runs the tests.
    private let identity: Identity?
    /// The program that serves and asks: as it was built, or a copy that stands elsewhere.
    private let program: String
    /// Whether the test has changed a line of the log so that it stays a JSON object, and left it so.
    var hasSpoiltLog = false

    struct Identity {
        let user: String
        let group: String

        /// The words that make a command run as this user, and with no other rights.
        var words: [String] { ["setpriv", "--reuid", user, "--regid", group, "--clear-groups"] }
    }

    init(as identity: Identity? = nil, isAlone: Bool = false) throws {
        scratch = try Scratch()
        home = scratch.path + "/home"
        self.identity = identity
        guard isAlone else {
            program = TestDesk.program
            return
        }
        // Nothing that belongs to the program stands beside this copy or above it.
        program = try scratch.folder("alone") + "/copydesk"
        try FileManager.default.copyItem(atPath: TestDesk.program, toPath: program)
    }

    /// The desk of another value, run as another user from now on.
    init(_ identity: Identity, servesHomeOf desk: TestDesk) throws {
        scratch = desk.scratch
        home = desk.home
        self.identity = identity
        program = desk.program
    }

    deinit {
        if !hasSpoiltLog { LeftLog.expectIsBySchema(self) }
    }

    var inbox: String { home + "/inbox" }
    var rejected: String { home + "/rejected" }
    var database: String { home + "/copydesk.db" }
    var changeLog: String { home + "/changes.jsonl" }

    // MARK: Programs

    /// Starts a command and does not wait for it.
    func start(_ words: [String], environment: [String: String] = [:]) throws -> ChildProcess {
        let all = (identity?.words ?? []) + [program] + words
        return try ChildProcess(all.map { Array($0.utf8) }, environment: environment, outputIn: scratch.said)
    }

    /// Runs a command on this home to its end.
    func command(
        _ words: String...,
        environment: [String: String] = [:],
        deadline: Double = 120
    ) throws -> ChildProcess.Ending {
        try start(words + ["--home", home], environment: environment).wait(deadline)
    }

    /// Drains the inbox, after putting copies of these into it.
    @discardableResult
    func once(delivering paths: [String] = [], configuration: String? = nil, deadline: Double = 120) throws
        -> ChildProcess.Ending
    {
        var words = ["run", "--once", "--home", home]
        if let configuration { words += ["--config", configuration] }
        if !paths.isEmpty { words += ["--deliver"] + paths }
        let ending = try start(words).wait(deadline)
        guard ending.code == 0 else {
            throw ChildProcess.Failure(description: "run --once ended with \(ending.code ?? -1): \(ending.errors)")
        }
        return ending
    }

    /// Starts serving; returns when the desk says that it watches.
    func serve(_ words: String..., environment: [String: String] = [:]) throws -> ChildProcess {
        let desk = try start(["run", "--home", home] + words, environment: environment)
        try waitUntil("the desk watches") {
            guard desk.isRunning else {
                throw ChildProcess.Failure(description: "the desk ended at once: \(desk.errors)")
            }
            return desk.errors.contains("watching ")
        }
        return desk
    }

    /// Asks a serving desk to stop.
    @discardableResult
    func stop(_ desk: ChildProcess) throws -> ChildProcess.Ending {
        desk.signal(SIGTERM)
        return try desk.wait()
    }

    // MARK: Questions

    /// Rows that the stock shell gives, read-only.
    func rows(_ query: String, database: String? = nil) throws -> [[String: JSONValue]] {
        let ending = try scratch.run("sqlite3", "-readonly", "-json", database ?? self.database, query)
        guard ending.code == 0 else {
            throw ChildProcess.Failure(description: "sqlite3 failed: \(query): \(ending.errors)")
        }
        guard !ending.output.isEmpty else { return [] }
        return try JSONValue.of(ending.output).array.map { row in
            if case .object(let columns) = row { columns } else { [:] }
        }
    }

    /// The one number that a query gives.
    func number(_ query: String) throws -> Int {
        let ending = try scratch.run("sqlite3", "-readonly", database, query)
        guard ending.code == 0, let number = Int(ending.line) else {
            throw ChildProcess.Failure(description: "no number from: \(query): \(ending.text)\(ending.errors)")
        }
        return number
    }

    /// How many deliveries came to each outcome.
    func outcomes() throws -> [String: Int] {
        var outcomes: [String: Int] = [:]
        for row in try rows("SELECT outcome, count(*) AS n FROM deliveries GROUP BY outcome") {
            outcomes[row["outcome"]?.text ?? ""] = row["n"]?.integer
        }
        return outcomes
    }

    /// Waits until this many deliveries are committed.
    func waitForDeliveries(_ count: Int, of desk: ChildProcess, deadline: Double = 150) throws {
        try waitUntil("\(count) deliveries are committed", deadline) {
            guard desk.isRunning else {
                throw ChildProcess.Failure(description: "the desk ended: \(desk.errors.suffix(1000))")
            }
            usleep(50_000)
            return try number("SELECT count(*) FROM deliveries") >= count
        }
    }

    /// The lines of the change log that carry records, parsed.
    func records() throws -> [JSONValue] {
        let log = FileManager.default.contents(atPath: changeLog) ?? Data()
        return try log.split(separator: UInt8(ascii: "\n")).map { try JSONValue.of(Array($0)) }
            .filter { $0["type"].text?.hasPrefix("log.") == false }
    }

    /// Files below the inbox, whatever their names.
    func filesInInbox() throws -> Int {
        let listing = try scratch.shell("find '\(inbox)' -mindepth 1 ! -type d -printf x")
        return listing.output.count
    }
}
