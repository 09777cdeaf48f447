import Glibc

/// Where a local service listens for datagrams: a path, or a name without one.
///
/// Each message opens a socket of its own: they are few, and a listener that was started anew is found again.
struct DatagramAddress: Hashable, Sendable {
    /// As `sun_path` has it: an abstract name begins with a zero byte.
    private let bytes: [UInt8]

    /// Nil where it is no address: neither a path from the root nor, with `@`, an abstract name, or too long for
    /// `sun_path` with its NUL.
    init?(_ text: String) {
        var bytes = Array(text.utf8)
        guard (2...107).contains(bytes.count), !bytes.contains(0) else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "/"): break
        case UInt8(ascii: "@"): bytes[0] = 0
        default: return nil
        }
        self.bytes = bytes
    }

    /// Sends one datagram and never waits: a service that does not read must not stop the desk.
    ///
    /// - Throws: What the kernel says, EAGAIN where the listener's queue is full.
    func send(_ message: [UInt8]) throws(Errno) {
        let endpoint = Descriptor(
            owning: try SystemCall.call("socket") {
                socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            }
        )
        try send(message, by: endpoint)
    }

    private func send(_ message: [UInt8], by socket: borrowing Descriptor) throws(Errno) {
        let socket = socket.raw
        // The length tells an abstract name's end, so it is exact; the rest of the room stays zero.
        let length = MemoryLayout<sa_family_t>.size + bytes.count
        var target = [UInt8](repeating: 0, count: MemoryLayout<sockaddr_un>.size)
        unsafe target.withUnsafeMutableBytes { room in
            unsafe room.storeBytes(of: sa_family_t(AF_UNIX), as: sa_family_t.self)
            unsafe room[MemoryLayout<sa_family_t>.size...].copyBytes(from: bytes)
        }
        try SystemCall.call("sendto") {
            unsafe target.withUnsafeBytes { target in
                let target = unsafe target.assumingMemoryBound(to: sockaddr.self).baseAddress
                let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
                return unsafe sendto(socket, message, message.count, flags, target, socklen_t(length))
            }
        }
    }
}
