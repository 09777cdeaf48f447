import Foundation

extension Bench {
    /// Measures how fast copydesk, the floor and the peers take in the corpus, in turn.
    mutating func throughput() throws {
        let (corpus, bytes) = try corpusFolder()
        let home = folder + "/home"
        var rates: [String: [Double]] = [:]
        var peaks: [Double] = []
        var processor: [String: [Double]] = [:]
        for round in 1...options.rounds {
            try fill(home, from: corpus)
            let result = try drain(home)
            rates["copydesk", default: []].append(Double(bytes) / 1e6 / result.seconds)
            peaks.append(Double(result.peak) / 1e6)
            processor["copydesk", default: []].append(result.processor)
            for peer in ["floor", "plain", "python", "sqlite-utils", "recoll"] where !options.leavesOut.contains(peer) {
                guard let result = try run(peer, corpus, home, isFirst: round == 1) else { continue }
                rates[peer, default: []].append(Double(bytes) / 1e6 / result.seconds)
                processor[peer, default: []].append(result.processor)
            }
        }
        let own = rates["copydesk"]?.median ?? 0
        report.add(
            .init(section: "throughput", name: "copydesk run --once", unit: "MB/s", values: rates["copydesk"] ?? [])
        )
        for (peer, wanted) in [
            ("floor", "1"), ("plain", "0.9"), ("python", "3.5"), ("sqlite-utils", "1.3"), ("recoll", "7"),
        ] {
            guard let values = rates[peer] else { continue }
            let note = "(wanted: copydesk at \(wanted) times it)"
            report.add(
                .init(
                    section: "throughput",
                    name: peer,
                    unit: "MB/s",
                    values: values,
                    ratio: own / values.median,
                    note: note
                )
            )
        }
        let files = (rates["copydesk"] ?? []).map { $0 * 1e6 / Double(bytes) * Double(options.corpus.dumps) }
        report.add(.init(section: "throughput", name: "copydesk, files", unit: "/s", values: files))
        for (name, values) in processor.sorted(by: { $0.key < $1.key }) {
            report.add(.init(section: "throughput", name: "\(name), processor time", unit: "s", values: values))
        }
        report.add(
            .init(
                section: "throughput",
                name: "copydesk, cores busy",
                unit: "",
                values: zip(processor["copydesk"] ?? [], rates["copydesk"] ?? []).map { $0 * $1 * 1e6 / Double(bytes) },
                note: "(wanted: 1.7 of two)"
            )
        )
        let log = Double(Bench.fileSize(home + "/changes.jsonl"))
        report.add(
            .init(
                section: "throughput",
                name: "log",
                unit: "MB",
                values: [log / 1e6],
                ratio: log / Double(try stored(home)),
                note: "times the bytes taken in (wanted: 1.3)"
            )
        )
        report.add(
            .init(
                section: "throughput",
                name: "copydesk, peak resident",
                unit: "MB",
                values: peaks,
                note: "(wanted: 96 or less)"
            )
        )
        let database = Double(Bench.fileSize(home + "/copydesk.db"))
        report.add(
            .init(
                section: "throughput",
                name: "database",
                unit: "MB",
                values: [database / 1e6],
                ratio: database / Double(bytes),
                note:
                    "times the bytes delivered, \((database / Double(try stored(home))).formatted) times those taken in"
            )
        )
    }

    private func stored(_ home: String) throws -> Int64 {
        try FloorDatabase(home + "/copydesk.db", isNew: false).number("SELECT sum(bytes) FROM dump")
    }

