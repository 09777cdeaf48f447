/// Something that a person asks of a desk and that changes its store.
///
/// One thread owns inbox, database and change log, so no command changes them beside it: it leaves an order, and that
/// thread carries it out.
package enum OperatorOrder: Equatable, Sendable {
    /// Send refused files through again: those of these names, or all where none is named.
    case retry([[UInt8]])
    /// Read dumps anew: those of these SHA-256 or beginnings of one; `*` for all; those that older rules read where none
    /// is named.
    case reread([String])
    /// Remove an article or a dump, and leave why.
    case forget(id: String, reason: String, blocks: Bool, scrubsLog: Bool)

    /// The command that leaves it.
    package var command: String {
        switch self {
        case .retry: "retry"
        case .reread: "reread"
        case .forget: "forget"
        }
    }
}
