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

    /// Takes how far an order is: so many of so many files or dumps are done.
    func show(order: String, done: Int, of total: Int)

    /// Is called when no further batch is shown for now.
    func finish()
}

extension Observer {
    package func show(order: String, done: Int, of total: Int) {}

    func say(_ priority: Journal.Priority, _ message: String) { say(priority, message, []) }
}