    /// Runs one of the programs that copydesk is compared with.
    ///
    /// - Returns: What the run took; nil where the program is not installed.
    private mutating func run(
        _ peer: String,
        _ corpus: String,
        _ home: String,
        isFirst: Bool
    ) throws -> Child.Result? {
        let work = folder + "/peer"
        try? FileManager.default.removeItem(atPath: work)
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        sync()
        switch peer {
        case "floor": return try runOwn(["floor", home + "/copydesk.db", corpus, work + "/floor.db"])
        case "plain": return try runOwn(["plain", corpus, work + "/plain.db"])
        case "python":
            guard Child.has("python3") else { return skipped(peer, "no python3", isFirst) }
            let script = work + "/peer.py"
            try Data(PackageResources.peer_py).write(to: URL(filePath: script))
            let result = try Child.run(["python3", script, corpus, work + "/p.db", work + "/log"])
            try checkIndex(of: work + "/p.db", peer)
            return result
        case "sqlite-utils":
            guard Child.has("sqlite-utils") else {
                return skipped(peer, "not installed: pip install sqlite-utils", isFirst)
            }
            let database = work + "/u.db"
            let first = try Child.run(["sqlite-utils", "insert-files", database, "page", corpus, "--text", "--silent"])
            let result = first + (try Child.run(["sqlite-utils", "enable-fts", database, "page", "content_text"]))
            try checkIndex(of: database, peer)
            return result
        default:
            guard Child.has("recollindex") else {
                return skipped(peer, "not installed: apt install recollcmd", isFirst)
            }
            try Data("topdirs = \(corpus)\nidxflushmb = 100\n".utf8).write(to: URL(filePath: work + "/recoll.conf"))
            return try Child.run(["recollindex", "-c", work])
        }
    }

    /// Runs a loop of this program, which tells its own time: the floor's begins when it has read the rows.
    ///
    /// It is a process of its own: if this process held all the rows, the programs started from it would count them in
    /// their own peak.
    private func runOwn(_ arguments: [String]) throws -> Child.Result {
        try Child.run([CommandLine.arguments[0]] + arguments)
        let told = Child.lastOutput.split { " \n".contains($0) }.compactMap { Double($0) }
        guard told.count == 2 else { throw BenchError("\(arguments[0]) told no time: \(Child.lastOutput)") }
        return Child.Result(seconds: told[0], processor: told[1], peak: 0, status: 0)
    }

    /// Makes sure that a peer has indexed the texts.
    ///
    /// SQLite takes a name in double quotes that is no column for a string. Given a wrong column, sqlite-utils would
    /// index that one word for each file, fast and without complaint.
    private func checkIndex(of database: String, _ peer: String) throws {
        let word = String(decoding: Tongue.all[0].words[900], as: UTF8.self)
        let query = "SELECT count(*) FROM page_fts WHERE page_fts MATCH '\(word)'"
        guard try FloorDatabase(database, isNew: false).number(query) > 0 else {
            throw BenchError("\(peer) has not indexed the texts: it finds no \(word)")
        }
    }

    private mutating func skipped(_ peer: String, _ why: String, _ isFirst: Bool) -> Child.Result? {
        if isFirst { report.skip("\(peer): \(why)") }
        return nil
    }

    /// Measures how fast files whose bytes are held already are taken in, against `sha256sum` and `cat` over the same
    /// files.
    mutating func duplicates() throws {
        let (corpus, bytes) = try corpusFolder()
        let home = folder + "/home"
        try fill(home, from: corpus)
        _ = try drain(home)
        var rates: [String: [Double]] = [:]
        for _ in 1...options.rounds {
            try fill(home, from: corpus, isNew: false)
            rates["copydesk", default: []].append(Double(bytes) / 1e6 / (try drain(home)).seconds)
            for tool in ["sha256sum", "cat"] {
                let command = ["sh", "-c", "find \(corpus) -type f -print0 | xargs -0 \(tool) > /dev/null"]
                rates[tool, default: []].append(Double(bytes) / 1e6 / (try Child.run(command)).seconds)
            }
        }
        let own = rates["copydesk"]?.median ?? 0
        report.add(
            .init(section: "duplicates", name: "copydesk, all known", unit: "MB/s", values: rates["copydesk"] ?? [])
        )
        for (tool, note) in [("sha256sum", "(wanted: copydesk at 0.9 times it)"), ("cat", "")] {
            let values = rates[tool] ?? []
            report.add(
                .init(
                    section: "duplicates",
                    name: tool,
                    unit: "MB/s",
                    values: values,
                    ratio: own / values.median,
                    note: note
                )
            )
        }
    }
}
