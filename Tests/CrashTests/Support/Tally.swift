import Synchronization

/// Counts fault points by kind, and keeps what was found at them.
final class Tally: Sendable {
    private struct Counts {
        var points: [String: Int] = [:]
        var found: [String] = []
    }

    private let counts = Mutex(Counts())

    /// Notes one point; `finding` is nil where all was well.
    func note(_ kind: String, _ finding: String?) {
        counts.withLock {
            $0.points[kind, default: 0] += 1
            if let finding { $0.found.append(finding) }
        }
    }

    var points: Int { counts.withLock { $0.points.values.reduce(0, +) } }
    var found: [String] { counts.withLock { $0.found.sorted() } }

    /// One line a kind, with the sum.
    var text: String {
        let byKind = counts.withLock { $0.points }.sorted { $0.key < $1.key }
        return byKind.map { "  \($0.value) × \($0.key)" }.joined(separator: "\n") + "\n  \(points) fault points in all"
    }
}
