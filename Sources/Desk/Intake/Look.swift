import Home
import Pages
import Platform
import Store

/// What the desk has to do with a name in the inbox after a look at it.
enum Look {
    /// A whole file of so many bytes, which another thread reads: they are not kept here, where they would live as long
    /// as the batch.
    case file(Arrival, bytes: Int)
    case refused(Arrival, FileStatus, Refusal, attempts: Int)
    /// The database holds it already; only its removal is missing.
    case leftover(Store.Taken)

    /// Whether it is to be filed.
    var isDelivery: Bool {
        if case .leftover = self { false } else { true }
    }

    /// The path below the inbox.
    var path: [UInt8] {
        switch self {
        case .file(let arrival, _): arrival.path
        case .refused(let arrival, _, _, _): arrival.path
        case .leftover(let taken): taken.path
        }
    }
}
