import Desk
import Store

extension Summary {
    /// Lines for a person: files by outcome, articles, rates.
    var text: String {
        let seconds = max(Double(nanoseconds) / 1e9, 0.001)
        var lines = [Summary.line("files", "\(batch.files)")]
        for outcome in Delivery.Receipt.Outcome.allCases {
            lines.append(Summary.line("  \(outcome.rawValue)", "\(batch.outcomes[outcome] ?? 0)"))
        }
        for (reason, count) in batch.reasons.sorted(by: { $0.key < $1.key }) {
            lines.append(Summary.line("    \(reason)", "\(count)"))
        }
        lines.append(Summary.line("articles", "\(batch.articles)"))
        lines.append(Summary.line("teasers", "\(batch.teasers)"))
        if unfinished > 0 { lines.append(Summary.line("still written", "\(unfinished)")) }
        lines.append(Summary.line("files/s", "\(Int((Double(batch.files) / seconds).rounded()))"))
        lines.append(Summary.line("MB/s", "\(Double(Int((Double(batch.bytes) / seconds / 1e5).rounded())) / 10)"))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ name: String, _ value: String) -> String {
        name + String(repeating: " ", count: max(1, 24 - name.count - value.count)) + value
    }
}
