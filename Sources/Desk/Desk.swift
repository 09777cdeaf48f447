package import Home
import Pages
import Platform
import Store

/// One desk at work: it owns the inbox, the database and the change log, and runs the only loop.
package final class Desk {
    /// How the desk is to run.
    package struct Order: Sendable {
        /// Drain the inbox, then stop.
        package var once = false
        /// Carry out what people have ordered, and stop; take nothing from the inbox.
        package var onlyOrders = false
        /// Put copies of these into the inbox first.
        package var deliver: [[UInt8]] = []
        /// `--config`, read again at SIGHUP.
        package var configurationFile: String?
        /// `--home`.
        package var home: String?

        package init() {}

        /// Whether the desk is to do something and end: then a fault of the machine ends it too.
        var ends: Bool { once || onlyOrders }
    }

    /// An idle desk wakes this often, in nanoseconds, to check that the inbox is still the same folder and to list it.
    static let minute: Int64 = 60_000_000_000

    let surroundings: Surroundings
    let order: Order
    var configuration: Configuration
    let home: HomePaths
    let service: ServiceLine
    let observer: any Observer
    var total = Batch()
    /// The value of `total.bytes` when memory was last given back.
    private var rested = 0
    var isStopping = false
    /// Held from the start to the end of a run; what is wrong stands in its file.
    var lock: LockFile?
    var trouble = Trouble()
    /// Whether a reload was asked for before the desk could do it.
    var reloadIsDue = false
    var today = DayCount(day: "", done: 0, rejected: 0)
    /// What people have ordered.
    var orders: OrderQueue
    /// How many reloads were asked for, refused ones included.
    var reloads = 0
    var metrics = Metrics()
    /// Why the metrics could not be written, kept so that each reason is reported once.
    var metricsFault: String?

    package init(_ surroundings: Surroundings, _ order: Order, _ observer: any Observer) throws(Fault) {
        self.surroundings = surroundings
        self.order = order
        self.observer = observer
        configuration = try surroundings.configuration(file: order.configurationFile, home: order.home)
        home = try HomePaths(configuration)
        orders = OrderQueue(OrderFolder(home))
        // A manager that started the command waits for another process to say that it is ready.
        service = ServiceLine(surroundings, isSilent: order.onlyOrders)
    }

    /// Serves the desk until it is told to stop, or with `once` until the inbox is drained.
    ///
    /// - Returns: What it did.
    package func run() throws(Fault) -> Summary {
        let startedAt = Clock.monotonic
        ProcessFacts.setCreationMask(0o027)
        ProcessFacts.shareHeaps()
        // By default each of these ends the process: SIGIO when a writer waits for a lease of ours, SIGPIPE and SIGXFSZ
        // when a write fails. When they are ignored, such a write only returns its errno.
        SignalQueue.ignore([Signal.io, Signal.pipe, Signal.fileSize])
        // Before any other thread starts: a thread that does not block these signals could receive them.
        let signals = try doing("catch signals") { () throws(Errno) in
            try SignalQueue(catching: [Signal.terminate, Signal.interrupt, Signal.hangUp, Signal.order])
        }
        try home.make()
        lock = try takeLock()
        // Given back last, when the database is closed.
        defer { lock = nil }
        let unfinished = try serve(signals)
        return Summary(batch: total, nanoseconds: Clock.monotonic - startedAt, unfinished: unfinished)
    }

    /// Starts, serves and stops, with the home's lock held.
    ///
    /// - Returns: How many files are left because they could not be taken yet.
    private func serve(_ signals: borrowing SignalQueue) throws(Fault) -> Int {
        let opened = try patiently(signals) { () throws(Fault) in try open() }
        guard let intake = opened else { return 0 }
        if order.onlyOrders {
            try carryOutAllOrders(intake, signals)
            try close(intake)
            return 0
        }
        try deliverFirst(intake, signals)
        service.begin("listing the inbox")
        try patiently(signals) { () throws(Fault) in
            try intake.scanFirst()
            try countToday(intake.store)
        }
        service.ready(state(intake))
        if !order.once { sayReady(intake) }
        if reloadIsDue { reload(intake) }
        try serve(intake, signals)
        service.stopping()
        tellMetrics(intake, every: 0)
        observer.finish()
        try close(intake)
        return intake.unfinished.count
    }

    // MARK: Stop

    private func close(_ intake: Intake) throws(Fault) {
        let batch = try intake.letGo()
        total.add(batch)
        for complaint in batch.complaints { observer.say(.warning, complaint) }
        try intake.retirement.settleAccounts(intake.store, now: Timestamp.now.iso)
        try intake.changeLog.sync()
        service.begin("emptying the write-ahead log")
        do throws(StoreError) {
            // The next start goes on with a log that is not empty, and the next minute or stop tries again.
            if try intake.store.checkpointAll() != .emptied {
                observer.say(.notice, "the write-ahead log stays full for now: another program reads the database")
            }
        } catch {
            observer.say(.notice, "the write-ahead log stays full for now: \(error)")
        }
        if !order.ends {
            observer.say(.info, "stopped; \(total.files) files taken since the start", [Event.stopped.field])
        }
    }

    // MARK: The loop

    private func serve(_ intake: Intake, _ signals: borrowing SignalQueue) throws(Fault) {
        var lastHousekeeping = Clock.monotonic
        var hasRescanned = false
        while !isStopping {
            do throws(Fault) {
                stallIfTold()
                if intake.inbox.scanIsDue { try intake.scan() }
                try drain(intake, signals)
                for complaint in intake.inbox.complaints() { observer.say(.warning, complaint) }
                if isStopping { return }
                let isBusy = try carryOutOrders(intake)
                if isBusy {
                    try intake.readEvents()
                    try heed(signals, intake)
                }
                if order.once, !isBusy, isDrained(intake) {
                    // Sub-folders that could not be listed get one more scan.
                    if !intake.inbox.folderFaults.isEmpty, !hasRescanned {
                        hasRescanned = true
                        intake.inbox.askForScan()
                        continue
                    }
                    // With `--once` no housekeeping follows that would try these files again.
                    for complaint in try intake.retryStuck() { observer.say(.warning, complaint) }
                    return
                }
                if trouble.current != nil {
                    try endTroubleIfOver(intake)
                    lastHousekeeping = Clock.monotonic
                    continue
                }
                if !isBusy {
                    try rest(intake)
                    tellBeforeWaiting(intake)
                    try wait(intake, signals, until: lastHousekeeping + Desk.minute)
                }
                if Clock.monotonic - lastHousekeeping >= Desk.minute {
                    try keepHouse(intake)
                    lastHousekeeping = Clock.monotonic
                }
            } catch {
                guard error.kind == .machine else { throw error }
                meet(error)
                service.beat()
                service.show(state(intake), isLasting: true)
                try pause(signals, intake)
            }
        }
    }

    /// Takes batch after batch until nothing waits, and reads events and signals in between.
    private func drain(_ intake: Intake, _ signals: borrowing SignalQueue) throws(Fault) {
        while intake.hasWork, !isStopping {
            let start = Clock.monotonic
            let batch = try intake.takeBatch()
            total.add(batch)
            tell(of: batch, took: Clock.monotonic - start, intake)
            try intake.readEvents()
            try heed(signals, intake)
            try carryOutOrders(intake)
            // This bounds the list of removals that are not durable yet.
            if intake.retirement.pending > 4096 {
                try intake.retirement.settleAccounts(intake.store, now: Timestamp.now.iso)
            }
            if intake.inbox.scanIsDue, intake.waiting == 0 { try intake.scan() }
        }
    }

    /// Gives back the memory that only a backlog needs: cached pages of the database, and what large batches took.
    ///
    /// It does so once at least `Intake.batchBytes` were taken, not after each small drop: the next one would have to
    /// read the same database pages again.
    private func rest(_ intake: Intake) throws(Fault) {
        guard total.bytes - rested >= Intake.batchBytes else { return }
        rested = total.bytes
        try storing { () throws(StoreError) in try intake.store.giveMemoryBack() }
        ProcessFacts.giveMemoryBack()
    }

    private var quiet: Int64 { Int64(max(configuration.quietSeconds, 0.05) * 1e9) }

    private func isDrained(_ intake: Intake) -> Bool {
        guard !intake.inbox.scanIsDue, !intake.hasWork else { return false }
        // A file that only has to stay unchanged for the quiet period is waited for. One that is still unfinished after
        // twice that time is left in the inbox: it is being written, or cannot be read.
        return intake.unfinished.allWaited(2 * quiet)
    }

    private func wait(_ intake: Intake, _ signals: borrowing SignalQueue, until housekeeping: Int64) throws(Fault) {
        var due = housekeeping
        if let look = intake.unfinished.dueAt(interval: quiet) { due = min(due, look) }
        if intake.inbox.isPolled { due = min(due, Clock.monotonic + quiet) }
        if let beat = service.beatIsDueAt { due = min(due, beat) }
        if let write = metricsAreDueAt { due = min(due, write) }
        // Rounded up: if the loop woke a moment too early, it would run once for nothing.
        let milliseconds = max(0, (due - Clock.monotonic + 999_999) / 1_000_000)
        var watched = [signals.pollSource]
        if let events = intake.inbox.pollSource { watched.append(events) }
        _ = try doing("wait for events") { () throws(Errno) in
            try Poll.wait(for: watched, milliseconds: Int(milliseconds))
        }
        try intake.readEvents()
        try heed(signals, intake)
        if let look = intake.unfinished.dueAt(interval: quiet), Clock.monotonic >= look {
            for arrival in intake.unfinished.arrivals { intake.inbox.add(arrival) }
            intake.unfinished.noteLook(at: Clock.monotonic)
        }
        if intake.inbox.isPolled { intake.inbox.askForScan() }
    }
}
