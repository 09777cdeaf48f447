import Foundation
import Glibc

/// Files by the bytes of their names, and kinds of file that Foundation does not make.
enum Disk {
    private static func cString(_ path: [UInt8]) -> [CChar] {
        (path + [0]).map { CChar(bitPattern: $0) }
    }

    private static func fail(_ what: String, _ path: [UInt8]) -> ChildProcess.Failure {
        ChildProcess.Failure(
            description: "cannot \(what) \(String(decoding: path, as: UTF8.self)): \(String(cString: strerror(errno)))"
        )
    }

    /// A descriptor open for writing, which its caller closes.
    static func open(_ path: [UInt8], truncating: Bool = true) throws -> Int32 {
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (truncating ? O_TRUNC : 0)
        let descriptor = Glibc.open(cString(path), flags, 0o644)
        guard descriptor >= 0 else { throw fail("write", path) }
        return descriptor
    }

    static func write(_ bytes: [UInt8], to path: [UInt8]) throws {
        let descriptor = try open(path)
        defer { close(descriptor) }
        try write(bytes, to: descriptor)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var start = 0
        while start < bytes.count {
            let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw fail("write", []) }
            start += count
        }
    }

    static func makeFIFO(_ path: String) throws {
        guard mkfifo(path, 0o644) == 0 else { throw fail("make the FIFO", Array(path.utf8)) }
    }

    /// Binds a socket and leaves its name.
    static func makeSocket(_ path: String) throws {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw fail("make the socket", Array(path.utf8)) }
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = Array(path.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { throw fail("name the socket", name) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw fail("bind the socket", name) }
    }

    /// A file of this size that takes no room.
    static func makeSparse(_ path: String, bytes: Int) throws {
        let descriptor = try open(Array(path.utf8))
        defer { close(descriptor) }
        guard ftruncate(descriptor, bytes) == 0 else { throw fail("stretch", Array(path.utf8)) }
    }

    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    /// Names in a folder, as bytes, without `.` and `..`.
    static func names(in path: String) -> [[UInt8]] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        return names
    }
}

/// Names in a folder, as text.
func names(in path: String) -> Set<String> {
    Set(Disk.names(in: path).map { String(decoding: $0, as: UTF8.self) })
}
