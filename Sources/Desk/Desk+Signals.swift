import Home
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
        service.reloading()
        var answer = ReloadAnswer(process: ProcessFacts.pid, count: reloads + 1, isInForce: true, message: "")
        reloads += 1
        defer {
            // The answer last: who waits for it goes on in the knowledge that the service manager knows, too.
            service.ready(state(intake))
            do throws(Errno) { try answer.write(in: home.folder) } catch {
                observer.say(.warning, "cannot leave an answer to the reload in \(home.folder): \(error)")
            }
        }
        do throws(Fault) {
            let new = try surroundings.configuration(file: order.configurationFile, home: order.home)
            let layouts = try LayoutFolder.read(new.layouts)
            let changes = try Reload.changes(from: configuration, to: new)
            if let old = configuration.metricsFile, old != new.metricsFile {
                // Figures that nobody renews would be read as if they were of now.
                try? Directory.open(old.parent).unlink(old.lastComponent)
            }
            configuration = new
            intake.configuration = new
            try? WorkLimit.memory(Intake.memoryLimit(new))
            let all = changes + (layouts == intake.layouts ? [] : ["layouts: \(layouts.count) read"])
            intake.layouts = layouts
            answer.message =
                all.isEmpty
                ? "configuration read again: nothing changed"
                : "configuration changed: " + all.joined(separator: "; ")
            observer.say(.notice, answer.message, [Event.reloaded.field])
            takeAnew(intake)
        } catch {
            answer.isInForce = false
            answer.message = "configuration refused, the old one stays in force: \(error)"
            observer.say(.error, answer.message, [Event.reloadRefused.field])
        }
    }

    /// What was read ahead was read under the old rules; and who reloads has as a rule just mended something, and does
    /// not want to wait a minute to see it.
    private func takeAnew(_ intake: Intake) {
        do throws(Fault) {
            try intake.letGo()
            for complaint in try intake.retryStuck() { observer.say(.warning, complaint) }
        } catch {
            // Not the configuration's fault; the loop meets it again and waits for its end.
            observer.say(.error, "\(error)")
        }
    }
}
