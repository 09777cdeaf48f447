import Home
import Pages
import Platform
import Store

/// What looking at a name in the inbox led to, where it led to work.
enum Look {
    case file(SettledFile)
    case refused(Arrival, FileStatus, Refusal, attempts: Int)
    /// The database holds it already; only its removal is missing.
    case leftover(Store.Taken)

    /// Whether it is to be filed.
    var isDelivery: Bool {
        if case .leftover = self { false } else { true }
    }

    /// Below the inbox.
    var path: [UInt8] {
        switch self {
        case .file(let file): file.arrival.path
        case .refused(let arrival, _, _, _): arrival.path
        case .leftover(let taken): taken.path
        }
    }
}
