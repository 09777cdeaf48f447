import Glibc

/// Hears what a desk tells its service manager (sd_notify(3)).
final class ServiceManager {
    private let descriptor: Int32
    let address: String
    private var messages: [String] = []

    /// Binds the socket, whose path has at most 107 bytes.
    init(_ address: String) throws {
        self.address = address
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: Array(address.utf8)) }
        let bound = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw ChildProcess.Failure(description: "cannot bind \(address): \(errno)") }
    }

    deinit {
        close(descriptor)
        unlink(address)
    }

    /// The words of the last `STATUS=` so far.
    var status: String {
        var buffer = [UInt8](repeating: 0, count: 8192)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            messages.append(String(decoding: buffer[..<count], as: UTF8.self))
        }
        let lines = messages.flatMap { $0.split(separator: "\n") }
        return lines.last { $0.hasPrefix("STATUS=") }.map { String($0.dropFirst(7)) } ?? ""
    }
}
