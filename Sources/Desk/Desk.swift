package import Home
import Pages
import Platform
import Store

/// One desk at work: it owns inbox, database and change log, and runs the one loop there is.
package final class Desk {
    /// How the desk is to run.
    package struct Order: Sendable {
        /// Drain the inbox, then stop.
        package var once = false
        /// Put copies of these into the inbox first.
        package var deliver: [[UInt8]] = []
        /// `--config`, read again at SIGHUP.
        package var configurationFile: String?
        /// `--home`.
        package var home: String?

        package init() {}
    }

    /// An idle desk wakes this often, to look at the inbox's identity and list it.
    static let minute: Int64 = 60_000_000_000

    let surroundings: Surroundings
    let order: Order
    var configuration: Configuration
    let home: HomePaths
    let service: ServiceLine
    let observer: any Observer
    private var total = Batch()
    /// Bytes taken when memory was given back last.
    private var rested = 0
    var isStopping = false
    private var fault: Fault?
    var isInFault: Bool { fault != nil }
    /// When the last fault began, and what it was.
    var lastFault: String?
    var today = DayCount(day: "", done: 0, rejected: 0)
    /// How many times the configuration was read again.
    var reloads = 0
    var metrics = Metrics()
    /// Why the metrics could not be written, so that it is said once.
    var metricsFault: String?

    package init(_ surroundings: Surroundings, _ order: Order, _ observer: any Observer) throws(Fault) {
        self.surroundings = surroundings
        self.order = order
        self.observer = observer
        configuration = try surroundings.configuration(file: order.configurationFile, home: order.home)
        home = try HomePaths(configuration)
        service = ServiceLine(surroundings)
    }

    /// Serves the desk until it is told to stop, or with `once` until the inbox is drained.
    ///
    /// - Returns: What it did.
    package func run() throws(Fault) -> Summary {
        let startedAt = Clock.monotonic
        ProcessFacts.setCreationMask(0o027)
        ProcessFacts.shareHeaps()
        SignalQueue.ignore([Signal.io, Signal.pipe, Signal.fileSize])
        let signals = try doing("catch signals") { () throws(Errno) in
            try SignalQueue(catching: [Signal.terminate, Signal.interrupt, Signal.hangUp])
        }
        try home.make()
        let lock = try takeLock()
        let intake = try open()
        try deliverFirst(intake, signals)
        service.begin("listing the inbox")
        try intake.scanFirst()
        try countToday(intake.store)
        service.ready(state(intake))
        if !order.once { sayReady(intake) }
        try serve(intake, signals)
        service.stopping()
        tellMetrics(intake, every: 0)
        observer.finish()
        try close(intake)
        _ = consume lock
        return Summary(
            batch: total,
            nanoseconds: Clock.monotonic - startedAt,
            unfinished: intake.unfinished.count
        )
    }

    // MARK: Stop

    private func close(_ intake: Intake) throws(Fault) {
        try intake.letGo()
        try intake.retirement.settleAccounts(intake.store, now: Timestamp.now.iso)
        try intake.changeLog.sync()
        service.begin("emptying the write-ahead log")
        // A reader in a transaction may keep the log from being emptied; it is emptied at the next stop.
        do throws(StoreError) { try intake.store.checkpointAll() } catch {
            observer.say(.notice, "the write-ahead log stays full for now: \(error)")
        }
        if !order.once {
            observer.say(.info, "stopped; \(total.files) files taken since the start", [Event.stopped.field])
        }
    }

    // MARK: The loop

    private func serve(_ intake: Intake, _ signals: borrowing SignalQueue) throws(Fault) {
        var lastHousekeeping = Clock.monotonic
        var failures = 0
        var hasRescanned = false
        while !isStopping {
            do throws(Fault) {
                stallIfTold()
                if intake.inbox.scanIsDue { try intake.scan() }
                try drain(intake, signals)
                for complaint in intake.inbox.complaints() { observer.say(.warning, complaint) }
                if isStopping { return }
                if order.once, isDrained(intake) {
                    if !intake.inbox.folderFaults.isEmpty, !hasRescanned {
                        hasRescanned = true
                        intake.inbox.askForScan()
                        continue
                    }
                    // Nobody will come back in a minute to try again.
                    for complaint in try intake.retryStuck() { observer.say(.warning, complaint) }
                    return
                }
                if fault != nil {
                    observer.say(.notice, "going on: the fault is over", [Event.recovery.field])
                    fault = nil
                }
                failures = 0
                try rest(intake)
                tellBeforeWaiting(intake)
                try wait(intake, signals, until: lastHousekeeping + Desk.minute)
                if Clock.monotonic - lastHousekeeping >= Desk.minute {
                    try keepHouse(intake)
                    lastHousekeeping = Clock.monotonic
                }
            } catch {
                guard error.kind == .machine else { throw error }
                if fault?.message != error.message {
                    observer.say(.error, "\(error); trying again", [Event.fault.field])
                    noteFault(error)
                }
                fault = error
                service.beat()
                service.show(state(intake), isLasting: true)
                // From a quarter of a second to half a minute: a full disk is not emptied by asking it more often.
                try pause(250 << min(failures, 7), signals, intake)
                failures += 1
            }
        }
    }

    /// Takes batch after batch until nothing waits, looking at events and signals in between.
    private func drain(_ intake: Intake, _ signals: borrowing SignalQueue) throws(Fault) {
        while intake.hasWork, !isStopping {
            let start = Clock.monotonic
            let batch = try intake.takeBatch()
            total.add(batch)
            tell(of: batch, took: Clock.monotonic - start, intake)
            try intake.readEvents()
            try heed(signals, intake)
            if intake.retirement.pending > 4096 {
                try intake.retirement.settleAccounts(intake.store, now: Timestamp.now.iso)
            }
            if intake.inbox.scanIsDue, intake.waiting == 0 { try intake.scan() }
        }
    }

    /// After a backlog, gives back what only a backlog needs: pages of the database, the batch's memory.
    ///
    /// Not after each drop, whose successor would read the same pages again.
    private func rest(_ intake: Intake) throws(Fault) {
        guard total.bytes - rested >= Intake.batchBytes else { return }
        rested = total.bytes
        try storing { () throws(StoreError) in try intake.store.giveMemoryBack() }
        ProcessFacts.giveMemoryBack()
    }

    private var quiet: Int64 { Int64(max(configuration.quietSeconds, 0.05) * 1e9) }

    private func isDrained(_ intake: Intake) -> Bool {
        guard !intake.inbox.scanIsDue, !intake.hasWork else { return false }
        // A file that only has to stand still for a while is waited for; one that a program goes on writing is left.
        return intake.unfinished.allWaited(2 * quiet)
    }

    private func wait(_ intake: Intake, _ signals: borrowing SignalQueue, until housekeeping: Int64) throws(Fault) {
        var due = housekeeping
        if let look = intake.unfinished.dueAt(interval: quiet) { due = min(due, look) }
        if intake.inbox.isPolled { due = min(due, Clock.monotonic + quiet) }
        if let beat = service.beatIsDueAt { due = min(due, beat) }
        if let write = metricsAreDueAt { due = min(due, write) }
        // Rounded up: to wake a moment too early would be to go round once more.
        let milliseconds = max(0, (due - Clock.monotonic + 999_999) / 1_000_000)
        var watched = [signals.raw]
        if let raw = intake.inbox.raw { watched.append(raw) }
        _ = try doing("wait for events") { () throws(Errno) in
            try Poll.wait(for: watched, milliseconds: Int(milliseconds))
        }
        try intake.readEvents()
        try heed(signals, intake)
        if let look = intake.unfinished.dueAt(interval: quiet), Clock.monotonic >= look {
            for arrival in intake.unfinished.arrivals { intake.inbox.add(arrival) }
        }
        if intake.inbox.isPolled { intake.inbox.askForScan() }
    }

    private func pause(_ milliseconds: Int, _ signals: borrowing SignalQueue, _ intake: Intake) throws(Fault) {
        _ = try doing("wait") { () throws(Errno) in
            try Poll.wait(for: [signals.raw], milliseconds: milliseconds)
        }
        try heed(signals, intake)
    }

    /// What an idle desk does once a minute.
    private func keepHouse(_ intake: Intake) throws(Fault) {
        if intake.inbox.wasReplaced() {
            observer.say(.warning, "another folder stands at \(home.inbox) now; watching that one")
        }
        for complaint in try intake.retryStuck() { observer.say(.warning, complaint) }
        // Somebody may have removed or cut the log while nothing was announced.
        try intake.changeLog.announce(intake.store, now: Timestamp.now.iso)
        for complaint in intake.changeLog.complaints() { observer.say(.warning, complaint) }
        intake.inbox.askForScan()
        try intake.retirement.settleAccounts(intake.store, now: Timestamp.now.iso)
    }
}
