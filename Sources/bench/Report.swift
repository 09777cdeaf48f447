import Foundation

/// The figures, as they are printed and as JSON.
struct Report {
    /// One figure with what is wanted of it.
    struct Figure {
        let section: String
        let name: String
        let unit: String
        let values: [Double]
        /// Copydesk's value over this one's, or this one's over a yardstick, as `note` says.
        var ratio: Double?
        var note = ""

        var median: Double { values.median }
    }

    private(set) var figures: [Figure] = []
    /// What was left out, and why.
    private(set) var skipped: [String] = []

    mutating func add(_ figure: Figure) {
        figures.append(figure)
        // Long runs are watched, so each figure is printed as soon as it is known.
        Report.say(Report.line(figure))
    }

    mutating func skip(_ what: String) {
        skipped.append(what)
        Report.say("SKIPPED: \(what)")
    }

    /// Writes a line without buffering it, even into a pipe.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    static func line(_ figure: Figure) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        let value = figure.median.formatted + " " + figure.unit
        let range =
            figure.values.count > 1
            ? "\(figure.values.min()?.formatted ?? "") to \(figure.values.max()?.formatted ?? "")" : ""
        let ratio = figure.ratio.map { $0.formatted + " " } ?? ""
        return padded(figure.section, 12) + padded(figure.name, 40) + padded(value, 20) + padded(range, 22) + ratio
            + figure.note
    }

    func json(_ options: BenchOptions) throws -> Data {
        var object: [String: Any] = [
            "dumps": options.corpus.dumps, "bytes": options.corpus.meanBytes, "rounds": options.rounds,
            "processors": ProcessInfo.processInfo.activeProcessorCount, "skipped": skipped,
        ]
        object["figures"] = figures.map { figure in
            [
                "section": figure.section, "name": figure.name, "unit": figure.unit, "values": figure.values,
                "median": figure.median, "ratio": figure.ratio ?? NSNull(), "note": figure.note,
            ] as [String: Any]
        }
        return try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys])
    }
}

extension [Double] {
    var median: Double {
        guard !isEmpty else { return 0 }
        let sorted = sorted()
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }
}

extension Double {
    /// The number with about three significant digits.
    var formatted: String { String(format: abs(self) >= 100 ? "%.0f" : abs(self) >= 10 ? "%.1f" : "%.3g", self) }
}
