import Glibc

/// The address of a local datagram socket: a path, or an abstract name, which is no path (unix(7)).
///
/// Each message opens a new socket: messages are few, and so a listener that was restarted is found again.
struct DatagramAddress: Hashable, Sendable {
    /// The bytes of `sun_path`: an abstract name begins with a zero byte.
    private let bytes: [UInt8]

    /// Reads an address: a path from the root, or an abstract name after `@`.
    ///
    /// Nil where the text is neither, or too long for `sun_path` with its NUL.
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

    /// Sends one datagram without waiting: a service that does not read must not stop the desk.
    ///
    /// - Throws: What the kernel says; EAGAIN where the listener's queue is full.
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
        // The length says where an abstract name ends, so it must be exact; the rest of the structure stays zero.
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
