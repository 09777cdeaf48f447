import Home

/// The work that an order makes, done in slices between the batches of deliveries.
///
/// A slice takes at most some 64 files or dumps, so that no delivery waits long. All that a slice changes is committed
/// and announced when it returns, and where the process is killed the whole order is begun again at the next start: so
/// what was done already must be seen in the database and left alone.
protocol OrderWork: AnyObject {
    /// Does the next slice.
    ///
    /// - Parameter intake: The desk's own; nothing is in its hand.
    /// - Returns: How far the work is, or how it ended; after that it is not called again.
    /// - Throws: `Fault` of kind `machine` where the slice is to be tried again; any other fault ends the order, and its
    ///   message is the answer.
    func goOn(_ intake: Intake) throws(Fault) -> OrderAnswer
}
