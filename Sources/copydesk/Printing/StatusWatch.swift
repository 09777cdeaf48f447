import Answers
import Home
import Pages
import Platform

/// The state of a desk, told again and again until the process is asked to end.
///
/// On a terminal it is drawn over what was drawn before, line by line and in one write, so that nothing flickers. The
/// terminal's ordinary screen is used and not its other one: the last state stays to be read.
struct StatusWatch {
    private static let hideCursor = "\u{1B}[?25l"
    private static let showCursor = "\u{1B}[?25h"
    /// To the first column of the first row.
    private static let home = "\u{1B}[H"
    private static let clearToEndOfLine = "\u{1B}[K"
    private static let clearToEndOfScreen = "\u{1B}[J"

    let reader: StatusReader
    let surroundings: Surroundings
    let seconds: Int
    let isJSON: Bool

    private var isDrawn: Bool { surroundings.outputIsScreen && !isJSON }

    /// Tells the state every so many seconds; ends at SIGINT and SIGTERM, and when nobody reads any more.
    ///
    /// - Throws: `Fault` where the state cannot be found out the first time, or cannot be written.
    func run() throws(Fault) {
        var text = try block(of: try reader.status())
        let signals = try doing("wait for signals") { () throws(Errno) in
            try SignalQueue(catching: [Signal.interrupt, Signal.terminate, Signal.windowChange, Signal.suspend])
        }
        if isDrawn { try Console.write(StatusWatch.hideCursor) }
        // On a line of its own: the terminal has shown ^C behind the last.
        defer { if isDrawn { try? Console.write(StatusWatch.showCursor + "\n") } }
        while true {
            try Console.write(text)
            guard try wait(signals) else { break }
            // What fails later, as while a backup is put back, is told in place of the state.
            do throws(Fault) { text = try block(of: try reader.status()) } catch { text = block(error.message) }
        }
    }

    /// Waits for the next time; false where this is the end.
    private func wait(_ signals: borrowing SignalQueue) throws(Fault) -> Bool {
        let end = Clock.monotonic + Int64(seconds) * 1_000_000_000
        while true {
            let left = end - Clock.monotonic
            guard left > 0 else { return true }
            let source = signals.pollSource
            let (isGone, signal) = try doing("wait") { () throws(Errno) in
                let isGone = try StandardStream.waitForReaderToGo(milliseconds: Int(left / 1_000_000) + 1, or: source)
                return (isGone, try signals.next())
            }
            if isGone { return false }
            switch signal {
            case nil: continue
            case Signal.windowChange: if isDrawn { return true }
            case Signal.suspend:
                if isDrawn { try Console.write(StatusWatch.showCursor) }
                try doing("stop for now") { () throws(Errno) in try Signal.send(Signal.halt, to: ProcessFacts.pid) }
                if isDrawn { try Console.write(StatusWatch.hideCursor) }
                return true
            default: return false
            }
        }
    }

    /// The state as one write.
    private func block(of status: Status) throws(Fault) -> String {
        if isJSON { return status.json }
        guard isDrawn else { return status.text + "\n" }
        let columns = Terminal.width(1)
        let screen = StatusScreen(
            status: status,
            columns: columns,
            colours: surroundings.outputIsTerminal,
            isUnicode: surroundings.localeIsUTF8,
            isCut: true
        )
        return StatusWatch.drawn(screen.lines, rows: Terminal.height(1))
    }

    private func block(_ message: String) -> String {
        if isJSON { return JSON.object([.init("error", .text(message))]).string + "\n" }
        guard isDrawn else { return "error           \(TerminalText.line(message))\n\n" }
        let lines = TerminalText.wrapped(TerminalText.line(message), to: max(20, Terminal.width(1) - 1))
        return StatusWatch.drawn(lines, rows: Terminal.height(1))
    }

    /// Lines over what the terminal shows; those that do not fit are left out, and the last row says how many.
    static func drawn(_ lines: [String], rows: Int) -> String {
        let room = max(1, rows - 1)
        let shown = lines.count <= room ? lines : lines.prefix(room - 1) + ["(\(lines.count - room + 1) more lines)"]
        return home + shown.map { $0 + clearToEndOfLine + "\n" }.joined() + clearToEndOfScreen
    }
}
