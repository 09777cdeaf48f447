import Home
import Platform
import Store

// What each stage of the intake hands to the next. A stage takes a value that only the stage before it makes, so the
// program does not compile with a stage left out.

/// 1: The names to look at.
struct Arrived {
    let arrivals: [Arrival]
}

/// 2 to 4: The names for which something has to be done; whole files have their bytes and their digests.
struct Settled {
    let looks: [Look]
    /// The whole files, in the order of their looks.
    let files: [HashedFile]
    /// What became of the batch so far.
    let batch: Batch
}

/// 5: The same, and whether the database holds the bytes of whole files already.
struct Recognised {
    let looks: [Look]
    let batch: Batch
    let files: [File]

    struct File: Sendable {
        let hashed: HashedFile
        let isKnown: Bool
    }
}

/// 6 and 7: A batch whose pages are read while the batch before it is filed.
struct BatchInHand {
    let looks: [Look]
    let batch: Batch
    let readings: ReadAhead<Recognised.File, Reading>

    init(_ recognised: Recognised, _ readings: ReadAhead<Recognised.File, Reading>) {
        looks = recognised.looks
        batch = recognised.batch
        self.readings = readings
    }

    /// The paths of the files that are to be filed.
    var paths: [[UInt8]] {
        looks.compactMap { $0.isDelivery ? $0.path : nil }
    }
}

/// 8: A batch whose rows and change records are durable.
struct Committed {
    let batch: Batch
    /// The files that the database holds now: those just filed, and those filed earlier that are still in the inbox.
    let taken: [Store.Taken]

    init(_ hand: BatchInHand, _ filed: [Store.Taken], _ batch: Batch) {
        self.batch = batch
        taken =
            filed
            + hand.looks.compactMap { look in
                if case .leftover(let taken) = look { taken } else { nil }
            }
    }
}

/// 9: A committed batch whose change records are in the log.
struct Announced {
    /// Its files that are not retired yet.
    let taken: [Store.Taken]
    /// Only the change log makes one.
    let announcement: ChangeLog.Announcement
}
