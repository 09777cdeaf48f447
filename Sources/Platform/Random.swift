import CLinux

/// Random bytes from the kernel, for names and numbers that nobody else has.
package enum Random {
    package static func bytes(_ count: Int) throws(Errno) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(count, 0))
        var filled = 0
        // A call for more than 256 bytes may return fewer when a signal comes.
        while filled < bytes.count {
            filled += try SystemCall.call("getrandom") {
                unsafe bytes.withUnsafeMutableBytes { room in
                    unsafe copydesk_random(room.baseAddress?.advanced(by: filled), room.count - filled)
                }
            }
        }
        return bytes
    }
}
