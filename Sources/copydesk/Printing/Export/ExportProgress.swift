import Platform

/// Counts what is exported, and shows that on a terminal.
struct ExportProgress {
    let isShown: Bool
    private(set) var count: Int64 = 0
    private var lastShown: Int64 = 0
    private var isLineOpen = false

    init(isShown: Bool) {
        self.isShown = isShown
    }

    mutating func add() {
        count += 1
        // Nobody reads faster than ten lines a second.
        guard isShown, count % 64 == 0, Clock.monotonic - lastShown >= 100_000_000 else { return }
        lastShown = Clock.monotonic
        isLineOpen = true
        Console.writeError("\r\(Figures.grouped(count)) articles\u{1B}[K")
    }

    /// Removes the line.
    mutating func end() {
        if isLineOpen { Console.writeError("\r\u{1B}[K") }
        isLineOpen = false
    }
}
