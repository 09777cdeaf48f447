import Home
import Platform
import Store

// The state of the desk, as it is told to the service manager and written as metrics.
extension Desk {
    /// The state in one line: `watching; 0 waiting; today 12 done, 1 rejected`.
    ///
    /// While a fault lasts, that comes first: the names that waited were dropped from the queue, so nobody knows how
    /// many wait.
    func state(_ intake: Intake) -> String {
        if let troubleText { return "\(troubleText); \(today.text(on: DayCount.today))" }
        let waiting = intake.waiting + intake.unfinished.count
        var text = intake.waiting > 0 ? "taking files" : "watching"
        text += "; \(waiting) waiting; \(today.text(on: DayCount.today))"
        if let order = orders.inHand { text += "; order: \(order.text)" }
        if let last = trouble.last { text += "; last fault \(Desk.phrase(last))" }
        return text
    }

    /// Counts what the database knows of today, once at the start.
    func countToday(_ store: Store) throws(Fault) {
        let day = DayCount.today
        let arrivals = try storing { () throws(StoreError) in try store.arrivals(since: day) }
        today = DayCount(day: day, done: arrivals.done, rejected: arrivals.rejected)
    }

    /// Reports one batch to the observer and to the service manager, and counts it for today and for the metrics.
    func tell(of batch: Batch, took nanoseconds: Int64, _ intake: Intake) {
        observer.show(batch, took: nanoseconds, waiting: intake.waiting)
        today.add(batch, on: DayCount.today)
        service.beat()
        service.show(state(intake), isLasting: false)
        if configuration.metricsFile != nil { metrics.note(batch, took: nanoseconds) }
        tellMetrics(intake, every: 15)
    }

    /// Shows, before the loop waits, the state that lasts until something happens, and writes metrics that are due.
    ///
    /// Figures that changed are due after 5 s. Others are due after 55 s, so that each wake of an idle desk renews the
    /// time of its last success.
    func tellBeforeWaiting(_ intake: Intake) {
        service.beat()
        service.show(state(intake), isLasting: true)
        tellMetrics(intake, every: metrics.isChanged ? 5 : 55)
    }

    /// When changed metrics are due to be written, in monotonic nanoseconds; nil where they are off or unchanged.
    var metricsAreDueAt: Int64? {
        guard configuration.metricsFile != nil, metrics.isChanged else { return nil }
        return metrics.isDueAt(every: 5)
    }

    /// Writes the metrics, if they are configured and were not written for this many seconds.
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
    /// Stops the loop for as long as a certain file exists; only the environment of a test build names one.
    func stallIfTold() {
        while let stall = surroundings.stall, (try? FileStatus.of(stall)) != nil { Clock.sleep(milliseconds: 50) }
    }
}

extension Intake {
    /// How long the first file of the inbox has waited, in seconds.
    ///
    /// A file in the queue has waited since its inode last changed, and a rename into the inbox changes it. An
    /// unfinished file has waited since it was first seen. Of the two times, the longer one counts.
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
