import Desk
import Platform

/// Shows on a terminal how far a backlog is, in one line that is written over and over.
final class TerminalProgress: Observer {
    private let journal: Journal
    private var backlogStart: Int64?
    private var backlog = Batch()
    private var lastShown: Int64 = 0
    private var isLineOpen = false

    init(_ journal: Journal) {
        self.journal = journal
    }

    func show(_ batch: Batch, took nanoseconds: Int64, waiting: Int) {
        guard batch.files > 0 || !batch.complaints.isEmpty else { return }
        sayFaults(of: batch)
        let now = Clock.monotonic
        let start = backlogStart ?? now - nanoseconds
        backlogStart = start
        backlog.add(batch)
        // Nobody reads faster than ten lines a second.
        if waiting > 0, now - lastShown < 100_000_000 { return }
        lastShown = now
        let seconds = max(Double(now - start) / 1e9, 0.001)
        let rate = Double(backlog.files) / seconds
        var line = "\(backlog.files) done (\(backlog.outcomeText)), \(waiting) waiting, \(Int(rate.rounded())) files/s"
        if waiting > 0 { line += ", \(TerminalProgress.duration(Double(waiting) / max(rate, 0.001))) left" }
        write(line)
        if waiting == 0 { finish() }
    }

    func show(order: String, done: Int, of total: Int) {
        let now = Clock.monotonic
        guard now - lastShown >= 100_000_000 else { return }
        lastShown = now
        write("\(order): \(done) of \(total)")
    }

    private func write(_ line: String) {
        Console.writeError("\r\(line.prefix(max(20, Terminal.width(2) - 1)))\u{1B}[K")
        isLineOpen = true
    }

    /// Removes the line that is written over and over, where an answer comes in its place.
    func clear() {
        if isLineOpen { Console.writeError("\r\u{1B}[K") }
        isLineOpen = false
    }

    /// Ends the line that is written over and over, so that other lines do not run into it.
    func finish() {
        if isLineOpen { Console.writeError("\n") }
        isLineOpen = false
        backlogStart = nil
        backlog = Batch()
    }

    func say(_ priority: Journal.Priority, _ message: String, _ fields: [Journal.Field]) {
        clear()
        journal.say(priority, message, fields)
    }

    /// `45 s`, `3 min`, `2 h 10 min`.
    static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e8).rounded(.up))
        if whole < 120 { return "\(whole) s" }
        if whole < 7200 { return "\(whole / 60) min" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
