package import Platform
package import Store

/// Something the desk could not do: what was tried, on what, and why it failed.
///
/// Bad input is not a fault: it is an outcome of its delivery.
package struct Fault: Error, Sendable, CustomStringConvertible {
    package enum Kind: Sendable {
        /// The machine is sick (disk full, I/O error, locked database): wait and try again.
        case machine
        /// The configuration is wrong.
        case configuration
        /// The call is wrong.
        case usage
        /// Another desk holds this home.
        case held
        /// The history asked for is not there.
        case historyGone
        /// What was asked for does not exist, or cannot be done.
        case refused
    }

    /// A place in what was given, which is shown below the message.
    package struct Place: Sendable {
        package let text: String
        /// How many Unicode scalars of the text stand before it.
        package let offset: Int

        package init(in text: String, at offset: Int) {
            self.text = text
            self.offset = offset
        }
    }

    package let kind: Kind
    package let message: String
    package let place: Place?

    package init(_ kind: Kind, _ message: String, place: Place? = nil) {
        self.kind = kind
        self.message = message
        self.place = place
    }

    package init(_ doing: String, _ error: Errno) {
        self.init(.machine, "cannot \(doing): \(error)")
    }

    package init(_ error: StoreError) {
        switch error.kind {
        // "Unable to open" is also what SQLite says when descriptors or disk space run out.
        case .busy, .machine, .unavailable: self.init(.machine, error.description)
        case .damaged, .newer, .refused: self.init(.refused, error.description)
        }
    }

    /// The kind of fault where a configuration or layout file cannot be read: the machine is sick, or the file wrong.
    package static func kind(ofReading error: Errno) -> Kind {
        let isSick = [.tooManyOpenFiles, .tooManyOpenFilesInSystem, .inputOutput, .noMemory].contains(error)
        return isSick ? .machine : .configuration
    }

    package var description: String { message }
}

/// Runs system calls; where one fails, the fault says what was tried.
package func doing<Result: ~Copyable>(_ what: @autoclosure () -> String, _ body: () throws(Errno) -> Result)
    throws(Fault) -> Result
{
    do throws(Errno) { return try body() } catch { throw Fault(what(), error) }
}

/// Runs calls of the store and makes its errors faults of the desk.
package func storing<Result>(_ body: () throws(StoreError) -> Result) throws(Fault) -> Result {
    do throws(StoreError) { return try body() } catch { throw Fault(error) }
}
