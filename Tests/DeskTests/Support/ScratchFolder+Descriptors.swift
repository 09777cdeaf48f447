import Foundation
import Platform
import TestSupport

extension ScratchFolder {
    func place(_ name: String) -> Path { Path(file(name)) }

    /// Writes a file in place, making the folders above it, and waits until nobody has it open.
    ///
    /// A process that another test starts has what this one has open until its `exec`: a desk that looked then would see a
    /// writer, rightly, and look again later.
    func write(_ bytes: [UInt8], to name: String) throws {
        try make(name, bytes)
        SignalQueue.ignore([Signal.io])
        let written = try Descriptor.open(place(name), .readOnly)
        let end = Clock.monotonic + 30_000_000_000
        while Lease.take(on: written) == .writerPresent, Clock.monotonic < end { usleep(1000) }
    }

    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    /// Shortens or lengthens a file in place, so that it stays the same file.
    func truncate(_ name: String, to size: Int) throws {
        try Descriptor.open(place(name), [.writeOnly]).truncate(to: Int64(size))
    }

    func append(_ bytes: [UInt8], to name: String) throws {
        try Descriptor.open(place(name), [.writeOnly, .append]).write(all: bytes)
    }
}
