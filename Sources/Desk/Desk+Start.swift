import Home
import Pages
import Platform
import Store

// The steps of a start.
extension Desk {
    func takeLock() throws(Fault) -> LockFile {
        let lock = try doing("lock the home \(home.folder)") { () throws(Errno) in try LockFile.acquire(home.lock) }
        guard let lock else {
            let holder = (try? LockFile.holder(of: home.lock)).flatMap { $0 }.map { " (process \($0))" } ?? ""
            throw Fault(.held, "cannot serve \(home.folder): another desk\(holder) holds this home")
        }
        return lock
    }

    func open() throws(Fault) -> Intake {
        let layouts = try LayoutFolder.read(configuration.layouts)
        let now = Timestamp.now.iso
        service.begin("opening the database", seconds: ServiceLine.silentTime)
        let epoch = try Identifier.random()
        let store = try storing { () throws(StoreError) in
            let store = try Store(path: home.databaseName, access: .desk(newEpoch: epoch, now: now))
            if let last = try store.replayedTo() { throw StoreError(replica: home.databaseName, upTo: last) }
            try store.setIndexing(configuration.search, bigrams: configuration.bigrams)
            #if DEBUG
                if PlantedBug.normalSync.isPlanted { try store.giveDurabilityUp() }
            #endif
            return store
        }
        service.begin("indexing older texts", seconds: ServiceLine.silentTime)
        while try storing({ () throws(StoreError) in try store.fillIndexes() }) { service.goOn() }
        service.begin("making clues of older texts", seconds: ServiceLine.silentTime)
        while try storing({ () throws(StoreError) in try store.addMissingClues() }) { service.goOn() }
        // The sandbox of the shipped units refuses this call with EPERM; the system unit has LimitDATA= instead.
        do throws(Errno) { try WorkLimit.memory(Intake.memoryLimit(configuration)) } catch .notPermitted {} catch {
            throw Fault("limit the memory", error)
        }
        service.begin("bringing the change log up to date")
        let changeLog = ChangeLog(home.changeLog, Rotation(configuration))
        let announced = try changeLog.announce(store, now: now) { service.goOn() }
        for complaint in changeLog.complaints() { observer.say(.warning, complaint) }
        let intake = try Intake(
            home,
            configuration,
            layouts: layouts,
            store: store,
            changeLog: changeLog,
            announced: announced,
            poison: surroundings.poison.flatMap(Poison.init)
        )
        intake.seesRights = !order.once
        try intake.settleRejected()
        for complaint in intake.orders.batch.complaints { observer.say(.warning, complaint) }
        intake.orders.batch = Batch()
        // The scan leaves out files that are known to be stuck, so those of the last run are tried here.
        guard !order.onlyOrders else { return intake }
        for complaint in try intake.retryStuck() { observer.say(.warning, complaint) }
        return intake
    }

    func deliverFirst(_ intake: Intake, _ signals: borrowing SignalQueue) throws(Fault) {
        guard !order.deliver.isEmpty else { return }
        service.begin("delivering")
        let courier = Courier(inbox: home.inbox, ignored: IgnoredNames(configuration.ignore))
        let delivered = try courier.deliver(order.deliver.compactMap(Path.init(bytes:))) { (_) throws(Fault) in
            try heed(signals, intake)
            service.goOn()
            return !isStopping
        }
        observer.say(.info, "delivered \(delivered.count) files into \(home.inbox)")
    }

    /// Runs `body`, and runs it again as long as only the machine is in the way.
    ///
    /// A desk that is to end does not try again.
    ///
    /// - Returns: What `body` returns; nil where the desk was told to stop before it succeeded.
    @discardableResult
    func patiently<Result>(_ signals: borrowing SignalQueue, _ body: () throws(Fault) -> Result) throws(Fault)
        -> Result?
    {
        while !isStopping {
            do throws(Fault) {
                let result = try body()
                endTrouble()
                return result
            } catch {
                guard error.kind == .machine, !order.ends else { throw error }
                meet(error)
                // SQLite waits five seconds for a lock, so this comes often enough for the manager to be patient too.
                service.begin(troubleText ?? "starting")
                try pause(signals, nil)
            }
        }
        return nil
    }

    /// Says that the desk serves, and by what means.
    func sayReady(_ intake: Intake) {
        let way =
            intake.inbox.isPolled ? "by looking every \(configuration.quietSeconds) s (no inotify there)" : "by inotify"
        observer.say(
            .info,
            "watching \(home.inbox) \(way); database \(home.database); change log \(home.changeLog); "
                + "\(intake.waiting) waiting; \(intake.layouts.count) layouts",
            [Event.started.field]
        )
    }
}
