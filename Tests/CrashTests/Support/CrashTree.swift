import Foundation
import Glibc
import TestSupport

/// One desk that is made anew for each fault point, with a mixed inbox.
final class CrashTree: Sendable {
    private let folder: ScratchFolder
    /// The folder of all that belongs to it.
    var path: String { folder.path }
    /// Made by the tests and given to the desk; nil content is a symbolic link to nowhere.
    private let files: [(name: String, content: [UInt8]?)]
    private let configuration: String
    /// What is disturbed.
    private let scenario: Scenario
    var home: String { path + "/home" }
    var inbox: String { home + "/inbox" }
    var changeLog: String { home + "/changes.jsonl" }
    var said: String { path + "/said" }
    var trace: String { path + "/trace" }

    /// What a run does that is disturbed.
    enum Scenario {
        /// It drains a mixed inbox.
        case drain
        /// It sends all refused files of a stopped desk through again, most of which can be taken now.
        case retry
    }

    /// Makes its folder, and no home yet.
    ///
    /// - Parameters:
    ///   - place: The folder to make it in; in memory where there is one, since most points want no disk.
    ///   - settings: Lines of the configuration.
    ///   - scenario: What is disturbed.
    /// - Throws: Where the folder cannot be made.
    init(in place: String = CrashTree.memory, settings: String = "", scenario: Scenario = .drain) throws {
        self.scenario = scenario
        folder = try ScratchFolder(in: place)
        configuration = "[desk]\nworkers = 0\n[inbox]\nquiet_seconds = 0.02\n" + settings
        files = CrashTree.mixedInbox
        try folder.make("copydesk.conf", configuration)
        guard scenario == .retry else { return }
        // Made once; `reset` copies it.
        try folder.make("small.conf", configuration + "max_dump_bytes = 20\n")
        try FileManager.default.createDirectory(atPath: inbox + "/sub", withIntermediateDirectories: true)
        try fill()
        let words = [Checkout.program, "run", "--once", "--home", home, "--config", path + "/small.conf"]
        let ending = try Program.run(words, sayingTo: said)
        guard ending.code == 0 else { throw Program.Failure(description: "nothing is refused: \(ending.said)") }
        try Program.shell("mv '\(home)' '\(path)/refused'", sayingTo: said)
    }

    static let memory = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : FileManager.default.temporaryDirectory.path

    /// One of each outcome, a revision, a teaser, a sub-folder, a text too long for a line, a name that has to be shown
    /// escaped: what a desk does, in as few files as show it.
    private static let mixedInbox: [(name: String, content: [UInt8]?)] = {
        func story(_ title: String, _ text: String) -> String {
            "\(title)\n\nBy Ada Quill | Tide Post | March 4, 2026\n\n\(text)\n\n"
                + "The ferry had been out of service since the winter, and nobody on the quay could say when the next "
                + "one would come.\n\nThe council meets again on Thursday.\n"
        }
        let first = story("Ferry returns to the harbour after repairs", "It came back on Monday.")
        let long = (0..<320).map { "In paragraph \($0) the harbour master counted boats and found all of them there." }
        let utf16: [UInt8] = [0xFF, 0xFE] + first.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return [
            ("a\u{1B}.txt", Array(first.utf8)),
            ("b.txt", Array(story("Ferry returns to the harbour after repairs", "It came back on a Tuesday.").utf8)),
            ("c.pdf", Array("%PDF-1.7\n".utf8)),
            ("d.txt", Array(first.utf8)),
            ("e.txt", utf16),
            ("f", nil),
            ("sub/g.txt", Array(story("Quay wall gives way in the storm", long.joined(separator: "\n\n")).utf8)),
            ("sub/h.txt", Array(story("Saltmarsh library opens on Sundays", "Volunteers will keep it open.").utf8)),
        ]
    }()

    /// Every delivered name with the bytes that it brought, links left out.
    var delivered: [(name: String, content: [UInt8])] {
        files.compactMap { file in file.content.map { (file.name, $0) } }
    }

