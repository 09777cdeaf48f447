import Glibc

extension Directory {
    /// Goes through the names in the directory, in the file system's order, without `.` and `..`.
    ///
    /// Names are handed on one at a time, so a directory of a million names needs no more memory than one of ten. A
    /// name that is added or removed meanwhile may or may not be among them.
    ///
    /// - Parameter body: Takes a name and its kind, nil where the file system does not tell it with the name; answers
    ///   whether to go on.
    /// - Throws: What opening or reading the listing says, or what `body` throws.
    package func entries(
        _ body: (_ name: [UInt8], _ kind: FileStatus.Kind?) throws(Errno) -> Bool
    ) throws(Errno) {
        var listing = try listing()
        while let (name, kind) = try listing.next() {
            guard try body(name, kind) else { return }
        }
    }

    /// Begins to read the names in the directory, for whoever does not want all of them at once.
    package func listing() throws(Errno) -> Listing {
        // A descriptor of its own: its offset is the place in the listing, which a duplicate would share.
        let own = try unsafe Descriptor.open(at: raw, ".", [.readOnly, .directory], mode: 0)
        return unsafe Listing(try Directory.stream(owning: own))
    }

    /// A place in the listing of a directory, without `.` and `..`.
    @safe package struct Listing: ~Copyable {
        private let stream: OpaquePointer

        fileprivate init(_ stream: OpaquePointer) { unsafe self.stream = stream }

        deinit { unsafe closedir(stream) }

        /// The next name and its kind, nil where the file system does not tell the kind with the name; nil at the end.
        package mutating func next() throws(Errno) -> (name: [UInt8], kind: FileStatus.Kind?)? {
            while let (name, kind) = try unsafe Directory.next(in: stream) {
                if name == [UInt8(ascii: ".")] || name == [UInt8(ascii: "."), UInt8(ascii: ".")] { continue }
                return (name, kind)
            }
            return nil
        }
    }

    /// Hands a descriptor over to a stream, which closes it.
    private static func stream(owning descriptor: consuming Descriptor) throws(Errno) -> OpaquePointer {
        let raw = descriptor.raw
        var stream: OpaquePointer?
        try SystemCall.call("fdopendir") {
            unsafe stream = fdopendir(raw)
            return unsafe stream == nil ? -1 : 0
        }
        guard let opened = unsafe stream else { throw .noMemory }
        descriptor.giveUp()
        return unsafe opened
    }

    private static func next(in stream: OpaquePointer) throws(Errno) -> ([UInt8], FileStatus.Kind?)? {
        var found: ([UInt8], FileStatus.Kind?)?
        try SystemCall.call("readdir") {
            // NULL is the end as well as a failure; only errno tells them apart.
            errno = 0
            guard let entry = unsafe readdir(stream) else { return errno == 0 ? 0 : -1 }
            // The entry is as long as its name, shorter than the type says: it is read in place, never copied whole.
            guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return -1 }
            let start = unsafe UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: UInt8.self)
            var length = 0
            while unsafe start[length] != 0 { length += 1 }
            let name = unsafe Array(UnsafeBufferPointer(start: start, count: length))
            found = unsafe (name, kind(of: entry.pointee.d_type))
            return 0
        }
        return found
    }

    private static func kind(of type: UInt8) -> FileStatus.Kind? {
        switch Int(type) {
        case Int(DT_REG): .regular
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .symbolicLink
        case Int(DT_FIFO): .fifo
        case Int(DT_SOCK): .socket
        case Int(DT_CHR), Int(DT_BLK): .device
        default: nil
        }
    }
}
