import Glibc

/// Tells the service manager how we are, by the protocol of sd_notify(3): one datagram a message.
package struct NotifySocket: Sendable {
    private let address: [UInt8]

    /// Takes the value of `$NOTIFY_SOCKET`.
    ///
    /// Nil where it is missing or no address: neither a path from the root nor, with `@`, an abstract name, or too long
    /// for `sun_path` with its NUL.
    package init?(path: String?) {
        guard let path else { return nil }
        var bytes = Array(path.utf8)
        guard (2...107).contains(bytes.count), !bytes.contains(0) else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "/"): break
        case UInt8(ascii: "@"): bytes[0] = 0
        default: return nil
        }
        address = bytes
    }

    /// Sends a state, as in `READY=1`; best effort, for the desk serves on when nobody listens.
    ///
    /// - Returns: Whether the kernel took it.
    @discardableResult
    package func send(_ state: String) -> Bool {
        do throws(Errno) {
            let endpoint = Descriptor(
                owning: try SystemCall.call("socket") {
                    socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
                }
            )
            try send(Array(state.utf8), by: endpoint)
            return true
        } catch {
            return false
        }
    }

    private func send(_ message: [UInt8], by socket: borrowing Descriptor) throws(Errno) {
        let socket = socket.raw
        // The length tells an abstract name's end, so it is exact; the rest of the room stays zero.
        let length = MemoryLayout<sa_family_t>.size + address.count
        var target = [UInt8](repeating: 0, count: MemoryLayout<sockaddr_un>.size)
        unsafe target.withUnsafeMutableBytes { room in
            unsafe room.storeBytes(of: sa_family_t(AF_UNIX), as: sa_family_t.self)
            unsafe room[MemoryLayout<sa_family_t>.size...].copyBytes(from: address)
        }
        try SystemCall.call("sendto") {
            unsafe target.withUnsafeBytes { target in
                let target = unsafe target.assumingMemoryBound(to: sockaddr.self).baseAddress
                // Never waits: a manager that does not read must not stop the desk.
                let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
                return unsafe sendto(socket, message, message.count, flags, target, socklen_t(length))
            }
        }
    }
}