    /// Puts the tree back to a desk that was never started, or has refused what it was given.
    func reset() throws {
        try? FileManager.default.removeItem(atPath: home)
        guard scenario == .drain else {
            try Program.shell("cp -a '\(path)/refused' '\(home)'", sayingTo: said)
            return
        }
        try FileManager.default.createDirectory(atPath: inbox + "/sub", withIntermediateDirectories: true)
        try fill()
    }

    /// Puts the files into the inbox.
    func fill() throws {
        try Program.whileNobodyForks {
            for file in files {
                let place = "\(inbox)/\(file.name)"
                if let content = file.content {
                    try Data(content).write(to: URL(fileURLWithPath: place))
                } else {
                    symlink("/nowhere", place)
                }
            }
        }
    }

    /// The words that drain the inbox of this tree.
    private var draining: [String] {
        [Checkout.program, "run", "--once", "--home", home, "--config", path + "/copydesk.conf"]
    }

    /// The words of the run that is disturbed.
    var words: [String] {
        switch scenario {
        case .drain: draining
        case .retry: [Checkout.program, "retry", "--home", home, "--config", path + "/copydesk.conf"]
        }
    }

    /// How that run ends when nothing disturbs it: what is refused again is told by the code.
    var code: Int32 { scenario == .retry ? 1 : 0 }

    /// Whether an order stands that is not carried out yet.
    var isOrdered: Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: home + "/copydesk.orders")) ?? []
        return names.contains { $0.hasSuffix(".order") && !$0.hasPrefix(".") }
    }

    /// Starts the desk after a disturbance, with nothing to do but what was left.
    func restart(environment: [String: String] = [:]) throws -> Program.Ending {
        try Program.run(draining, environment: environment, sayingTo: said)
    }

    /// Runs the desk undisturbed.
    func run(environment: [String: String] = [:]) throws -> Program.Ending {
        try Program.run(words, environment: environment, sayingTo: said)
    }

    /// Records the calls of an undisturbed run.
    func record(environment: [String: String] = [:]) throws -> [CallRecord] {
        let ending = try Program.run(
            ["strace", "-f", "-qq", "-s", "120", "-o", trace] + words,
            environment: environment,
            sayingTo: said
        )
        guard ending.code == code else { throw Program.Failure(description: "the recorded run failed: \(ending.said)") }
        return try CallRecord.read(trace, since: home)
    }

    /// Runs the desk with one call disturbed.
    ///
    /// No `--seccomp-bpf`: with strace 6.1 it lets the signal out, and nothing is killed.
    ///
    /// - Parameters:
    ///   - call: The name of the call.
    ///   - when: Which of them: `7`, or `7+` for that one and all after it.
    ///   - what: `signal=SIGKILL`, `error=EIO`.
    ///   - restarting: Whether it is the restart that is disturbed.
    ///   - environment: Variables on top of this process's own.
    ///   - enough: Asked again and again with what was said; once it answers true the program is killed.
    /// - Returns: How it ended; strace ends as the desk does.
    /// - Throws: Where it cannot be started or does not end in time.
    func run(
        disturbing call: String,
        _ when: String,
        _ what: String,
        restarting: Bool = false,
        environment: [String: String] = [:],
        enough: ((String) -> Bool)? = nil
    ) throws -> Program.Ending {
        let words =
            ["strace", "-f", "-qq", "-o", trace, "-e", "trace=" + call, "-e", "inject=\(call):\(what):when=\(when)"]
            + (restarting ? draining : self.words)
        return try Program.run(words, environment: environment, sayingTo: said, enough: enough)
    }

    /// Whether the last disturbed run came as far as its disturbance.
    var wasDisturbed: Bool {
        String(decoding: FileManager.default.contents(atPath: trace) ?? Data(), as: UTF8.self).contains("INJECTED")
    }
}
