import Foundation
import Platform
import TestSupport
import Testing

extension SerialTests {
    @Suite struct LockFileTests {
        private let scratch: ScratchFolder
        private let path: Path

        init() throws {
            scratch = try ScratchFolder()
            path = scratch.place("lock")
        }

        private static let python: ConditionTrait = .enabled(
            if: Tool.has("python3"),
            "python3 is not installed"
        )

        /// Takes the lock as `LockFile` does; F_OFD_SETLK is 37.
        private let holding = """
            exec python3 -uc '
            import fcntl, os, struct
            f = os.open("lock", os.O_RDWR | os.O_CREAT, 0o640)
            fcntl.fcntl(f, 37, struct.pack("hhqqi4x", fcntl.F_WRLCK, 0, 0, 0, 0))
            os.write(f, b"%d\\n" % os.getpid())
            print("ready")
            input()'
            """

        private func acquired() throws -> LockFile {
            guard let lock = try LockFile.acquire(path) else { throw Errno.again }
            return lock
        }

        private func isFree(_ path: Path) throws -> Bool {
            guard let lock = try LockFile.acquire(path) else { return false }
            _ = consume lock
            return true
        }

        @Test func `a lock is held until its value ends, against this process too`() throws {
            do {
                let lock = try acquired()
                #expect(try !isFree(path))
                #expect(try LockFile.holder(of: path) == ProcessFacts.pid)
                #expect(try scratch.text(of: "lock") == "\(ProcessFacts.pid)\n")
                #expect(try FileStatus.of(path).mode & ~0o640 == 0)
                _ = consume lock
            }
            #expect(try LockFile.holder(of: path) == nil)
            #expect(try isFree(path))
        }

        @Test func `a note of the holder and a mark of the lock are seen as long as the lock is held`() throws {
            do {
                let lock = try acquired()
                #expect(try LockFile.note(of: path) == nil && LockFile.mark(of: path) == 0)
                try lock.write(note: Array("the disk\nis full".utf8))
                #expect(try LockFile.note(of: path) == Array("the disk is full".utf8))
                try lock.write(note: [UInt8](repeating: 0x78, count: 100_000))
                #expect(try LockFile.note(of: path)?.count == 3000)
                try lock.write(note: Array("short".utf8))
                #expect(try LockFile.note(of: path) == Array("short".utf8))
                try lock.write(note: [])
                #expect(try LockFile.note(of: path) == nil)
                #expect(try scratch.text(of: "lock") == "\(ProcessFacts.pid)\n")
                for number: Int64 in [1, 1 << 45, 7] {
                    try lock.mark(number)
                    #expect(try LockFile.mark(of: path) == number)
                    #expect(try LockFile.holder(of: path) == ProcessFacts.pid && !isFree(path))
                }
                try lock.mark(0)
                #expect(try LockFile.mark(of: path) == 0)
                try lock.write(note: Array("left over".utf8))
                try lock.mark(9)
                _ = consume lock
            }
            #expect(try LockFile.note(of: path) == nil && LockFile.mark(of: path) == 0)
        }

        @Test(python)
        func `a lock of another process is seen, with its number, until that process is killed`() throws {
            let other = try OtherProcess(holding, in: scratch)
            #expect(try !isFree(path))
            #expect(try LockFile.holder(of: path) == other.pid)
            other.kill()
            #expect(try LockFile.holder(of: path) == nil)
            #expect(try isFree(path))
        }

        @Test func `reading and closing the file in between does not lose the lock`() throws {
            let lock = try acquired()
            _ = try scratch.text(of: "lock")
            #expect(try !isFree(path))
            _ = consume lock
        }

        @Test func `a missing file is held by nobody, and looking does not make it`() throws {
            #expect(try LockFile.holder(of: path) == nil)
            #expect(throws: Errno.noEntry) { try FileStatus.of(path) }
        }

        @Test func `nothing is left of another desk's longer number`() throws {
            try scratch.make("lock", "4194304999\n")
            #expect(try LockFile.holder(of: path) == nil)
            let lock = try acquired()
            #expect(try scratch.text(of: "lock") == "\(ProcessFacts.pid)\n")
            _ = consume lock
        }

        @Test func `a link or a FIFO in the file's place is refused, not followed and not waited for`() throws {
            symlink("/dev/null", scratch.path + "/link")
            mkfifo(scratch.path + "/fifo", 0o600)
            #expect(throws: Errno.loop) { try isFree(scratch.place("link")) }
            #expect(throws: Errno.invalid) { try isFree(scratch.place("fifo")) }
        }

        @Test(.enabled(if: Tool.has("flock"), "flock is not installed"))
        func `a directory locked by another process is refused until that ends`() throws {
            let other = try OtherProcess("exec 3<.; flock -x 3; echo ready; read line", in: scratch)
            #expect(try !LockFile.lock(directory: Directory.open(scratch.place)))
            other.finish()
            #expect(try LockFile.lock(directory: Directory.open(scratch.place)))
        }
    }
}
