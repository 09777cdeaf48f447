import Pages
import Platform
import Store

// A file is told by its status as long as that stands still. On some FUSE and network file systems it does not: times
// differ from look to look, or by name and by descriptor. Then its bytes tell it.
extension Retirement {
    /// Whether a name whose status is not that of its filing still leads to the bytes that were filed.
    ///
    /// That is asked only where the status does not stand still. Another file with the same bytes is another delivery,
    /// and one whose status stands still is such a file.
    ///
    /// - Parameters:
    ///   - known: The file as the database knows it.
    ///   - arrival: Its name.
    ///   - folder: The folder it is in.
    ///   - status: What the name led to a moment ago.
    ///   - isUnsteady: Whether it is known that the status does not stand still.
    ///   - filed: Gives the digest of what was filed.
    /// - Returns: Whether it may be let go.
    /// - Throws: What looking or reading says.
    func holdsWhatWasFiled(
        _ known: Store.Taken,
        _ arrival: Arrival,
        in folder: borrowing Directory,
        _ status: FileStatus,
        _ isUnsteady: Bool,
        _ filed: () -> Digest?
    ) throws(Errno) -> Bool {
        guard status.kind == .regular, let digest = filed() else { return false }
        let file: Descriptor
        do throws(Errno) {
            file = try folder.openFile(arrival.name, [.readOnly, .nonBlocking, .noControllingTerminal])
        } catch {
            // What cannot be opened any more, or is a link by now, is for the next look to judge.
            return false
        }
        let byName = try folder.status(of: arrival.name).identity
        let byDescriptor = try file.status()
        if !isUnsteady, [byName, byDescriptor.identity] == [status.identity, status.identity] { return false }
        // Closing gives the lease back.
        guard byDescriptor.kind == .regular, Lease.take(on: file) != .writerPresent else { return false }
        let bytes = try file.readAll(limit: Int(known.identity.size))
        guard SHA256.digest(of: bytes.span) == digest else { return false }
        // The name must lead to the open file still. Inode numbers need not stand still either, so the kernel is asked,
        // which knows the names by which files are open.
        guard let place = ProcessFacts.place(of: file) else { return false }
        guard place == ProcessFacts.place(of: folder.descriptor)?.appending(arrival.name) else { return false }
        if exampleOfUnsteadiness == nil { exampleOfUnsteadiness = arrival.path }
        return true
    }
}
