import Home
import Pages
import Platform

extension Desk {
    /// Acts on the signals that have come: SIGHUP reads the configuration again, SIGUSR1 tells of an order, SIGTERM and
    /// SIGINT end the loop.
    ///
    /// - Parameters:
    ///   - signals: Where they wait.
    ///   - intake: What is to follow a new configuration; nil while the desk starts, which then does it later.
    /// - Throws: `Fault` where they cannot be read.
    func heed(_ signals: borrowing SignalQueue, _ intake: Intake?) throws(Fault) {
        while let signal = try doing("read signals", { () throws(Errno) in try signals.next() }) {
            switch signal {
            case Signal.hangUp: if let intake { reload(intake) } else { reloadIsDue = true }
            case Signal.order: orders.areDue = true
            default: isStopping = true
            }
        }
    }

    /// Waits before the next try after a fault; a signal that ends the desk ends the wait.
    func pause(_ signals: borrowing SignalQueue, _ intake: Intake?) throws(Fault) {
        _ = try doing("wait") { () throws(Errno) in
            try Poll.wait(for: [signals.pollSource], milliseconds: trouble.milliseconds)
        }
        try heed(signals, intake)
    }

    func reload(_ intake: Intake) {
        service.reloading()
        var answer = ReloadAnswer(process: ProcessFacts.pid, count: reloads + 1, isInForce: true, message: "")
        reloads += 1
        defer {
            // The answer comes last: `copydesk reload` ends on it, and by then the service manager has to know as well.
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
                // Nobody updates the old file any more, and its figures would be taken for current ones.
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

    /// Reads again what was read under the old rules, and tries again at once to remove the files that are stuck.
    ///
    /// A person who reloads has often just mended something, and should not have to wait a minute to see the effect.
    private func takeAnew(_ intake: Intake) {
        do throws(Fault) {
            try intake.letGo()
            for complaint in try intake.retryStuck() { observer.say(.warning, complaint) }
        } catch {
            // The new configuration is in force all the same. If this fault lasts, the loop meets it and deals with it.
            observer.say(.error, "\(error)")
        }
    }
}
