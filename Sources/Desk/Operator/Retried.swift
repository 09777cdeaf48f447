import Home
import Pages
import Store

/// What became of one refused file that was sent through again.
struct Retried {
    enum Outcome {
        /// It is a delivery now.
        case taken(Delivery.Receipt)
        /// It was taken earlier, before the desk was ended and started again.
        case takenBefore
        case refused(reason: String, detail: String)
        /// It could not be looked at, and why; nothing is noted of it.
        case left(String)
    }

    let kept: Store.Kept
    let outcome: Outcome

    /// One line for whoever asked.
    var line: String {
        switch outcome {
        case .taken(let receipt): "\(receipt.outcome.rawValue)  \(kept.keptAs)  \(receipt.articles) articles"
        case .takenBefore: "taken  \(kept.keptAs)"
        case .refused(let reason, let detail): "rejected  \(kept.keptAs)  \(reason): \(detail)"
        case .left(let why): "left  \(kept.keptAs)  \(why)"
        }
    }

    /// The last line: how many files came to what.
    static func sum(_ all: [String: Int]) -> String {
        let total = all.values.reduce(0, +)
        guard total > 0 else { return "no refused file is kept" }
        let kinds =
            Delivery.Receipt.Outcome.allCases.filter { $0 != .rejected }.map(\.rawValue) + [
                "taken", "rejected", "left",
            ]
        let counts = kinds.compactMap { kind in all[kind].map { "\($0) \(kind)" } }
        return "\(total) \(total == 1 ? "file" : "files"): \(counts.joined(separator: ", "))"
    }

    /// What `sum` counts it as.
    var kind: String {
        switch outcome {
        case .taken(let receipt): receipt.outcome.rawValue
        case .takenBefore: "taken"
        case .refused: "rejected"
        case .left: "left"
        }
    }
}
