import Foundation

/// Measures copydesk; `bench --help` tells how.
@main
struct Bench {
    let options: BenchOptions
    /// A folder of our own, removed at the end.
    let folder: String
    var report = Report()

    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.contains("--help") {
            Report.say(BenchOptions.help)
            return
        }
        do {
            if arguments.first == "floor", arguments.count == 4 {
                let result = try Floor(rows: FloorRows(database: arguments[1]), folder: arguments[2]).run(
                    into: arguments[3]
                )
                return Report.say("\(result.seconds) \(result.processor)")
            }
            if arguments.first == "plain", arguments.count == 3 {
                let result = try PlainLoop(folder: arguments[1]).run(into: arguments[2])
                return Report.say("\(result.seconds) \(result.processor)")
            }
            let options = try BenchOptions(arguments)
            if let folder = options.make {
                Report.say("\(try options.corpus.write(into: folder)) bytes in \(folder)")
                return
            }
            var bench = try Bench(options)
            defer {
                try? FileManager.default.removeItem(atPath: bench.folder)
                try? FileManager.default.removeItem(atPath: Child.log)
            }
            try bench.run()
        } catch {
            FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private init(_ options: BenchOptions) throws {
        guard Child.has(options.program) else {
            throw BenchError("no \(options.program): swift build -c release --product copydesk, or --program FILE")
        }
        self.options = options
        folder = (options.folder.hasSuffix("/") ? options.folder : options.folder + "/") + "bench-\(getpid())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private mutating func run() throws {
        Report.say("\(options.corpus.dumps) dumps of \(options.corpus.meanBytes) bytes, \(options.rounds) rounds")
        for section in options.sections {
            switch section {
            case "throughput": try throughput()
            case "duplicates": try duplicates()
            case "restart": try restart()
            case "latency": try latency()
            case "memory": try memory()
            case "idle": try idle()
            case "readers": try readers()
            case "start": try start()
            case "sizes": try sizes()
            default: try growth()
            }
        }
        if let json = options.json { try report.json(options).write(to: URL(filePath: json)) }
    }

    // MARK: What the sections share

    /// The folder of the corpus, which is made once, and its size.
    func corpusFolder() throws -> (path: String, bytes: Int) {
        let path = folder + "/corpus"
        if !FileManager.default.fileExists(atPath: path) { _ = try options.corpus.write(into: path) }
        return (path, try Bench.size(of: path))
    }

    /// Puts the files of a folder into a home's inbox as hard links, after emptying the home.
    ///
    /// Nothing is copied, and all programs read the same pages of the cache.
    func fill(_ home: String, from source: String, isNew: Bool = true) throws {
        if isNew { try? FileManager.default.removeItem(atPath: home) }
        try FileManager.default.createDirectory(atPath: home + "/inbox", withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: source) {
            try FileManager.default.linkItem(atPath: source + "/" + name, toPath: home + "/inbox/" + name)
        }
        sync()
    }

    /// Drains an inbox.
    func drain(_ home: String, _ arguments: [String] = []) throws -> Child.Result {
        try Child.run([options.program, "run", "--home", home, "--once"] + arguments)
    }

    /// Bytes of all files of a folder.
    static func size(of folder: String) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { total, name in
            total + fileSize(folder + "/" + name)
        }
    }

    static func fileSize(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
