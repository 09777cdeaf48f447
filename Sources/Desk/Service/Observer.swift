package import Platform

/// Whoever is told how a running desk gets on; the commands print it.
package protocol Observer: AnyObject {
    /// A message, with fields for the journal.
    func say(_ priority: Journal.Priority, _ message: String, _ fields: [Journal.Field])

    /// One batch was taken.
    ///
    /// - Parameters:
    ///   - batch: What it came to.
    ///   - nanoseconds: How long it took.
    ///   - waiting: How many files wait still.
    func show(_ batch: Batch, took nanoseconds: Int64, waiting: Int)

    /// Nothing more is shown for now.
    func finish()
}

extension Observer {
    func say(_ priority: Journal.Priority, _ message: String) { say(priority, message, []) }
}
