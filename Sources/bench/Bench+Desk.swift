import Foundation

extension Bench {
    /// Measures a restart over an inbox whose files stay, against a bare walk over the files with `stat`.
    mutating func restart() throws {
        let small = Corpus(dumps: options.known, meanBytes: 1000, duplicates: 0, recrawls: 0)
        let home = folder + "/keep"
        _ = try small.write(into: home + "/inbox")
        let configuration = folder + "/keep.conf"
        try Data("[inbox]\nafter = keep\n".utf8).write(to: URL(filePath: configuration))
        _ = try drain(home, ["--config", configuration])
        var own: [Double] = []
        var walks: [Double] = []
        for _ in 1...options.rounds {
            own.append((try drain(home, ["--config", configuration])).seconds * 1000)
            let started = Child.now
            guard let folder = opendir(home + "/inbox") else { throw BenchError("cannot list \(home)/inbox") }
            while let entry = readdir(folder) {
                var status = stat()
                _ = withUnsafePointer(to: &entry.pointee.d_name.0) {
                    fstatat(dirfd(folder), $0, &status, AT_SYMLINK_NOFOLLOW)
                }
            }
            closedir(folder)
            walks.append((Child.now - started) * 1000)
        }
        report.add(.init(section: "restart", name: "run --once, \(options.known) known files", unit: "ms", values: own))
        report.add(
            .init(
                section: "restart",
                name: "walk with stat",
                unit: "ms",
                values: walks,
                ratio: own.median / walks.median,
                note: "(wanted: copydesk at 3 times it, start to stop)"
            )
        )
        try? FileManager.default.removeItem(atPath: home)
    }

    /// Measures the time from a file's rename into the inbox to its line in the change log, for files dropped one by
    /// one.
    mutating func latency() throws {
        let home = folder + "/latency"
        let desk = try serve(home)
        defer { _ = desk.end() }
        let corpus = Corpus(dumps: options.drops, duplicates: 0, recrawls: 0)
        let log = open(home + "/changes.jsonl", O_RDONLY)
        guard log >= 0 else { throw BenchError("the desk made no change log") }
        defer { close(log) }
        let probe = open(folder + "/probe", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        defer { close(probe) }
        var times: [Double] = []
        var syncs: [Double] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while read(log, &buffer, buffer.count) > 0 {}
        for number in 0..<options.drops {
            let dump = corpus.dump(number)
            let hidden = home + "/inbox/.drop"
            try Data(dump.bytes).write(to: URL(filePath: hidden))
            usleep(30_000)
            var started = Child.now
            rename(hidden, home + "/inbox/" + dump.name)
            while read(log, &buffer, buffer.count) <= 0 {
                usleep(100)
                guard Child.now - started < 30 else { throw BenchError("no line came for \(dump.name)") }
            }
            times.append((Child.now - started) * 1000)
            usleep(30_000)
            while read(log, &buffer, buffer.count) > 0 {}
            started = Child.now
            write(probe, buffer, 4096)
            fdatasync(probe)
            syncs.append((Child.now - started) * 1000)
        }
        report.add(
            .init(
                section: "latency",
                name: "rename to line in the log, \(options.drops) drops",
                unit: "ms",
                values: times
            )
        )
        report.add(
            .init(
                section: "latency",
                name: "one fdatasync",
                unit: "ms",
                values: syncs,
                ratio: times.median / (3 * syncs.median + 5),
                note: "of 3 times it plus 5 ms (wanted: 1 or less)"
            )
        )
    }

    /// Measures the peak of resident memory while one very large dump is read.
    mutating func memory() throws {
        let home = folder + "/memory"
        let large = Corpus(dumps: 1, meanBytes: 60 << 20, duplicates: 0, recrawls: 0).dump(0).bytes.prefix(64 << 20)
        try FileManager.default.createDirectory(atPath: home + "/inbox", withIntermediateDirectories: true)
        try Data(large).write(to: URL(filePath: home + "/inbox/large.txt"))
        let result = try drain(home)
        report.add(
            .init(
                section: "memory",
                name: "peak resident, one dump of \(large.count >> 20) MiB",
                unit: "MB",
                values: [Double(result.peak) / 1e6],
                ratio: Double(result.peak) / Double(large.count),
                note: "times its size (wanted: 6)"
            )
        )
        report.add(.init(section: "memory", name: "the same, time", unit: "s", values: [result.seconds]))
    }

    /// Lets a desk drain the corpus, then measures what it takes while it has nothing to do.
    mutating func idle() throws {
        let (corpus, _) = try corpusFolder()
        let home = folder + "/idle"
        try fill(home, from: corpus)
        let desk = try serve(home)
        defer { _ = desk.end() }
        while try !FileManager.default.contentsOfDirectory(atPath: home + "/inbox").isEmpty { usleep(100_000) }
        // Threads that helped with the backlog end some seconds later.
        sleep(15)
        report.add(
            .init(
                section: "idle",
                name: "resident after draining",
                unit: "MB",
                values: [Process.memory(desk.pid)],
                note: "(wanted: 24 or less)"
            )
        )
        let before = Process.wakeUps(desk.pid)
        let processor = Process.ticks(desk.pid)
        sleep(UInt32(options.idleSeconds))
        let minutes = Double(options.idleSeconds) / 60
        let wakeUps = Double(Process.wakeUps(desk.pid) - before) / minutes
        report.add(
            .init(section: "idle", name: "wake-ups", unit: "/min", values: [wakeUps], note: "(wanted: 2 or less)")
        )
        let ticks = Double(Process.ticks(desk.pid) - processor) * 1000 / Double(sysconf(Int32(_SC_CLK_TCK)))
        report.add(
            .init(section: "idle", name: "processor time in \(options.idleSeconds) s", unit: "ms", values: [ticks])
        )
    }

    /// Starts a desk, and waits until it watches.
    func serve(_ home: String) throws -> Child {
        let log = folder + "/serve.log"
        let desk = try Child([options.program, "run", "--home", home], log: log)
        for _ in 0..<600 {
            usleep(50_000)
            let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            if said.contains("watching"), access(home + "/changes.jsonl", R_OK) == 0 { return desk }
        }
        _ = desk.end(SIGKILL)
        throw BenchError("the desk did not start: \((try? String(contentsOfFile: log, encoding: .utf8)) ?? "")")
    }
}
