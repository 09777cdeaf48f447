import Platform
import Store

/// Something the desk could not do: what was tried, on what, and why it failed.
///
/// Bad input is never a fault: it is an outcome of its delivery.
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
        /// What was asked for does not exist, or may not be done.
        case refused
    }

    package let kind: Kind
    package let message: String

    package init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    init(_ doing: String, _ error: Errno) {
        self.init(.machine, "cannot \(doing): \(error)")
    }

    init(_ error: StoreError) {
        switch error.kind {
        // "Unable to open" is also what SQLite says when descriptors or disk space run out.
        case .busy, .machine, .unavailable: self.init(.machine, error.description)
        case .damaged, .newer, .refused: self.init(.refused, error.description)
        }
    }

    /// What is wrong where a file that somebody wrote for us cannot be read: the file, or for the moment the machine.
    static func kind(ofReading error: Errno) -> Kind {
        let isSick = [.tooManyOpenFiles, .tooManyOpenFilesInSystem, .inputOutput, .noMemory].contains(error)
        return isSick ? .machine : .configuration
    }

    package var description: String { message }

    /// The exit code of a command that ends with this fault (design, section 7).
    package var exitCode: Int32 {
        switch kind {
        case .machine, .refused: 1
        case .configuration, .usage: 2
        case .historyGone: 3
        case .held: 4
        }
    }
}

/// Says what was tried where a system call fails.
func doing<Result: ~Copyable>(_ what: @autoclosure () -> String, _ body: () throws(Errno) -> Result)
    throws(Fault) -> Result
{
    do throws(Errno) { return try body() } catch { throw Fault(what(), error) }
}

/// Makes the store's errors faults of the desk.
func storing<Result>(_ body: () throws(StoreError) -> Result) throws(Fault) -> Result {
    do throws(StoreError) { return try body() } catch { throw Fault(error) }
}
