import Home
import Platform
import Store

// What each stage of the intake hands to the next. A stage takes the value that only the stage before it makes, so the
// program does not compile with a stage left out.

/// 1: The names to look at.
struct Arrived {
    let arrivals: [Arrival]
}

/// 2 and 3: The names that led to work; whole files have their bytes.
struct Settled {
    let looks: [Look]
    /// What the batch came to so far.
    let batch: Batch
}

/// 4 and 5: The same with the digests of whole files, and whether the database holds these already.
struct Recognised {
    let settled: Settled
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
        looks = recognised.settled.looks
        batch = recognised.settled.batch
        self.readings = readings
    }

    /// The names that are in work.
    var paths: [[UInt8]] {
        looks.compactMap { $0.isDelivery ? $0.path : nil }
    }
}

/// 8: A batch whose rows and change records are durable.
struct Committed {
    let batch: Batch
    /// The files that the database holds now: what was filed, and what was left in the inbox from an earlier time.
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

/// 9: A committed batch whose change records stand in the log.
struct Announced {
    let committed: Committed
    /// Only the change log makes one.
    let announcement: ChangeLog.Announcement
}
