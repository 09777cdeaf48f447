import Foundation

/// A program that is run and measured.
struct Child {
    /// What one run took.
    struct Result {
        let seconds: Double
        /// Seconds of processor time, its children's included.
        let processor: Double
        /// Most resident memory at once, in bytes.
        let peak: Int
        let status: Int32

        /// The sum of two runs, one after the other.
        static func + (one: Result, other: Result) -> Result {
            Result(
                seconds: one.seconds + other.seconds,
                processor: one.processor + other.processor,
                peak: max(one.peak, other.peak),
                status: max(one.status, other.status)
            )
        }
    }

    let pid: pid_t
    private let started: Double

    /// Starts a program; its output goes to the file `log`.
    init(_ command: [String], log: String = "/dev/null") throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // A group of its own, so that it can be ended together with what it started.
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var pid: pid_t = 0
        started = Child.now
        let code = posix_spawnp(&pid, command[0], &actions, &attributes, &arguments, environ)
        guard code == 0 else { throw BenchError("cannot run \(command[0]): \(String(cString: strerror(code)))") }
        self.pid = pid
    }

    /// Waits for its end.
    func wait() -> Result {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        let code = status & 0x7f == 0 ? status >> 8 & 0xff : -(status & 0x7f)
        return Result(
            seconds: Child.now - started,
            processor: Child.seconds(usage),
            peak: usage.ru_maxrss * 1024,
            status: code
        )
    }

    /// Ends it and what it started.
    func end(_ signal: Int32 = SIGTERM) -> Result {
        kill(-pid, signal)
        return wait()
    }

    /// Runs a program to its end.
    ///
    /// - Throws: `BenchError` with the end of its output where it fails.
    @discardableResult
    static func run(_ command: [String]) throws -> Result {
        let result = try Child(command, log: log).wait()
        guard result.status == 0 else {
            throw BenchError(
                "\(command.joined(separator: " ")) ended with \(result.status): \(lastOutput.suffix(2000))"
            )
        }
        return result
    }

    /// What the last program that was run to its end has put out.
    static var lastOutput: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// The file that takes the output of a program that is run to its end.
    static var log: String { NSTemporaryDirectory() + "bench-\(getpid()).log" }

    private static func seconds(_ usage: rusage) -> Double {
        [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }

    /// Seconds of processor time of this process.
    static var processorTime: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return seconds(usage)
    }

    /// Seconds of the monotonic clock, which nobody can set.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Whether a program can be found.
    static func has(_ program: String) -> Bool {
        let folders =
            program.contains("/") ? [""] : (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.contains { access($0.isEmpty ? program : "\($0)/\(program)", X_OK) == 0 }
    }
}

/// Why the benchmark cannot go on.
struct BenchError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

extension Child.Result {
    /// What this process itself has taken since a moment.
    init(since seconds: Double, processor: Double) {
        self.init(seconds: Child.now - seconds, processor: Child.processorTime - processor, peak: 0, status: 0)
    }
}
