import Answers
import Home
import Pages
import Platform
import Store

extension Status {
    /// How many of the names without an outcome are shown; `--json` has more.
    private static let namesShown = 20

    /// The state for a person: one name and value on each line.
    var text: String {
        var lines: [(name: String, value: String)] = [
            ("desk", process.map { "running, process \($0)" } ?? "not running"),
            ("home", home.folder.description),
            ("waiting", "\(waiting) file\(waiting == 1 ? "" : "s") in \(home.inbox)"),
        ]
        lines += totals.outcomes.map { ($0.name, "\($0.count)") }
        lines += totals.openRejections.map { ("  \($0.reason)", "\($0.count)") }
        let held = totals.tally
        lines += [
            ("holds", "\(held[.articles]) articles, \(held[.teasers]) teasers, \(held[.dumps]) dumps"),
            ("last change", "\(epoch):\(totals.lastSeq)" + (totals.lastChange.map { " at \($0)" } ?? "")),
            ("database", "\(databaseBytes) bytes, write-ahead log \(walBytes) bytes"),
            (
                "oldest reader",
                oldestReader.map { "process \($0.process), started \($0.seconds) s ago" } ?? "none in a transaction"
            ),
            ("query it", "sqlite3 -readonly \(home.database)"),
        ]
        lines += totals.stuck.map { ("stuck", "\(Path.display($0.path)): \($0.fault)") }
        lines += left.prefix(Status.namesShown).map { ("in the inbox", "\($0.path): \($0.reason)") }
        if left.count > Status.namesShown {
            lines.append(("in the inbox", "and more; --json names up to \(left.count)"))
        }
        return lines.map { TerminalText.padded($0.name, 16) + $0.value + "\n" }.joined()
    }
}
