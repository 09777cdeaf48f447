import Platform

// What a start needs besides its steps.
extension Desk {
    /// Tries until it works, where only the machine is in the way.
    func patiently<Result>(_ body: () throws(Fault) -> Result) throws(Fault) -> Result {
        for attempt in 0... {
            do throws(Fault) { return try body() } catch {
                guard error.kind == .machine, attempt < 20, !order.once else { throw error }
                if attempt == 0 { progress.say(.error, "\(error); trying again") }
                Clock.sleep(milliseconds: 500)
            }
        }
        throw Fault(.machine, "cannot start")
    }

    /// Says that the desk serves, and by what means.
    func sayReady(_ intake: Intake) {
        let way =
            intake.inbox.isPolled ? "by looking every \(configuration.quietSeconds) s (no inotify there)" : "by inotify"
        progress.say(
            .info,
            "watching \(home.inbox) \(way); database \(home.database); change log \(home.changeLog); "
                + "\(intake.inbox.count) waiting; \(intake.layouts.count) layouts",
            [Event.started.field]
        )
    }
}
