import Platform

/// Tells how a backlog goes: a line that rewrites itself on a terminal, one journal line a batch elsewhere.
struct Progress {
    private let journal: Journal
    private let isTerminal: Bool
    private var backlogStart: Int64?
    private var backlog = Batch()
    private var lastShown: Int64 = 0
    private var isLineOpen = false

    init(_ journal: Journal, isTerminal: Bool) {
        self.journal = journal
        self.isTerminal = isTerminal
    }

    /// Tells of one batch.
    mutating func show(_ batch: Batch, took nanoseconds: Int64, waiting: Int) {
        guard batch.files > 0 || !batch.complaints.isEmpty else { return }
        for complaint in batch.complaints { say(.warning, complaint) }
        for rejection in batch.rejections { say(.warning, rejection.message, rejection.fields) }
        guard isTerminal else {
            say(
                .info,
                "\(count(batch.files, "file")): \(batch.outcomeText); \(count(batch.articles, "article")), "
                    + "\(count(batch.teasers, "teaser")); seq \(batch.lastSeq); "
                    + "\(nanoseconds / 1_000_000) ms; \(waiting) waiting"
            )
            return
        }
        let now = Clock.monotonic
        let start = backlogStart ?? now - nanoseconds
        backlogStart = start
        backlog.add(batch)
        // Ten times a second is as fast as anybody reads.
        if waiting > 0, now - lastShown < 100_000_000 { return }
        lastShown = now
        let seconds = max(Double(now - start) / 1e9, 0.001)
        let rate = Double(backlog.files) / seconds
        var line = "\(backlog.files) done (\(backlog.outcomeText)), \(waiting) waiting, \(Int(rate.rounded())) files/s"
        if waiting > 0 { line += ", \(Progress.duration(Double(waiting) / max(rate, 0.001))) left" }
        write("\r\(line.prefix(max(20, Terminal.width(2) - 1)))\u{1B}[K")
        isLineOpen = true
        if waiting == 0 { finish() }
    }

    /// Ends the line that rewrites itself, so that other lines do not run into it.
    mutating func finish() {
        if isLineOpen { write("\n") }
        isLineOpen = false
        backlogStart = nil
        backlog = Batch()
    }

    mutating func say(_ priority: Journal.Priority, _ message: String, _ fields: [Journal.Field] = []) {
        if isLineOpen { write("\r\u{1B}[K") }
        isLineOpen = false
        journal.say(priority, message, fields)
    }

    private func write(_ text: String) {
        Console.writeError(text)
    }

    private func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }

    /// `45 s`, `3 min`, `2 h 10 min`.
    static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e8).rounded(.up))
        if whole < 120 { return "\(whole) s" }
        if whole < 7200 { return "\(whole / 60) min" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }
}
