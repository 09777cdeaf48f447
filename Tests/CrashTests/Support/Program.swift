import Foundation
import Glibc
import Synchronization

/// Runs programs, each in a process group of its own and with what it says kept in a file.
enum Program {
    /// How a program ended.
    struct Ending {
        /// The exit code, nil where a signal ended it.
        let code: Int32?
        let signal: Int32?
        /// What it wrote to standard error and standard output.
        let said: String
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// A child between fork and exec has a copy of every descriptor; a file that is written here meanwhile would look
    /// to another thread's desk as if somebody still wrote it.
    private static let door = Mutex<Void>(())

    /// Does something with files while no child is being started.
    static func whileNobodyForks<Result>(_ body: () throws -> Result) rethrows -> Result {
        try door.withLock { _ in try body() }
    }

    /// Runs a program to its end.
    ///
    /// - Parameters:
    ///   - words: Program and arguments.
    ///   - environment: Variables on top of this process's own.
    ///   - file: Where what it says is kept.
    ///   - deadline: Seconds; a program that takes longer is killed.
    ///   - enough: Asked again and again with what was said; once it answers true the program is killed.
    /// - Returns: How it ended.
    /// - Throws: `Failure` where it cannot be started or does not end in time.
    static func run(
        _ words: [String],
        environment: [String: String] = [:],
        sayingTo file: String,
        deadline: Double = 60,
        enough: ((String) -> Bool)? = nil
    ) throws -> Ending {
        let id = try start(words, environment, file)
        let end = ContinuousClock.now + .milliseconds(Int(deadline * 1000))
        var status: Int32 = 0
        var rounds = 0
        while waitpid(id, &status, WNOHANG) == 0 {
            rounds += 1
            if let enough, rounds % 4 == 0, enough(text(of: file)) {
                kill(-id, SIGKILL)
                waitpid(id, &status, 0)
                break
            }
            guard ContinuousClock.now < end else {
                kill(-id, SIGKILL)
                waitpid(id, &status, 0)
                throw Failure(description: "\(words) did not end in \(deadline) s; it said: \(text(of: file))")
            }
            usleep(1000)
        }
        // A tracer that is killed dies before what it traced, which goes on holding its locks for a moment.
        while kill(-id, 0) == 0, ContinuousClock.now < end { usleep(500) }
        let signal = status & 0x7F
        return Ending(
            code: signal == 0 ? (status >> 8) & 0xFF : nil,
            signal: signal == 0 ? nil : signal,
            said: text(of: file)
        )
    }

    /// Runs a shell script that has to succeed.
    @discardableResult
    static func shell(_ script: String, sayingTo file: String) throws -> String {
        let ending = try run(["/bin/sh", "-euc", script], sayingTo: file)
        guard ending.code == 0 else { throw Failure(description: "the script failed: \(script): \(ending.said)") }
        return ending.said
    }

    private static func text(of file: String) -> String {
        String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
    }

    private static func start(_ words: [String], _ environment: [String: String], _ file: String) throws -> pid_t {
        var all = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("COPYDESK_") }
        for name in ["NOTIFY_SOCKET", "STATE_DIRECTORY"] { all[name] = nil }
        all.merge(environment) { _, new in new }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, file, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var every = sigset_t()
        sigfillset(&every)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &every)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP)
        )
        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = all.map { strdup("\($0)=\($1)") } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var id: pid_t = 0
        // It returns once the child has begun its program, so the door is shut for all of the time between.
        let error = door.withLock { _ in posix_spawnp(&id, words[0], &actions, &attributes, arguments, variables) }
        guard error == 0 else { throw Failure(description: "cannot start \(words[0]): error \(error)") }
        return id
    }
}
