package import Pages
package import Platform

/// Puts copies of files into the inbox, so that nobody ever sees half of one.
package struct Courier {
    /// One copy that stands in the inbox.
    package struct Delivered: Sendable {
        /// The source, as the caller named it.
        package let source: Path
        /// The copy's path below the inbox.
        package let path: [UInt8]
        package let digest: Digest
    }

    private static let chunk = 1 << 20

    let inbox: Path
    let ignored: IgnoredNames

    package init(_ home: HomePaths, _ configuration: Configuration) {
        self.init(inbox: home.inbox, ignored: IgnoredNames(configuration.ignore))
    }

    package init(inbox: Path, ignored: IgnoredNames) {
        self.inbox = inbox
        self.ignored = ignored
    }

    /// Copies files, and whole folders with what is below them, in order of their names.
    ///
    /// A folder's own name is not kept, but the names of its sub-folders are. Symbolic links below it are left out.
    ///
    /// - Parameters:
    ///   - paths: Files and folders.
    ///   - goOn: Called before the next copy with the number of copies so far; false ends the delivery.
    /// - Returns: What stands in the inbox now.
    /// - Throws: `Fault` where a copy cannot be made.
    package func deliver(_ paths: [Path], goOn: (Int) throws(Fault) -> Bool = { _ in true })
        throws(Fault) -> [Delivered]
    {
        var delivered: [Delivered] = []
        for path in paths {
            if !delivered.isEmpty { guard try goOn(delivered.count) else { break } }
            let status = try doing("deliver \(path)") { () throws(Errno) in try FileStatus.of(path) }
            if status.kind == .directory {
                try deliverFolder(path, &delivered, goOn)
            } else {
                guard !ignored.contains(path.lastComponent) else {
                    throw Fault(
                        .refused,
                        "cannot deliver \(path): no desk takes a file of that name ([inbox] ignore, hidden and unfinished "
                            + "names)"
                    )
                }
                delivered.append(try deliverFile(path, folder: [], name: path.lastComponent))
            }
        }
        return delivered
    }

    private func deliverFolder(_ root: Path, _ delivered: inout [Delivered], _ goOn: (Int) throws(Fault) -> Bool)
        throws(Fault)
    {
        var pending: [[UInt8]] = [[]]
        while let folder = pending.popLast() {
            let path = folder.isEmpty ? root : root.appending(folder)
            var entries: [(name: [UInt8], isFolder: Bool)] = []
            try doing("list the folder \(path)") { () throws(Errno) -> Void in
                let directory = try Directory.open(path)
                try directory.entries { (name, kind) throws(Errno) in
                    var kind = kind
                    if kind == nil { kind = try directory.status(of: name).kind }
                    guard !ignored.contains(name) else { return true }
                    if kind == .directory || kind == .regular { entries.append((name, kind == .directory)) }
                    return true
                }
            }
            entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
            for entry in entries where !entry.isFolder {
                guard try goOn(delivered.count) else { return }
                delivered.append(try deliverFile(path.appending(entry.name), folder: folder, name: entry.name))
            }
            for entry in entries.reversed() where entry.isFolder {
                pending.append(InboxPath.join(folder, entry.name))
            }
        }
    }

    /// Copies a file to a hidden name, syncs it, and renames it.
    ///
    /// The desk never takes a hidden name, and after the rename everybody sees the whole file.
    private func deliverFile(_ source: Path, folder: [UInt8], name: [UInt8]) throws(Fault) -> Delivered {
        try doing("deliver \(source) to \(inbox)") { () throws(Errno) in
            let file = try Descriptor.open(source, [.readOnly, .nonBlocking])
            guard try file.status().kind == .regular else { throw .invalid }
            let target = try makeFolder(folder)
            let hidden = Array(".copydesk-".utf8) + Identifier.hexadecimal(try Random.bytes(8))
            let copy = try target.openFile(hidden, [.writeOnly, .create, .exclusive], mode: 0o640)
            do throws(Errno) {
                let digest = try Courier.copy(file, to: copy)
                // The desk can be another user of the inbox's group and has to read the copy, whatever our umask is.
                try copy.setMode(0o640)
                if !PlantedBug.deliverWithoutSync.isPlanted { try copy.sync() }
                let final = try place(hidden, in: target, as: name, folder: folder)
                try target.sync()
                return Delivered(source: source, path: final, digest: digest)
            } catch {
                try? target.unlink(hidden)
                throw error
            }
        }
    }

    private static func copy(_ file: borrowing Descriptor, to copy: borrowing Descriptor) throws(Errno) -> Digest {
        var hash = SHA256()
        while true {
            var bytes: [UInt8] = []
            guard try file.read(upTo: chunk, into: &bytes) > 0 else { return hash.finalize() }
            hash.update(bytes.span)
            try copy.write(all: bytes)
        }
    }

    /// Gives the copy its name; where that is taken, the same name in a numbered sub-folder.
    ///
    /// The name itself tells which page a dump is of, so it is not changed.
    private func place(_ hidden: [UInt8], in target: borrowing Directory, as name: [UInt8], folder: [UInt8])
        throws(Errno) -> [UInt8]
    {
        do throws(Errno) {
            try target.rename(hidden, to: target, as: name, replacing: false)
            return InboxPath.join(folder, name)
        } catch .exists {
            for number in 2...10_000 {
                let subfolder = InboxPath.join(folder, Array(String(number).utf8))
                do throws(Errno) {
                    try target.rename(hidden, to: try makeFolder(subfolder), as: name, replacing: false)
                    return InboxPath.join(subfolder, name)
                } catch  where error == .exists || error == .notDirectory {
                    continue
                }
            }
            throw .exists
        }
    }

    private func makeFolder(_ folder: [UInt8]) throws(Errno) -> Directory {
        var directory = try Directory.open(inbox)
        for part in folder.split(separator: UInt8(ascii: "/")).map(Array.init) {
            do throws(Errno) { try directory.makeDirectory(part, mode: 0o770) } catch .exists {}
            directory = try Directory.open(in: directory, name: part)
        }
        return directory
    }
}
