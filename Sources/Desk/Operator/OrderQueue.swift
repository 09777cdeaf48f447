import Home

/// The orders that people left for the desk, and the one in hand.
struct OrderQueue {
    let folder: OrderFolder
    /// Whether the folder is to be looked into: at the start, after the signal, and once a minute.
    var areDue = true
    /// Whether files that older rules have refused are still to be sent through again.
    var upgradeIsDue = true
    /// The names of those that wait, the oldest first.
    var waiting: [[UInt8]] = []
    var inHand: OrderInHand?
    /// Why the folder could not be looked into, kept so that each reason is said once.
    var fault: String?

    init(_ folder: OrderFolder) {
        self.folder = folder
    }
}
