import Home
import Platform
import Store

// How the desk stands, told to the service manager and written as metrics.
extension Desk {
    /// The state in one line: `watching; 0 waiting; today 12 done, 1 rejected`.
    func state(_ intake: Intake) -> String {
        let waiting = intake.waiting + intake.unfinished.count
        var text = intake.waiting > 0 ? "taking files" : "watching"
        text += "; \(waiting) waiting; \(today.text(on: DayCount.today))"
        if let lastFault { text += "; \(isInFault ? "in trouble" : "last fault") \(lastFault)" }
        // A line end would begin another word of the protocol.
        return text.replacing("\n", with: " ")
    }

    /// Notes a fault for the state line, with the time it began.
    func noteFault(_ fault: Fault) {
        lastFault = "\(Timestamp.now.iso.prefix(19))Z: \(fault.message)"
    }

    /// Counts what the database knows of today, once at the start.
    func countToday(_ store: Store) throws(Fault) {
        let day = DayCount.today
        let arrivals = try storing { () throws(StoreError) in try store.arrivals(since: day) }
        today = DayCount(day: day, done: arrivals.done, rejected: arrivals.rejected)
    }

    /// Tells of one batch whoever wants to know.
    func tell(of batch: Batch, took nanoseconds: Int64, _ intake: Intake) {
        observer.show(batch, took: nanoseconds, waiting: intake.waiting)
        today.add(batch, on: DayCount.today)
        service.beat()
        service.show(state(intake), isLasting: false)
        if configuration.metricsFile != nil { metrics.note(batch, took: nanoseconds) }
        tellMetrics(intake, every: 15)
    }

    /// Before the loop waits: the state as it will stay, and metrics that are not older than what they tell of.
    func tellBeforeWaiting(_ intake: Intake) {
        service.beat()
        service.show(state(intake), isLasting: true)
        tellMetrics(intake, every: metrics.isChanged ? 5 : 55)
    }

    /// When the metrics want to be written again; nil where they are off or tell all there is.
    var metricsAreDueAt: Int64? {
        guard configuration.metricsFile != nil, metrics.isChanged else { return nil }
        return metrics.isDueAt(every: 5)
    }

    /// Writes the metrics, where they are wanted and were not written for so many seconds.
    func tellMetrics(_ intake: Intake, every seconds: Int64) {
        guard let file = configuration.metricsFile else { return }
        metrics.lastSuccess = Clock.wall
        guard Clock.monotonic >= metrics.isDueAt(every: seconds) else { return }
        do throws(Fault) {
            try metrics.write(to: file, intake, home)
            metricsFault = nil
        } catch {
            if metricsFault != error.message { observer.say(.warning, "\(error)") }
            metricsFault = error.message
        }
    }
}

extension Desk {
    /// Stands still while a file is there that a test build's environment names.
    func stallIfTold() {
        while let stall = surroundings.stall, (try? FileStatus.of(stall)) != nil { Clock.sleep(milliseconds: 50) }
    }
}

extension Intake {
    /// For how long the first file of the inbox has waited: since its inode last changed, for one in the queue (a rename
    /// into the inbox changes it), since it was first seen, for one that is being written.
    var oldestWaitingSeconds: Double {
        var oldest: Int64 = 0
        if let first = inHand.first?.looks.first.map({ Arrival(path: $0.path) }) ?? inbox.first,
            let folder = try? inbox.open(first.folder),
            let status = try? folder.status(of: first.name)
        {
            oldest = Clock.wall - status.changedNanoseconds
        }
        if let seen = unfinished.oldest { oldest = max(oldest, Clock.monotonic - seen) }
        return Double(max(0, oldest) / 1_000_000) / 1000
    }
}
