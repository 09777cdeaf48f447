import Home
import Platform

// What is told of a fault of the machine: to the journal, to the service manager, and to whoever asks for the status.
extension Desk {
    /// Takes note of a fault that stops the work for now.
    func meet(_ fault: Fault) {
        if trouble.note(fault, at: Timestamp.now) {
            observer.say(.error, "\(fault); trying again", [Event.fault.field])
        }
        tellOthers()
    }

    /// Takes note that all work is done again.
    func endTrouble() {
        guard let over = trouble.end() else { return }
        tellOthers()
        let began = over.since.map { "; it began at \($0)" } ?? ""
        observer.say(.notice, "going on: the fault is over\(began)", [Event.recovery.field])
    }

    /// `in trouble since 2026-11-28T11:25:14Z: cannot commit …`; nil while all is well.
    var troubleText: String? {
        trouble.current.map { "in trouble since \(Desk.phrase($0))" }
    }

    static func phrase(_ fault: StandingFault) -> String {
        // In the protocol of sd_notify(3) a newline begins another assignment.
        "\(fault.since ?? ""): \(fault.message)".replacing("\n", with: " ")
    }

    private func tellOthers() {
        if let held = lock.take() {
            StandingFault.write(trouble.current, into: held)
            lock = consume held
        }
    }
}
