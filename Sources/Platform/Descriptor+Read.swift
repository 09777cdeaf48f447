import Glibc

extension Descriptor {
    /// Reads once, and appends the bytes that came.
    ///
    /// - Returns: How many bytes came; 0 at the end of the file.
    @discardableResult
    package func read(upTo count: Int, into bytes: inout [UInt8]) throws(Errno) -> Int {
        guard count > 0 else { return 0 }
        let came = try unsafe fresh(count) { (room) throws(Errno) in
            try SystemCall.call("read") { unsafe Glibc.read(raw, room.baseAddress, room.count) }
        }
        if bytes.isEmpty { bytes = came } else { bytes += came }
        return came.count
    }

    /// A new array that only the call fills: to fill it with zeros first would cost as much as the read.
    private func fresh(
        _ count: Int,
        _ call: (UnsafeMutableBufferPointer<UInt8>) throws(Errno) -> Int
    ) throws(Errno) -> [UInt8] {
        var failure: Errno?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            do throws(Errno) { filled = try unsafe call(room) } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Reads from the current offset to the end, but no more than one byte past `limit`.
    ///
    /// A result longer than `limit` says that the file is longer. Memory is reserved by the size that `fstat` tells,
    /// and one byte more, so that the end is met without growing; a file that grows meanwhile is read on in pieces. At
    /// least a page is reserved, since files below `/proc/sys` tell no size and give all in the first read or nothing.
    /// The file is never mapped: if it were cut short while mapped, SIGBUS would kill the process.
    package func readAll(limit: Int) throws(Errno) -> [UInt8] {
        let most = limit < .max ? max(limit, 0) + 1 : limit
        let expected = try status().size
        let room = min(most, expected < Int64(most) ? max(Int(expected) + 1, 4096) : most)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(room)
        while bytes.count < most {
            let left = room > bytes.count ? room - bytes.count : min(most - bytes.count, 65_536)
            if try read(upTo: left, into: &bytes) == 0 { break }
        }
        return bytes
    }

    /// Reads `count` bytes from the current offset on; fewer only where the file ends before.
    package func read(count: Int) throws(Errno) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        while bytes.count < count {
            if try read(upTo: count - bytes.count, into: &bytes) == 0 { break }
        }
        return bytes
    }

    /// Reads at a given offset and leaves the file's own offset alone; fewer bytes than `count` only at the end of the
    /// file.
    ///
    /// Memory grows with what is read, so a generous `count` costs nothing on a short file.
    package func readAt(offset: Int64, count: Int) throws(Errno) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let start = bytes.count
            let (place, overflow) = offset.addingReportingOverflow(Int64(start))
            guard !overflow else { throw .invalid }
            let room = min(count - start, 262_144)
            let came = try unsafe fresh(room) { (buffer) throws(Errno) in
                try SystemCall.call("pread") { unsafe pread(raw, buffer.baseAddress, room, off_t(place)) }
            }
            if bytes.isEmpty { bytes = came } else { bytes += came }
            if came.isEmpty { break }
        }
        return bytes
    }

    /// Goes back to the file's first byte.
    package func rewind() throws(Errno) {
        try SystemCall.call("lseek") { Int(lseek(raw, 0, SEEK_SET)) }
    }
}
