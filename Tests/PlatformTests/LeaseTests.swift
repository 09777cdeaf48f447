import Foundation
import Platform
import Testing

extension AloneTests {
    /// As root a lease can be had on any file, else on one's own: the test's files are.
    @Suite struct LeaseTests {
        private let scratch: ScratchDirectory

        init() throws {
            scratch = try ScratchDirectory()
            SignalQueue.ignore([Signal.io])
            try scratch.file("a", "words")
        }

        private func answer() throws -> Lease.Answer {
            let file = try Descriptor.open(scratch.path.appending("a"), .readOnly)
            defer { Lease.release(file) }
            return Lease.take(on: file)
        }

        @Test("A file that nobody writes is quiet")
        func quiet() throws {
            #expect(try answer() == .quiet)
        }

        @Test(
            "A writer in another process is seen until it closes",
            arguments: ["exec 3>>a; echo ready; read line", "exec 3<>a; echo ready; read line"]
        )
        func writer(script: String) throws {
            let writer = try OtherProcess(script, in: scratch)
            #expect(try answer() == .writerPresent)
            writer.finish()
            #expect(try answer() == .quiet)
        }

        @Test("A reader in another process is no writer")
        func reader() throws {
            let reader = try OtherProcess("exec 3<a; echo ready; read line", in: scratch)
            #expect(try answer() == .quiet)
            reader.finish()
        }

        @Test(
            "A writer that keeps only a shared mapping is seen",
            .enabled(if: OtherProcess.has("python3"), "python3 is not installed")
        )
        func mapping() throws {
            let script = """
                exec python3 -uc '
                import mmap, os
                f = os.open("a", os.O_RDWR)
                m = mmap.mmap(f, 5)
                os.close(f)
                print("ready")
                input()'
                """
            let writer = try OtherProcess(script, in: scratch)
            #expect(try answer() == .writerPresent)
            writer.finish()
            #expect(try answer() == .quiet)
        }

        @Test("A lease holds a writer up until it is released")
        func holdsUp() throws {
            let file = try Descriptor.open(scratch.path.appending("a"), .readOnly)
            #expect(Lease.take(on: file) == .quiet)
            let writing: OpenFlags = [.writeOnly, .nonBlocking]
            #expect(throws: Errno.wouldBlock) { _ = try Descriptor.open(scratch.path.appending("a"), writing).raw }
            Lease.release(file)
            #expect(try Descriptor.open(scratch.path.appending("a"), writing).raw >= 0)
        }

        @Test("What can have no lease says why")
        func unavailable() throws {
            let directory = try Descriptor.open(scratch.path, [.readOnly, .directory])
            guard case .unavailable = Lease.take(on: directory) else {
                Issue.record("a directory was leased")
                return
            }
        }
    }
}
