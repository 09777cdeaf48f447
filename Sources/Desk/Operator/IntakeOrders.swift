/// What an intake keeps for the orders that are carried out between its batches.
struct IntakeOrders {
    /// Whether one is in hand: then no batch is read ahead.
    var isInHand = false
    /// What the order in hand has filed of late, and what it could not do, for the desk to report.
    var batch = Batch()
    /// Refused files in whose reading the last process died.
    var suspects: BatchNote.Suspects?
    /// What is in the way of files among the rejected, kept so that each is said once.
    var faults: Set<String> = []
}
