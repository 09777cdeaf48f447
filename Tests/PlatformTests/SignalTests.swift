import Glibc
import Platform
import TestSupport
import Testing

extension SerialTests {
    /// Signals belong to a whole process, so each test has one of its own.
    @Suite struct SignalTests {
        @Test func `signals sent to the process are read in the loop and end nothing`() async {
            await #expect(processExitsWith: .success) {
                // Other threads are here already and do not block the signals, so they are sent to this one.
                let signals = try SignalQueue(catching: [Signal.terminate, Signal.hangUp])
                try #require(try signals.next() == nil)
                raise(Signal.terminate)
                raise(Signal.hangUp)
                let ready = try Poll.wait(for: [signals.pollSource], milliseconds: 1000)
                let first = try signals.next()
                let second = try signals.next()
                let third = try signals.next()
                exit(
                    ready == [signals.pollSource] && Set([first, second]) == [Signal.terminate, Signal.hangUp]
                        && third == nil ? 0 : 1
                )
            }
        }

        @Test func `it is known whether another process holds a signal back`() throws {
            let scratch = try ScratchFolder()
            let holding = "exec env --block-signal=USR1 sh -c 'echo; read x'"
            let other = try OtherProcess(holding, in: scratch)
            #expect(Signal.isHeldBack(Signal.order, by: other.pid))
            // Nobody can hold that one back.
            #expect(!Signal.isHeldBack(SIGKILL, by: other.pid))
            #expect(!Signal.isHeldBack(Signal.order, by: .max))
        }

        @Test func `ignored signals end nothing, and a write to a closed pipe says so`() async {
            await #expect(processExitsWith: .success) {
                SignalQueue.ignore([Signal.pipe, Signal.fileSize, Signal.io])
                for signal in [Signal.pipe, Signal.fileSize, Signal.io] { kill(getpid(), signal) }
                var ends: [Int32] = [0, 0]
                pipe(&ends)
                close(ends[0])
                let writer = Descriptor(owning: ends[1])
                do throws(Errno) {
                    try writer.write(all: [1])
                    exit(1)
                } catch {
                    exit(error == .brokenPipe ? 0 : 2)
                }
            }
        }

        @Test func `a write that comes through in part goes on with the rest, up to the error`() async throws {
            let scratch = try ScratchFolder()
            let path = scratch.path + "/a"
            await #expect(processExitsWith: .success) { [path = path as String] in
                SignalQueue.ignore([Signal.fileSize])
                let file = try Descriptor.open(Path(path), [.writeOnly, .create])
                var limit = rlimit(rlim_cur: 10, rlim_max: 10)
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
                do throws(Errno) {
                    try file.write(all: Array("0123456789abcdef".utf8))
                    exit(1)
                } catch {
                    exit(error == .fileTooLarge ? 0 : 2)
                }
            }
            #expect(try scratch.text(of: "a") == "0123456789")
        }

        @Test func `a number that is no signal is refused`() {
            #expect(throws: Errno.invalid) { _ = try SignalQueue(catching: [9999]).pollSource }
        }
    }
}
