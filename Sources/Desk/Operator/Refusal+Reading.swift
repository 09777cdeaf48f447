import Home
import Pages
import Store

extension Refusal.Reason {
    /// Whether it is the reading of a dump that decides this, so that other rules can decide otherwise.
    var isDecidedByReading: Bool {
        switch self {
        case .empty, .compressed, .pdf, .program, .database, .media, .notText, .html, .xml, .json, .mail, .noItem,
            .crashed, .tooSlow, .tooLarge:
            true
        case .notRegular, .unreadable, .blocked: false
        }
    }
}

extension Store.Kept {
    /// Whether the rules by which pages are read can decide otherwise about this file than when it was refused.
    ///
    /// - Parameter limit: The most bytes that a dump may have now.
    /// - Returns: False where no rule can.
    func mayBeReadOtherwise(limit: Int) -> Bool {
        guard let reason = Refusal.Reason(rawValue: reason), reason.isDecidedByReading else { return false }
        // Its bytes were never read: they were more than the limit of that time, or reading them took too much.
        return reason != .tooLarge || sha256 != nil || bytes <= Int64(limit)
    }

    /// Whether reading it ended the process, or may have, so that it is better read by itself.
    var isRisky: Bool {
        switch Refusal.Reason(rawValue: reason) {
        case .crashed, .tooSlow: true
        // What is larger than the limit is refused at the first attempt.
        case .tooLarge: sha256 == nil && attempts > 1
        default: false
        }
    }
}
