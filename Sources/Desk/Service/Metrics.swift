import Home
import Pages
import Platform
import Store

/// Figures for a monitoring system, as a text file that node_exporter's textfile collector reads.
struct Metrics {
    /// Upper ends of the histogram's buckets, in seconds.
    static let buckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    var counts = [Int](repeating: 0, count: Metrics.buckets.count)
    var batches = 0
    var batchSeconds = 0.0
    /// Whether a batch was counted since the file was last written.
    private(set) var isChanged = true
    /// When the file was last written, in monotonic nanoseconds; from this first value, a write is due at once.
    private var lastWritten: Int64 = -1 << 60
    /// How long that took, in nanoseconds: to count what a large database holds takes a while.
    private var lastCost: Int64 = 0
    /// When the desk last went through its work without a fault, in nanoseconds since 1970.
    var lastSuccess: Int64?

    /// How long batches took; each bucket also counts the batches of the buckets before it.
    var histogram: (buckets: [(end: Double, count: Int)], sum: Double, count: Int) {
        (zip(Metrics.buckets, counts).map { ($0, $1) }, batchSeconds, batches)
    }

    /// Counts one batch.
    mutating func note(_ batch: Batch, took nanoseconds: Int64) {
        guard batch.files > 0 else { return }
        let seconds = Double(nanoseconds) / 1e9
        for (index, end) in Metrics.buckets.enumerated() where seconds <= end { counts[index] += 1 }
        batches += 1
        batchSeconds += seconds
        isChanged = true
    }

    /// When the file is due to be written again, in monotonic nanoseconds; at once where `seconds` is 0.
    ///
    /// Otherwise at least `seconds` lie between two writes, and writing takes at most a fiftieth of the desk's time.
    func isDueAt(every seconds: Int64) -> Int64 {
        seconds == 0 ? lastWritten : lastWritten + max(seconds * 1_000_000_000, 50 * lastCost)
    }

    /// Writes the file under a hidden name and renames it, so that nobody reads half of it.
    ///
    /// It is not synced: after a power cut, the figures from before are worth nothing.
    ///
    /// - Throws: `Fault` where it cannot be written. The next write is due as late as after a success, so that the loop
    ///   does not try again at once.
    mutating func write(to file: Path, _ intake: Intake, _ home: HomePaths) throws(Fault) {
        lastWritten = Clock.monotonic
        defer { lastCost = Clock.monotonic - lastWritten }
        let text = try text(intake, home)
        try doing("write the metrics \(file)") { () throws(Errno) in
            let folder = try Directory.open(file.parent)
            let hidden = Array(".".utf8) + file.lastComponent + Array(".tmp".utf8)
            let descriptor = try folder.openFile(hidden, [.writeOnly, .create, .truncate], mode: 0o644)
            // The collector runs as another user and has to read the file, whatever our umask is.
            try descriptor.setMode(0o644)
            try descriptor.write(all: Array(text.utf8))
            try folder.rename(hidden, to: folder, as: file.lastComponent, replacing: true)
        }
        isChanged = false
    }
}
