import Pages
import Platform

extension Desk {
    func heed(_ signals: borrowing SignalQueue, _ intake: Intake) throws(Fault) {
        while let signal = try doing("read signals", { () throws(Errno) in try signals.next() }) {
            switch signal {
            case Signal.hangUp: reload(intake)
            default: isStopping = true
            }
        }
    }

    private func reload(_ intake: Intake) {
        notify?.send("RELOADING=1\nMONOTONIC_USEC=\(Clock.monotonic / 1000)")
        defer { notify?.send("READY=1") }
        do throws(Fault) {
            let new = try surroundings.configuration(file: order.configurationFile, home: order.home)
            let layouts = try LayoutFolder.read(new.layouts)
            let changes = try Reload.changes(from: configuration, to: new)
            configuration = new
            intake.configuration = new
            try? WorkLimit.memory(Intake.memoryLimit(new))
            let all = changes + (layouts == intake.layouts ? [] : ["layouts: \(layouts.count) read"])
            intake.layouts = layouts
            progress.say(
                .notice,
                all.isEmpty
                    ? "configuration read again: nothing changed"
                    : "configuration changed: " + all.joined(separator: "; ")
            )
            intake.inbox.askForScan()
        } catch {
            progress.say(.error, "configuration refused, the old one stays in force: \(error)")
        }
    }
}
