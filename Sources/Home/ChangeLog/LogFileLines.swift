package import Platform

/// The lines of one file of the change log in order, read in pieces.
package final class LogFileLines {
    package let inode: UInt64
    private let path: Path
    private let descriptor: Descriptor
    private var lines: ArraySlice<ArraySlice<UInt8>> = []
    /// Bytes of a line whose end is not read yet.
    private var rest: [UInt8] = []

    /// Opens a file; nil where there is none.
    package init?(_ path: Path) throws(Fault) {
        self.path = path
        do throws(Errno) {
            descriptor = try Descriptor.open(path, [.readOnly, .nonBlocking])
            inode = try descriptor.status().inode
        } catch .noEntry {
            return nil
        } catch {
            throw Fault("read the change log \(path)", error)
        }
    }

    /// The next line without its newline; nil at the end, where an unfinished line is left out.
    package func next() throws(Fault) -> ArraySlice<UInt8>? {
        while lines.isEmpty {
            let read = try doing("read the change log \(path)") { () throws(Errno) in
                try descriptor.read(upTo: 1 << 20, into: &rest)
            }
            guard read > 0 else { return nil }
            lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
            rest = lines.popLast().map(Array.init) ?? []
        }
        return lines.popFirst()
    }
}
