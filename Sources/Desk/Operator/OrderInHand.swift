import Home
import Platform

/// The order that the desk is carrying out.
struct OrderInHand {
    /// The name of its file; nil where the desk gave it to itself.
    let name: [UInt8]?
    let command: String
    let work: any OrderWork
    /// How far it is; nil before its first slice.
    private(set) var progress: (done: Int, total: Int)?
    /// How it ended; nil while there is more to do.
    private(set) var ending: OrderAnswer?
    /// When its answer was last written.
    private var answeredAt: Int64 = 0

    init(_ name: [UInt8]?, command: String, _ work: any OrderWork) {
        self.name = name
        self.command = command
        self.work = work
    }

    /// `retry, 64 of 4000`.
    var text: String { command + (progress.map { ", \($0.done) of \($0.total)" } ?? "") }

    mutating func note(_ answer: OrderAnswer) {
        if case .working(let done, let total) = answer { progress = (done, total) } else { ending = answer }
    }

    /// Whether its answer is to be written now; nobody reads faster than ten lines a second.
    mutating func isAnswerDue() -> Bool {
        guard ending == nil else { return true }
        let now = Clock.monotonic
        guard now - answeredAt >= 100_000_000 else { return false }
        answeredAt = now
        return true
    }
}
