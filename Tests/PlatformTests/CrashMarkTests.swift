import Glibc
import TestSupport
import Testing

@testable import Platform

extension SerialTests {
    /// Each crash happens in a process of its own.
    @Suite struct CrashMarkTests {
        private let scratch: ScratchFolder
        private let path: String

        init() throws {
            scratch = try ScratchFolder()
            try scratch.make("mark", " names")
            path = scratch.path + "/mark"
        }

        private func isMarked() throws -> Bool {
            let contents = try scratch.text(of: "mark")
            #expect(contents.hasSuffix("names"))
            return contents.hasPrefix("!")
        }

        @Test func `a trap of Swift's leaves the mark and ends the process as it would have`() async throws {
            await #expect(processExitsWith: .failure) { [path = path as String] in
                try armed(path)
                fatalError("on purpose")
            }
            #expect(try isMarked())
        }

        @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT])
        func `each signal of a crash leaves the mark and ends the process by that signal`(number: Int32) async throws {
            await #expect(processExitsWith: .signal(number)) { [path = path as String, number = number as Int32] in
                try armed(path)
                // A worker thread of the library has SIGABRT blocked, which only abort undoes.
                if number == SIGABRT { abort() }
                raise(number)
                exit(0)
            }
            #expect(try isMarked())
        }

        @Test func `a signal from outside ends the process too`() async throws {
            await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
                try armed(path)
                kill(getpid(), SIGSEGV)
                Clock.sleep(milliseconds: 5000)
                exit(0)
            }
            #expect(try isMarked())
        }

        @Test func `a stack that is used up leaves the mark`() async throws {
            await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
                try armed(path)
                exit(Int32(truncatingIfNeeded: depth(of: 0)))
            }
            #expect(try isMarked())
        }

        @Test func `a process that is killed leaves no mark`() async throws {
            await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
                try armed(path)
                raise(SIGKILL)
            }
            #expect(try !isMarked())
        }

        @Test func `after disarming a crash leaves no mark`() async throws {
            await #expect(processExitsWith: .signal(SIGABRT)) { [path = path as String] in
                try armed(path)
                CrashMark.disarm()
                abort()
            }
            #expect(try !isMarked())
        }

        @Test func `arming again moves the mark`() async throws {
            try scratch.make("other", " names")
            let other = scratch.path + "/other"
            await #expect(processExitsWith: .signal(SIGABRT)) { [path = path as String, other = other as String] in
                try armed(path)
                try armed(other)
                CrashMark.disarm()
                try armed(other)
                abort()
            }
            #expect(try !isMarked())
            #expect(try scratch.text(of: "other") == "!names")
        }
    }
}

/// Arms the mark; the descriptor stays open to the end of the process.
private func armed(_ path: String) throws {
    // A core dump for each of these tests would be waste.
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    let file = try Descriptor.open(Path(path), .writeOnly)
    CrashMark.arm(file)
    file.giveUp()
}

/// Recurses until the stack ends; what follows the call keeps it from becoming a loop.
@inline(never)
private func depth(of level: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 16) { room in
        room[level & 1023] = UInt8(truncatingIfNeeded: level)
        return depth(of: level + 1) &+ Int(room[0])
    }
}
