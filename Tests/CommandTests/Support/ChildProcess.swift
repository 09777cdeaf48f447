import Foundation
import Glibc

/// A program started by a test: signalled, waited for with a deadline, and never left running.
///
/// Started by `posix_spawn` and not by Foundation: arguments must be able to hold any bytes, and the child must begin
/// with no signal blocked or ignored, whatever other suites of this test process have done to theirs. Output goes to
/// files: a pipe that nobody reads would stop the child, and one that a sister process inherited would never end.
final class ChildProcess {
    /// How a program ended, and what it said.
    struct Ending {
        /// The exit code, nil when a signal ended it.
        let code: Int32?
        let signal: Int32?
        let output: [UInt8]
        let errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
        /// Output without the line end, as one wants it from a tool that prints one line.
        var line: String { text.trimmingCharacters(in: .newlines) }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let id: pid_t
    private let outputFile: String
    private let errorFile: String
    private var status: Int32?

    /// Starts a program found by its path or in `PATH`.
    ///
    /// - Parameters:
    ///   - words: Program and arguments, as bytes.
    ///   - environment: Variables on top of this process's own.
    ///   - folder: Where its output is kept.
    /// - Throws: `Failure` where it cannot be started.
    init(_ words: [[UInt8]], environment: [String: String] = [:], outputIn folder: String) throws {
        let number = UUID().uuidString
        outputFile = "\(folder)/\(number).out"
        errorFile = "\(folder)/\(number).err"
        var all = ProcessInfo.processInfo.environment
        // A surrounding service manager's socket or state folder is not this child's.
        for name in ["NOTIFY_SOCKET", "STATE_DIRECTORY", "COPYDESK_TEST_POISON"] { all[name] = nil }
        all.merge(environment) { _, new in new }

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputFile, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&actions, 2, errorFile, O_WRONLY | O_CREAT | O_TRUNC, 0o644)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var every = sigset_t()
        sigfillset(&every)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &every)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        let arguments: [UnsafeMutablePointer<CChar>?] = words.map { ChildProcess.cString($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] =
            all.map { ChildProcess.cString(Array("\($0)=\($1)".utf8)) } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var id: pid_t = 0
        guard let program = arguments[0] else { throw Failure(description: "no program is named") }
        let error = posix_spawnp(&id, program, &actions, &attributes, arguments, variables)
        guard error == 0 else {
            throw Failure(
                description:
                    "cannot start \(String(decoding: words[0], as: UTF8.self)): \(String(cString: strerror(error)))"
            )
        }
        self.id = id
    }

    deinit {
        if status == nil {
            kill(id, SIGKILL)
            waitpid(id, nil, 0)
        }
        unlink(outputFile)
        unlink(errorFile)
    }

    private static func cString(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
        strdup((bytes + [0]).map { CChar(bitPattern: $0) })
    }

    /// Runs a program to its end.
    static func run(
        _ words: [String],
        environment: [String: String] = [:],
        outputIn folder: String,
        deadline: Double = 60
    ) throws -> Ending {
        try ChildProcess(words.map { Array($0.utf8) }, environment: environment, outputIn: folder).wait(deadline)
    }

    /// What it has said on standard error so far.
    var errors: String { String(decoding: read(errorFile), as: UTF8.self) }
    /// What it has printed so far.
    var output: [UInt8] { read(outputFile) }

    var isRunning: Bool {
        guard status == nil else { return false }
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG) == id else { return true }
        self.status = status
        return false
    }

    func signal(_ number: Int32) {
        if isRunning { kill(id, number) }
    }

    /// Waits for its end; a program that does not end in time is killed, and that is an error.
    @discardableResult
    func wait(_ deadline: Double = 60) throws -> Ending {
        do {
            try waitUntil("process \(id) has ended", deadline) { !isRunning }
        } catch {
            signal(SIGKILL)
            throw Failure(description: "\(error); it said: \(errors.suffix(2000))")
        }
        let status = status ?? 0
        let signal = status & 0x7F
        return Ending(
            code: signal == 0 ? (status >> 8) & 0xFF : nil,
            signal: signal == 0 ? nil : signal,
            output: output,
            errors: errors
        )
    }

    private func read(_ path: String) -> [UInt8] {
        FileManager.default.contents(atPath: path).map(Array.init) ?? []
    }
}

/// Looks again and again until something is so.
///
/// - Parameters:
///   - what: For the message where it never is.
///   - deadline: Seconds, generous: it decides only how long a broken program is waited for.
///   - condition: The question.
/// - Throws: `ChildProcess.Failure` at the deadline, and what the question throws.
func waitUntil(_ what: String, _ deadline: Double = 60, _ condition: () throws -> Bool) throws {
    let end = ContinuousClock.now + .milliseconds(Int(deadline * 1000))
    while try !condition() {
        guard ContinuousClock.now < end else {
            throw ChildProcess.Failure(description: "waited \(deadline) s in vain until \(what)")
        }
        usleep(5000)
    }
}
