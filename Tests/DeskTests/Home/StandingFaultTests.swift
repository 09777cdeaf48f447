import Platform
import TestSupport
import Testing

@testable import Home

extension SerialTests {
    @Suite struct StandingFaultTests {
        @Test func `a fault is read as it was written, and one that cannot be written is told by the lock`() throws {
            let folder = try ScratchFolder()
            var configuration = Configuration()
            configuration.home = Path(folder.path)
            let home = try HomePaths(configuration)
            guard let lock = try LockFile.acquire(home.lock) else { throw Errno.again }
            #expect(try StandingFault.read(of: home) == nil)
            let full = StandingFault(since: "2026-11-28T11:25:14Z", message: "cannot commit: the disk is full")
            StandingFault.write(full, into: lock)
            #expect(try StandingFault.read(of: home) == full)

            // As on a file system that the kernel has made read-only.
            failing("write", { _ in .readOnlyFileSystem }) { StandingFault.write(full, into: lock) }
            let told = try #require(try StandingFault.read(of: home))
            #expect(told.since == full.since && told.message.contains("Read-only file system (EROFS)"))

            StandingFault.write(nil, into: lock)
            #expect(try StandingFault.read(of: home) == nil)
            _ = consume lock
        }
    }
}
