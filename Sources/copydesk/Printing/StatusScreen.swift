import Answers
import Home
import Pages
import Platform
import Store

/// The state of a desk on one screen, for a person who looks at it.
struct StatusScreen {
    let status: Status
    /// How many columns a line may have.
    let columns: Int
    let colours: Bool
    /// Whether more than ASCII can be shown.
    let isUnicode: Bool
    /// Whether a long line is cut, as where it is drawn again and again; otherwise a command in it can be copied.
    let isCut: Bool

    /// Where the values begin.
    private static let margin = 13

    /// The lines, without their ends; all are safe to print.
    var lines: [String] {
        // What is wrong stands first, where no low screen cuts it off.
        var lines = [headline, line("home", status.home.folder.description), ""] + troubles + [""]
        if let filed = status.filed {
            lines += byHour(filed.hours) + [""] + byOutcome(filed.totals) + [""]
        }
        lines.append(line("waiting", waiting))
        if let filed = status.filed { lines += holdings(filed) }
        return lines + [line("sizes", sizes)]
    }

    private var headline: String {
        guard let process = status.process else { return styled(.red, "desk", "not running") }
        let now = status.now.nanoseconds
        let since = status.runningSince.map { since in
            " since \(StatusScreen.minute(since)), \(Figures.duration(seconds: (now - since.nanoseconds) / 1_000_000_000))"
        }
        let isGrave = status.fault != nil
        return styled(
            isGrave ? .yellow : .green,
            "desk",
            (isGrave ? "running, but in trouble" : "running") + (since ?? "") + ", process \(process)"
        )
    }

    private func byHour(_ hours: [Int64]) -> [String] {
        // On a narrow terminal only the newer half fits.
        let fits = columns > StatusScreen.margin + hours.count
        let hours = fits ? hours : Array(hours.suffix(hours.count / 2))
        let skipped = Int64(Status.hoursCounted - hours.count) * 3_600_000_000_000
        let begin = StatusScreen.minute(Timestamp(nanoseconds: status.hoursBegin.nanoseconds + skipped))
        let most = hours.max() ?? 0
        guard most > 0 else { return [line("by hour", "nothing came since \(begin)")] }
        return [
            styled(.cyan, "by hour", Sparkline.text(hours, isUnicode: isUnicode)),
            line(
                "",
                "since \(begin); at most \(Figures.grouped(most)) an hour, \(Figures.grouped(hours.last ?? 0)) in this"
            ),
        ]
    }

    /// A line for each outcome: its count, its share, and a bar.
    private func byOutcome(_ totals: Store.Totals) -> [String] {
        let counts = Delivery.Receipt.Outcome.allCases.map { ($0, totals.tally[$0]) }.filter { $0.1 > 0 }
        let all = counts.reduce(0) { $0 + $1.1 }
        guard all > 0 else { return [line("delivered", "nothing yet")] }
        let width = counts.map { Figures.grouped($0.1).count }.max() ?? 0
        let room = min(40, columns - StatusScreen.margin - width - 12)
        return counts.map { outcome, count in
            let number = StatusScreen.right(Figures.grouped(count), width)
            let share = StatusScreen.right(Figures.share(count, of: all), 9)
            let bar = Bar.text(count, of: all, columns: room, isUnicode: isUnicode)
            let style: TerminalStyle = outcome == .rejected ? .red : outcome == .new ? .green : .cyan
            return line(outcome.rawValue, "\(number)\(share)  ") + (colours && !bar.isEmpty ? style.of(bar) : bar)
        }
    }

    private var waiting: String {
        guard status.waiting > 0 else { return "nothing" }
        let files = "\(Figures.grouped(Int64(status.waiting))) file\(status.waiting == 1 ? "" : "s")"
        guard let oldest = status.oldestWaiting else { return files }
        let age = Figures.duration(seconds: (status.now.nanoseconds - oldest.since.nanoseconds) / 1_000_000_000)
        return "\(files), the oldest for \(oldest.isOfSome ? "at least " : "")\(age)"
    }

    private func holdings(_ filed: Status.Filed) -> [String] {
        let held = filed.totals.tally
        let parts = [(held[.articles], "article"), (held[.teasers], "teaser"), (held[.dumps], "dump")]
        let holds = parts.map { "\(Figures.grouped($0)) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
        let last = filed.totals.lastChange.map { " at \($0.prefix(10)) \($0.dropFirst(11).prefix(8)) UTC" } ?? ""
        return [line("holds", holds), line("last change", "seq \(filed.totals.lastSeq)\(last)")]
    }

    private var sizes: String {
        let free = status.freeBytes.map { "; \(Figures.bytes($0)) free" } ?? ""
        return "database \(Figures.bytes(status.databaseBytes)) + \(Figures.bytes(status.walBytes)), "
            + "log \(Figures.bytes(status.changeLogBytes))\(free)"
    }

    /// What is wrong, wrapped, each with what to do below it.
    private var troubles: [String] {
        let troubles = status.troubles
        guard !troubles.isEmpty else { return [colours ? TerminalStyle.green.of("all is well") : "all is well"] }
        return troubles.flatMap { trouble in
            let style: TerminalStyle = trouble.isGrave ? .red : .yellow
            let what = TerminalText.wrapped(shown(trouble.what), to: max(20, columns - 3))
            let remedy = (isUnicode ? "  → " : "  -> ") + shown(trouble.remedy)
            return what.enumerated().map { index, text in
                let text = (index == 0 ? "! " : "  ") + text
                return colours ? style.of(text) : text
            } + [cut(remedy)]
        }
    }

    // MARK: lines

    private func line(_ name: String, _ value: String) -> String {
        cut(TerminalText.padded(name, StatusScreen.margin) + shown(value))
    }

    /// A line whose value has a colour.
    private func styled(_ style: TerminalStyle, _ name: String, _ value: String) -> String {
        let line = line(name, value)
        guard colours, line.count > StatusScreen.margin else { return line }
        return line.prefix(StatusScreen.margin) + style.of(String(line.dropFirst(StatusScreen.margin)))
    }

    /// A text as this terminal can show it.
    private func shown(_ text: String) -> String {
        let text = TerminalText.line(text)
        guard !isUnicode else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isASCII ? $0 : "?" }))
    }

    /// A line that leaves the last column free, where terminals differ in what they do next.
    private func cut(_ line: String) -> String {
        guard isCut else { return line }
        guard !isUnicode else { return TerminalText.cut(line, to: columns - 1) }
        return line.utf8.count < columns ? line : String(line.prefix(max(0, columns - 4))) + "..."
    }

    private static func right(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - text.count)) + text
    }

    /// `2026-11-21 19:20 UTC`.
    private static func minute(_ moment: Timestamp) -> String {
        "\(moment.iso.prefix(10)) \(moment.iso.dropFirst(11).prefix(5)) UTC"
    }
}
