import Testing

@testable import Answers
@testable import Desk
@testable import Home

/// The text of the metrics.
@Suite struct MetricsTextTests {
    @Test func `a metric has its help, its kind, and a line for each set of labels`() {
        var text = MetricsText()
        let samples: [(labels: [(String, String)], Double)] = [([("kind", "x")], 3), ([("kind", "q\"\\\n")], 0.5)]
        text.add("a_total", .counter, help: "What a is.", samples: samples)
        #expect(
            text.text
                == "# HELP a_total What a is.\n# TYPE a_total counter\na_total{kind=\"x\"} 3\n"
                + "a_total{kind=\"q\\\"\\\\\\n\"} 0.5\n"
        )
    }

    @Test func `a metric without values is left out, for a head alone is an error to some readers`() {
        var text = MetricsText()
        text.add("a_total", .counter, help: "What a is.", samples: [])
        #expect(text.text.isEmpty)
    }

    @Test func `a histogram counts upwards and ends with all`() {
        var metrics = Metrics()
        var batch = Batch()
        batch.files = 1
        for milliseconds in [1, 20, 20, 60_000] { metrics.note(batch, took: Int64(milliseconds) * 1_000_000) }
        var text = MetricsText()
        let histogram = metrics.histogram
        text.addHistogram("t_seconds", help: "Time.", buckets: histogram.buckets, sum: histogram.sum, count: 4)
        let lines = text.text.split(separator: "\n")
        #expect(lines.contains("t_seconds_bucket{le=\"0.01\"} 1"))
        #expect(lines.contains("t_seconds_bucket{le=\"0.025\"} 3"))
        #expect(lines.contains("t_seconds_bucket{le=\"30.0\"} 3"))
        #expect(lines.suffix(3) == ["t_seconds_bucket{le=\"+Inf\"} 4", "t_seconds_sum 60.041", "t_seconds_count 4"])
    }
}
