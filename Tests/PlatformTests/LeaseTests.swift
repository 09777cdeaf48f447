import Foundation
import TestSupport
import Testing

@testable import Platform

extension SerialTests {
    /// As root a lease can be had on any file, else on one's own: the test's files are.
    @Suite struct LeaseTests {
        private let scratch: ScratchFolder

        init() throws {
            scratch = try ScratchFolder()
            SignalQueue.ignore([Signal.io])
            try scratch.make("a", "words")
        }

        private func answer() throws -> Lease.Answer {
            let file = try Descriptor.open(scratch.place("a"), .readOnly)
            defer { Lease.release(file) }
            return Lease.take(on: file)
        }

        @Test func `a file that nobody writes is quiet`() throws {
            #expect(try answer() == .quiet)
        }

        @Test(arguments: ["exec 3>>a; echo ready; read line", "exec 3<>a; echo ready; read line"])
        func `a writer in another process is seen until it closes`(script: String) throws {
            let writer = try OtherProcess(script, in: scratch)
            #expect(try answer() == .writerPresent)
            writer.finish()
            #expect(try answer() == .quiet)
        }

        @Test func `a reader in another process is no writer`() throws {
            let reader = try OtherProcess("exec 3<a; echo ready; read line", in: scratch)
            #expect(try answer() == .quiet)
            reader.finish()
        }

        @Test(.enabled(if: Tool.has("python3"), "python3 is not installed"))
        func `a writer that keeps only a shared mapping is seen`() throws {
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

        @Test func `a lease holds a writer up until it is released`() throws {
            let file = try Descriptor.open(scratch.place("a"), .readOnly)
            #expect(Lease.take(on: file) == .quiet)
            let writing: OpenFlags = [.writeOnly, .nonBlocking]
            #expect(throws: Errno.wouldBlock) { _ = try Descriptor.open(scratch.place("a"), writing).raw }
            Lease.release(file)
            #expect(try Descriptor.open(scratch.place("a"), writing).raw >= 0)
        }

        @Test func `what can have no lease says why`() throws {
            let directory = try Descriptor.open(scratch.place, [.readOnly, .directory])
            guard case .unavailable = Lease.take(on: directory) else {
                Issue.record("a directory was leased")
                return
            }
        }
    }
}
