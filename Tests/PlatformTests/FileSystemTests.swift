import Foundation
import Platform
import Testing

@Suite struct FileSystemTests {
    @Test func `the file system of /proc is known by name and is not remote`() throws {
        #expect(try FileSystem.name(Path("/proc")) == "proc")
        #expect(try !FileSystem.isRemote(Path("/proc")))
        #expect(try FileSystem.freeBytes(Path("/proc")) == 0)
        #expect(throws: Errno.noEntry) { try FileSystem.isRemote(Path("/nonexistent")) }
    }

    @Test func `the free bytes are those that df tells`() throws {
        let path = FileManager.default.temporaryDirectory.path
        var facts = statvfs()
        try #require(statvfs(path, &facts) == 0)
        let expected = Int64(facts.f_bavail) * Int64(facts.f_frsize)
        // Other tests write meanwhile.
        #expect(abs(try FileSystem.freeBytes(Path(path)) - expected) < 1 << 30)
    }
}
