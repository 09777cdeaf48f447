import Foundation
import Pages
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home
@testable import Store

/// One desk's parts on a home of their own, driven by hand where the desk's loop would drive them.
final class ScratchDesk {
    /// Those of a process that nobody said anything to.
    static let surroundings = Surroundings(
        arguments: [],
        stateDirectory: nil,
        notifySocket: nil,
        program: nil,
        outputIsTerminal: false,
        errorIsTerminal: false,
        poison: nil
    )

    let folder: ScratchFolder
    let home: HomePaths
    let store: Store
    let intake: Intake

    /// - Parameters:
    ///   - folder: The home; another desk's, to go on as a new process would.
    ///   - poison: The dump on which to stop the process.
    ///   - change: Sets what differs from the default.
    /// - Throws: What making folders, database and intake says.
    init(_ folder: ScratchFolder? = nil, poison: Digest? = nil, change: (inout Configuration) -> Void = { _ in }) throws
    {
        // A writer that opens a file under lease has this signal sent to us, and its default action ends the process.
        SignalQueue.ignore([Signal.io])
        self.folder = try folder ?? ScratchFolder()
        var configuration = Configuration()
        configuration.home = Path(self.folder.path)
        configuration.quietSeconds = 0.05
        change(&configuration)
        home = try HomePaths(configuration)
        try home.make()
        store = try Store(
            path: self.folder.file("copydesk.db"),
            access: .desk(newEpoch: "11111111-2222-4333-8444-555555555555", now: "2026-11-21T09:00:00.000Z")
        )
        let changeLog = ChangeLog(home.changeLog, Rotation(configuration))
        let announced = try changeLog.announce(store, now: Timestamp.now.iso)
        intake = try Intake(
            home,
            configuration,
            layouts: [],
            store: store,
            changeLog: changeLog,
            announced: announced,
            poison: poison.map { Poison($0) }
        )
    }

    /// The same home, as a process started now finds it.
    func restarted(poison: Digest? = nil, change: (inout Configuration) -> Void = { _ in }) throws -> ScratchDesk {
        let next = try ScratchDesk(folder, poison: poison, change: change)
        try next.intake.scanFirst()
        return next
    }

    /// Puts a whole file into the inbox.
    func drop(_ name: String, _ text: String) throws {
        try folder.write(text, to: "inbox/" + name)
    }

    /// Scans, and takes batches until nothing waits; a file that is not settled is looked at again for a while.
    @discardableResult
    func drain(patience: Int64 = 5_000_000_000) throws -> Batch {
        var total = Batch()
        let end = Clock.monotonic + patience
        intake.inbox.askForScan()
        repeat {
            if intake.inbox.scanIsDue { try intake.scan() }
            while intake.hasWork {
                let batch = try intake.takeBatch()
                total.add(batch)
                total.complaints += batch.complaints
            }
            if intake.inbox.scanIsDue { continue }
            if intake.unfinished.isEmpty { break }
            Clock.sleep(milliseconds: 20)
            for arrival in intake.unfinished.arrivals { intake.inbox.add(arrival) }
        } while Clock.monotonic < end
        return total
    }

    /// Makes removals durable and lets the database forget them.
    func settleAccounts() throws {
        try intake.retirement.settleAccounts(store, now: Timestamp.now.iso)
    }

    func inboxNames() throws -> [String] { try folder.names(in: "inbox") }

    func ask(_ sql: String, columns: Int32 = 1) throws -> [String] {
        var rows: [String] = []
        try store.connection.run(sql, doing: "ask") { row in
            rows.append((0..<columns).map { row.text($0) }.joined(separator: "|"))
        }
        return rows
    }

    /// The change log's lines, the last one too where it has no newline.
    func logLines() throws -> [[UInt8]] {
        try folder.bytes(of: "changes.jsonl").split(separator: UInt8(ascii: "\n")).map(Array.init)
    }

    /// Expects every committed record in the log once, in order, and nothing else that can be read as one.
    func expectWholeLog(_ location: SourceLocation = #_sourceLocation) throws {
        let records = try store.records(after: 0, limit: 100_000).map { Array($0.line.dropLast()) }
        let found = try logLines().filter {
            LogLine.position(of: $0[...]) != nil && !LogLine.speaksOfFile($0[...])
        }
        #expect(found == records, sourceLocation: location)
        #expect(try folder.bytes(of: "changes.jsonl").last == UInt8(ascii: "\n"), sourceLocation: location)
    }

    /// A story that any reader of pages takes for one article; each number is another story.
    static func story(_ number: Int = 0) -> String {
        """
        The mill at Upper Dunnow turns again, part \(number)

        By Ada Quill | The Mill Post | March 1, 2026

        The wheel stood still for forty years until a carpenter of the village, tired of the silence, took \(number) \
        boards to the river and began to mend it. It took her two winters and the patience of three brothers.

        On Sunday the water was let in for the first time. The wheel groaned, shook itself and went round, and the \
        miller's granddaughter ground a sack of barley number \(number) that nobody is allowed to eat.

        """
    }
}
