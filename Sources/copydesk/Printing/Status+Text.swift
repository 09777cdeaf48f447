import Answers
import Home
import Pages
import Platform
import Store

extension Status {
    /// How many of the names without an outcome are shown; `--json` has more.
    private static let namesShown = 20

    /// The state for a pipe and for scripts: one name and value on each line.
    var text: String {
        var lines: [(name: String, value: String)] = [
            ("desk", standing),
            ("home", home.folder.description),
            ("waiting", "\(waiting) file\(waiting == 1 ? "" : "s") in \(home.inbox)"),
        ]
        if let oldestWaiting {
            lines.append(
                (
                    "oldest waiting",
                    (oldestWaiting.isOfSome ? "at the latest since " : "since ") + oldestWaiting.since.iso
                )
            )
        }
        if let runningSince { lines.insert(("running since", "\(runningSince.iso.prefix(19))Z"), at: 1) }
        // Next to the first line, where nobody misses it.
        if let fault { lines.insert(("fault", TerminalText.line(fault.message)), at: 1) }
        if let filed { lines += self.lines(of: filed) }
        lines += [
            ("database", "\(databaseBytes) bytes, write-ahead log \(walBytes) bytes"),
            ("change log", "\(changeLogBytes) bytes"), ("disk", freeBytes.map { "\($0) bytes free" } ?? "not told"),
            (
                "oldest reader",
                oldestReader.map { "process \($0.process), started \($0.seconds) s ago" } ?? "none in a transaction"
            ),
            ("query it", "sqlite3 -readonly \(home.database)"),
        ]
        lines += (filed?.totals.stuck ?? []).map { ("stuck", "\(Path.display($0.path)): \($0.fault)") }
        lines += left.prefix(Status.namesShown).map { ("in the inbox", "\($0.path): \($0.reason)") }
        if left.count > Status.namesShown {
            lines.append(("in the inbox", "and more; --json names up to \(left.count)"))
        }
        lines += troubles.map { ("to do", "\(TerminalText.line($0.what)): \(TerminalText.line($0.remedy))") }
        return lines.map { TerminalText.padded($0.name, 16) + $0.value + "\n" }.joined()
    }

    private var standing: String {
        guard let process else { return "not running" }
        guard let fault else { return "running, process \(process)" }
        guard let since = fault.since else { return "running, process \(process), but a fault is in the way" }
        return "in trouble since \(since), process \(process); it tries again by itself"
    }

    /// What the database says.
    private func lines(of filed: Filed) -> [(name: String, value: String)] {
        let totals = filed.totals
        let held = totals.tally
        return totals.outcomes.map { ($0.name, "\($0.count)") }
            + totals.openRejections.map { ("  \($0.reason)", "\($0.count)") } + [
                ("holds", "\(held[.articles]) articles, \(held[.teasers]) teasers, \(held[.dumps]) dumps")
            ]
            + (totals.readByOthers > 0
                ? [("read by older rules", "\(totals.readByOthers) dumps; copydesk reread")] : []) + [
                ("last change", "\(filed.epoch):\(totals.lastSeq)" + (totals.lastChange.map { " at \($0)" } ?? "")),
                (
                    "by hour",
                    "since \(hoursBegin.iso.prefix(19))Z: " + filed.hours.map(String.init).joined(separator: " ")
                ),
            ]
    }
}
