package import Home
package import Platform
import Store

extension Reader {
    /// Refuses a database that was rebuilt from a log where only a desk's own will do.
    func expectDesk(_ why: String) throws(Fault) {
        guard let origin = try storing({ () throws(StoreError) in try store.replayedTo() }) else { return }
        throw Fault(
            .refused,
            "cannot read changes from \(home.database): it was rebuilt from a change log, up to \(store.epoch):\(origin); \(why)"
        )
    }

    /// Writes a snapshot: all rows of the views, as lines of the change log's form, in a file of its own.
    ///
    /// It is written under a hidden name and renamed when it is whole.
    ///
    /// - Parameter target: A file that must not exist.
    /// - Returns: The position of the last change in it, and how many rows it has.
    /// - Throws: `Fault` where it cannot be written.
    package func snapshot(to target: Path) throws(Fault) -> (seq: Int64, rows: Int64) {
        let writing = "write the snapshot \(target)"
        guard (try? FileStatus.of(target)) == nil else { throw Fault(.refused, "cannot \(writing): the file exists") }
        try expectDesk("take the snapshot from the desk itself")
        let hidden = try target.hiddenBeside()
        do throws(Fault) {
            let file = try doing(writing) { () throws(Errno) in
                try Descriptor.open(hidden, [.writeOnly, .create, .exclusive, .noFollow], mode: 0o640)
            }
            var buffer: [UInt8] = []
            var failure: Errno?
            func flush() {
                if failure != nil { return }
                do throws(Errno) { try file.write(all: buffer) } catch { failure = error }
                buffer.removeAll(keepingCapacity: true)
            }
            let taken = try storing { () throws(StoreError) in
                try Snapshot.take(of: store) { line in
                    buffer += line
                    if buffer.count > 1 << 18 { flush() }
                }
            }
            flush()
            if let failure { throw Fault(writing, failure) }
            try doing(writing) { () throws(Errno) in
                try file.sync()
                try FileSystem.rename(hidden, to: target, replacing: false)
                try Directory.open(target.parent).sync()
            }
            return taken
        } catch {
            try? FileSystem.unlink(hidden)
            throw error
        }
    }
}
