package import Platform

/// Receives what a running desk reports; the commands print it.
package protocol Observer: AnyObject {
    /// Takes a message with its fields for the journal.
    func say(_ priority: Journal.Priority, _ message: String, _ fields: [Journal.Field])

    /// Takes the result of one batch.
    ///
    /// - Parameters:
    ///   - batch: What became of its files.
    ///   - nanoseconds: How long it took.
    ///   - waiting: How many files still wait.
    func show(_ batch: Batch, took nanoseconds: Int64, waiting: Int)

    /// Is called when no further batch is shown for now.
    func finish()
}

extension Observer {
    func say(_ priority: Journal.Priority, _ message: String) { say(priority, message, []) }
}
