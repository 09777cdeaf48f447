import Foundation

extension Bench {
    /// Measures how fast the corpus drains while four shells query the database in a loop.
    mutating func readers() throws {
        guard Child.has("sqlite3") else { return report.skip("readers: no sqlite3") }
        let (corpus, bytes) = try corpusFolder()
        let home = folder + "/home"
        var alone: [Double] = []
        var beside: [Double] = []
        for _ in 1...options.rounds {
            try fill(home, from: corpus)
            alone.append(Double(bytes) / 1e6 / (try drain(home)).seconds)
            try fill(home, from: corpus)
            // Each shell asks ten times a second at most: without a pause, four of them would only measure the
            // scheduler.
            let query =
                "SELECT count(*), max(first_seen_at) FROM dumps; SELECT title FROM articles ORDER BY first_seen_at DESC LIMIT 20"
            let loop = "while :; do sqlite3 -readonly \(home)/copydesk.db '\(query)'; sleep 0.1; done"
            let shells = try (0..<4).map { _ in try Child(["sh", "-c", loop]) }
            beside.append(Double(bytes) / 1e6 / (try drain(home)).seconds)
            for shell in shells { _ = shell.end() }
        }
        report.add(.init(section: "readers", name: "alone", unit: "MB/s", values: alone))
        report.add(
            .init(
                section: "readers",
                name: "beside four readers, 10 queries a second each",
                unit: "MB/s",
                values: beside,
                ratio: beside.median / alone.median,
                note: "of alone (wanted: 0.8)"
            )
        )
    }

    /// Measures the shortest run of the program, and its size.
    mutating func start() throws {
        var times: [Double] = []
        var yardstick: [Double] = []
        for _ in 1...max(21, options.rounds) {
            times.append((try Child([options.program, "--version"]).wait()).seconds * 1000)
            yardstick.append((try Child(["true"]).wait()).seconds * 1000)
        }
        report.add(.init(section: "start", name: "copydesk --version", unit: "ms", values: times))
        report.add(
            .init(
                section: "start",
                name: "true",
                unit: "ms",
                values: yardstick,
                ratio: times.median / yardstick.median,
                note: "(wanted: copydesk at 5 times it)"
            )
        )
        let size = Double(Bench.fileSize(options.program)) / Double(1 << 20)
        report.add(
            .init(
                section: "start",
                name: "program",
                unit: "MiB",
                values: [size],
                note: "(wanted: 16 or less, static and stripped)"
            )
        )
    }

    /// Measures how fast dumps of each of five sizes drain; each time they have the same number of bytes in all.
    mutating func sizes() throws {
        let total = options.corpus.dumps * options.corpus.meanBytes / 4
        for bytes in [1000, 13_000, 100_000, 1_000_000, 10_000_000] {
            let corpus = folder + "/size"
            try? FileManager.default.removeItem(atPath: corpus)
            let made = try Corpus(dumps: max(1, total / bytes), meanBytes: bytes, duplicates: 0, recrawls: 0).write(
                into: corpus
            )
            try fill(folder + "/home", from: corpus)
            let result = try drain(folder + "/home")
            let rate = Double(made) / 1e6 / result.seconds
            report.add(.init(section: "sizes", name: "dumps of \(bytes) bytes", unit: "MB/s", values: [rate]))
        }
    }

    /// Fills a desk with small dumps in twenty portions, and draws how its rate and its answers change with its size.
    mutating func growth() throws {
        let home = folder + "/growth"
        let portion = max(1, options.growth / 20)
        var curve = GrowthCurve()
        for number in 0..<20 {
            let corpus = Corpus(dumps: portion, meanBytes: 1000, duplicates: 0, recrawls: 0)
            let bytes = try corpus.write(into: home + "/inbox", from: number * portion)
            sync()
            let seconds = try drain(home).seconds
            // A rare word, yet not so rare that a small first portion lacks it.
            let word = String(decoding: Tongue.all[0].words[min(900, portion / 5)], as: UTF8.self)
            func asked(_ command: [String]) throws -> Double {
                try (0..<5).map { _ in try Child.run([options.program] + command + ["--home", home]).seconds * 1000 }
                    .median
            }
            let database = try FloorDatabase(home + "/copydesk.db", isNew: false)
            guard case .text(let id)? = try database.rows("SELECT id FROM article LIMIT 1").first?.first else {
                continue
            }
            curve.add(
                dumps: (number + 1) * portion,
                rate: Double(portion) / seconds,
                status: try asked(["status"]),
                search: try asked(["search", word]),
                show: try asked(["show", String(decoding: id, as: UTF8.self)]),
                size: Double(Bench.fileSize(home + "/copydesk.db")),
                bytes: bytes
            )
        }
        let first = curve.points.prefix(2).map(\.rate).median
        let second = curve.points.suffix(10).map(\.rate).median
        report.add(
            .init(
                section: "growth",
                name: "second half of \(options.growth) dumps",
                unit: "/s",
                values: curve.points.suffix(10).map(\.rate),
                ratio: second / first,
                note: "of the first tenth (wanted: 0.7)"
            )
        )
        for (name, value) in [("status", \GrowthCurve.Point.status), ("search", \.search), ("show", \.show)] {
            guard let early = curve.points.first?[keyPath: value], let late = curve.points.last?[keyPath: value] else {
                continue
            }
            let note = "of the time at \(portion) (wanted: 3 or less)"
            report.add(
                .init(section: "growth", name: name, unit: "ms", values: [late], ratio: late / early, note: note)
            )
        }
        try Data(curve.svg.utf8).write(to: URL(filePath: "growth.svg"))
        try? FileManager.default.removeItem(atPath: home)
    }
}
