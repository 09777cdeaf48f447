import CLinux
import Glibc

/// What this process is, and what it was started with.
package enum ProcessFacts {
    package static var pid: Int32 { getpid() }

    /// The user whose rights the kernel checks.
    package static var effectiveUser: UInt32 { geteuid() }

    /// The program's file; nil where `/proc` does not tell.
    package static var executablePath: Path? { target(of: Path("/proc/self/exe")) }

    /// Where the kernel says an open file is now (proc_pid_fd(5)); nil where `/proc` does not tell.
    ///
    /// Unlike `fstat` this asks no file system. A file whose name was removed, or given to another file, is at no path
    /// that it was at: its own ends in ` (deleted)`.
    package static func place(of file: borrowing Descriptor) -> Path? {
        target(of: Path("/proc/self/fd/\(file.raw)"))
    }

    private static func target(of link: Path) -> Path? {
        // PATH_MAX bytes; a link that fills them was cut and is not a path.
        var buffer = [UInt8](repeating: 0, count: 4096)
        let length = try? unsafe link.withCString { (name) throws(Errno) in
            try SystemCall.call("readlink") {
                unsafe buffer.withUnsafeMutableBytes { room in
                    guard let text = unsafe room.bindMemory(to: CChar.self).baseAddress else { return -1 }
                    return unsafe readlink(name, text, room.count)
                }
            }
        }
        guard let length, length < buffer.count else { return nil }
        return Path(bytes: Array(buffer[..<length]))
    }

    /// A variable of the environment; ask before there are threads that may set one.
    package static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}

extension ProcessFacts {
    /// Seconds since a process started; nil where `/proc` does not tell.
    ///
    /// Field 22 of `/proc/PID/stat` is in clock ticks since boot (proc(5)).
    package static func ageSeconds(of process: Int32) -> Int64? {
        guard let file = try? Descriptor.open(Path("/proc/\(process)/stat"), .readOnly),
            let bytes = try? file.readAll(limit: 4096), let end = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = String(decoding: bytes[(end + 1)...], as: UTF8.self).split(separator: " ")
        guard fields.count > 19, let ticks = Int64(fields[19]) else { return nil }
        var now = timespec()
        unsafe clock_gettime(CLOCK_BOOTTIME, &now)
        return max(0, Int64(now.tv_sec) - ticks / Int64(sysconf(Int32(_SC_CLK_TCK))))
    }
}

extension ProcessFacts {
    /// Makes all threads share two heaps (mallopt(3)); otherwise the heap of each thread keeps the most that the thread
    /// ever needed at once.
    package static func shareHeaps() {
        copydesk_share_heaps(2)
    }

    /// Gives free memory, which the C library keeps for later, back to the system (malloc_trim(3)).
    package static func giveMemoryBack() {
        copydesk_give_memory_back()
    }
}

extension ProcessFacts {
    /// Sets which access rights new files never get (umask(2)).
    package static func setCreationMask(_ mask: UInt32) {
        umask(mode_t(mask))
    }
}

extension ProcessFacts {
    /// The command line as bytes, with the program's name first.
    ///
    /// Swift's own list replaces bytes that are not UTF-8.
    package static var arguments: [[UInt8]] {
        (0..<Int(CommandLine.argc)).compactMap { index in
            guard let argument = unsafe CommandLine.unsafeArgv[index] else { return nil }
            let count = unsafe strlen(argument)
            return unsafe argument.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
                unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
            }
        }
    }
}
