/// Text in Prometheus's exposition format, version 0.0.4.
struct MetricsText {
    enum Kind: String {
        case counter
        case gauge
    }

    private(set) var text = ""

    /// Adds a metric with one value.
    mutating func add(_ name: String, _ kind: Kind, help: String, value: Double) {
        add(name, kind, help: help, samples: [([], value)])
    }

    /// Adds a metric with one value for each set of labels; without values it adds nothing.
    mutating func add(
        _ name: String,
        _ kind: Kind,
        help: String,
        samples: [(labels: [(String, String)], Double)]
    ) {
        guard !samples.isEmpty else { return }
        head(name, kind: kind.rawValue, help: help)
        for (labels, value) in samples { line(name, labels, value) }
    }

    /// Adds a histogram.
    ///
    /// - Parameters:
    ///   - name: The metric's name, which ends with its unit.
    ///   - help: What is measured.
    ///   - buckets: Upper ends in rising order, each with the number of values that are not above it.
    ///   - sum: The sum of all values.
    ///   - count: The number of all values.
    mutating func addHistogram(
        _ name: String,
        help: String,
        buckets: [(end: Double, count: Int)],
        sum: Double,
        count: Int
    ) {
        head(name, kind: "histogram", help: help)
        for bucket in buckets { line(name + "_bucket", [("le", "\(bucket.end)")], Double(bucket.count)) }
        line(name + "_bucket", [("le", "+Inf")], Double(count))
        line(name + "_sum", [], sum)
        line(name + "_count", [], Double(count))
    }

    private mutating func head(_ name: String, kind: String, help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind)\n"
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let inside = labels.map { "\($0)=\"\(MetricsText.escaped($1))\"" }.joined(separator: ",")
        // Whole numbers are written without ".0", as every other exporter writes them.
        let isWhole = value.rounded() == value && value.magnitude < 1e15
        let shown = isWhole ? "\(Int64(value))" : "\(value)"
        text += name + (inside.isEmpty ? "" : "{\(inside)}") + " \(shown)\n"
    }

    private static func escaped(_ value: String) -> String {
        value.reduce(into: "") { text, character in
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
    }
}
