import Glibc
import Platform
import Synchronization
import TestSupport
import Testing

extension SerialTests {
    @Suite struct SystemCallTests {
        /// Makes calls of one name fail on this thread while `body` runs; other tests' threads are let through.
        private func failing(
            _ name: String,
            with error: @escaping @Sendable () -> Errno?,
            _ body: () throws -> Void
        ) throws {
            let thread = pthread_self()
            SystemCall.fault = { called in called == name && pthread_self() == thread ? error() : nil }
            defer { SystemCall.fault = nil }
            try body()
        }

        @Test func `a forced error is thrown by the wrapper, and by no other`() throws {
            try failing("getrandom", with: { .noSpace }) { () throws in
                #expect(throws: Errno.noSpace) { try Random.bytes(4) }
                #expect(try Path.current.isAbsolute)
            }
            #expect(try Random.bytes(4).count == 4)
        }

        @Test func `EINTR means try again`() throws {
            let counter = Counter(3)
            try failing("getrandom", with: { counter.takeOne() ? .interrupted : nil }) { () throws in
                #expect(try Random.bytes(8).count == 8)
            }
            #expect(counter.isUsedUp)
        }

        @Test func `a close that fails is thrown, and the descriptor is closed all the same`() throws {
            let scratch = try ScratchFolder()
            let path = Path(try scratch.make("a"))
            try failing("close", with: { .inputOutput }) {
                let file = try Descriptor.open(path, .readOnly)
                #expect(try scratch.openDescriptors() == 1)
                let thrown = closeError(of: file)
                #expect(thrown == .inputOutput)
            }
            #expect(try scratch.openDescriptors() == 0)
        }

        @Test(arguments: ["openat", "fdopendir", "readdir"])
        func `a listing that fails at any of its steps leaves nothing open`(call: String) throws {
            let scratch = try ScratchFolder()
            try scratch.make("a")
            let directory = try Directory.open(scratch.place)
            var thrown: Errno?
            let thread = pthread_self()
            SystemCall.fault = { called in called == call && pthread_self() == thread ? .tooManyOpenFiles : nil }
            do throws(Errno) {
                try directory.entries { (_, _) throws(Errno) in true }
            } catch {
                thrown = error
            }
            SystemCall.fault = nil
            #expect(thrown == .tooManyOpenFiles)
            #expect(try scratch.openDescriptors() == 1)
        }

        @Test func `an interrupted close is a close`() throws {
            let scratch = try ScratchFolder()
            let path = Path(try scratch.make("a"))
            try failing("close", with: { .interrupted }) {
                try Descriptor.open(path, .readOnly).close()
            }
            #expect(try scratch.openDescriptors() == 0)
        }

        private func closeError(of file: consuming Descriptor) -> Errno? {
            do throws(Errno) {
                try file.close()
                return nil
            } catch {
                return error
            }
        }
    }
}

/// Counts down from a number, from any thread.
private final class Counter: Sendable {
    private let left: Atomic<Int>

    init(_ count: Int) {
        left = Atomic(count)
    }

    func takeOne() -> Bool {
        left.wrappingSubtract(1, ordering: .relaxed).newValue >= 0
    }

    var isUsedUp: Bool { left.load(ordering: .relaxed) < 0 }
}
