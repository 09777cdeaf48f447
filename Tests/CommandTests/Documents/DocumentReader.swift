import Foundation
import Testing

/// Somebody who reads a document and types what it says, in a folder with a desk.
///
/// In the folder are the sample dumps, the configuration, and the files that examples name. `copydesk` is on the path,
/// and the desk in `desk` is served; it has refused a file, so that every query has rows.
final class DocumentReader {
    let scratch: Scratch
    private(set) var desk: ChildProcess?
    /// What was printed last, for a block that shows it.
    private var lastOutput = ""
    private var commands = 0
    private var queries = 0

    var folder: String { scratch.path + "/work" }
    var database: String { folder + "/desk/copydesk.db" }

    init() throws {
        scratch = try Scratch()
        try scratch.folder("work/crawl")
        try scratch.folder("bin")
        try scratch.shell(
            """
            ln -s '\(Samples.repository)/seeds' '\(Samples.repository)/etc' '\(folder)'
            ln -s '\(TestDesk.program)' '\(scratch.path)/bin/copydesk'
            cd '\(folder)'
            mkdir dumps && cp seeds/00[01]_*.txt dumps/
            cp seeds/008_*.txt crawl/
            """
        )
        try scratch.file("work/page.txt", Samples.page(1))
        try scratch.file(
            "work/my-site.layout",
            "[page]\nneeds = footer >= 2\n[footer]\nline = {posted_on:date} Posted by {*} | {categories:list} | {*}\n"
        )
    }

    var environment: [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": "\(scratch.path)/bin:\(path)", "HOME": folder]
    }

    /// Starts a command line in the folder.
    func start(_ command: String) throws -> ChildProcess {
        let words = ["/bin/bash", "-euo", "pipefail", "-c", "cd '\(folder)'; " + command]
        return try ChildProcess(words.map { Array($0.utf8) }, environment: environment, outputIn: scratch.said)
    }

    /// Types a command line and waits for its end.
    func type(_ command: String) throws -> ChildProcess.Ending { try start(command).wait(120) }

    /// Serves the desk with the words of README's first command.
    func serve(_ words: String = "run --home ./desk --deliver seeds") throws {
        let desk = try start("exec copydesk \(words)")
        self.desk = desk
        try waitUntil("the sample dumps are in the database") {
            desk.errors.contains(" 0 waiting") && desk.errors.contains("13 files")
        }
        lastOutput = desk.errors
        try scratch.shell("printf '\\037\\213\\010\\000\\000\\000' > '\(folder)/desk/inbox/packed.txt'")
        try waitUntil("the packed file is refused") { try ask("SELECT count(*) FROM rejections").line == "1" }
        let position = "copydesk changes --home ./desk | tail -n 1 | jq -r '\"\\(.epoch):\\(.seq)\"' > position"
        #expect(try type(position).code == 0)
    }

    /// Stops serving; what follows has the home for itself.
    func stop() throws {
        guard let desk else { return }
        desk.signal(SIGTERM)
        #expect(try desk.wait().code == 0)
        self.desk = nil
    }

    /// Asks the database as the documents do.
    func ask(_ query: String) throws -> ChildProcess.Ending {
        try scratch.run("sqlite3", "-readonly", "-bail", database, query)
    }

    /// Types a block, and expects of it what its mark promises.
    func run(_ block: DocumentBlock) throws {
        let place = block.place
        switch block.mark {
        case "sh", "sh stopped":
            if block.mark == "sh stopped" { try stop() }
            let ending = try type(block.text)
            #expect(ending.code == 0, "\(place)\n\(block.text)\n\(ending.text)\(ending.errors)")
            lastOutput = ending.text
            commands += 1
        case "sh follow":
            try follow(block)
            commands += 1
        case "sql":
            let ending = try ask(block.text)
            #expect(ending.code == 0 && !ending.line.isEmpty, "\(place)\n\(block.text)\n\(ending.errors)")
            queries += 1
        case "crontab":
            let command = block.text.split(separator: " ", maxSplits: 5).last.map(String.init) ?? ""
            let ending = try type(command)
            #expect(ending.code == 0, "\(place)\n\(command)\n\(ending.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/crawl").isEmpty)
            commands += 1
        case "text":
            let printed = lastOutput.split(separator: "\n")
            // How long it took and how fast it was differs each time.
            for line in block.text.split(separator: "\n") where !line.contains(" done (") {
                let shown = line.replacingOccurrences(of: "~/copydesk", with: folder)
                #expect(printed.contains { $0.hasSuffix(shown) }, "\(place) shows: \(line)\nprinted was: \(lastOutput)")
            }
        default:
            guard block.language == "text" else {
                Issue.record("nobody runs \(place)")
                return
            }
            try scratch.file("work/" + block.mark.dropFirst(5), block.text + "\n")
        }
    }

    /// Says what was typed, and returns how much.
    func report(_ document: String) -> (commands: Int, queries: Int) {
        print("\(document): \(commands) blocks of commands typed, \(queries) queries asked")
        return (commands, queries)
    }

    /// What follows the log never ends by itself: it is shown a new story, then ended.
    private func follow(_ block: DocumentBlock) throws {
        let reading = try start("exec timeout 60 bash -c '\(block.text.replacingOccurrences(of: "'", with: "'\\''"))'")
        try scratch.file("work/desk/inbox/followed.txt", Samples.page(7))
        try waitUntil("\(block.place) prints the new story") {
            String(decoding: reading.output, as: UTF8.self).contains("Ferry 7 gets")
        }
        reading.signal(SIGTERM)
        try reading.wait()
    }
}
