import Foundation
import Glibc
import TestSupport
import Testing

extension ProgramTests {
    /// The figures that a monitoring system reads.
    @Suite struct MetricsTests {
        private func value(_ name: String, in text: String) -> String? {
            text.split(separator: "\n").first { $0.hasPrefix(name + " ") }.map { String($0.dropFirst(name.count + 1)) }
        }

        @Test func `the metrics file says what the database holds, for everybody to read, and Prometheus takes it`()
            throws
        {
            let desk = try TestDesk()
            let file = desk.scratch.path + "/copydesk.prom"
            let configuration = try desk.scratch.file("metrics.conf", "[metrics]\nfile = \(file)\n")
            try desk.scratch.file("bad.txt", "{\"a\": 1}\n")
            let serving = try desk.serve(
                "--config",
                configuration,
                "--deliver",
                Samples.seeds,
                desk.scratch.path + "/bad.txt"
            )
            try desk.waitForDeliveries(14, of: serving)
            func text() throws -> String { (try? String(contentsOfFile: file, encoding: .utf8)) ?? "" }
            try waitUntil("the metrics tell of all deliveries") {
                let text = try text()
                return value("copydesk_rejections_total{reason=\"json\"}", in: text) == "1"
                    && value("copydesk_deliveries_total{outcome=\"new\"}", in: text) == "11"
            }
            let metrics = try text()
            #expect(value("copydesk_articles", in: metrics) == "\(try desk.number("SELECT count(*) FROM articles"))")
            #expect(value("copydesk_revisions", in: metrics) == "\(try desk.number("SELECT count(*) FROM revisions"))")
            let bytes = try desk.number("SELECT sum(bytes) FROM deliveries")
            #expect(value("copydesk_delivered_bytes_total", in: metrics) == "\(bytes)")
            #expect(value("copydesk_waiting_files", in: metrics) == "0")
            #expect(value("copydesk_oldest_waiting_age_seconds", in: metrics) == "0")
            #expect((value("copydesk_batch_duration_seconds_count", in: metrics).flatMap(Int.init) ?? 0) >= 1)
            #expect((value("copydesk_last_success_timestamp_seconds", in: metrics).flatMap(Double.init) ?? 0) > 1e9)
            #expect(try desk.scratch.shell("stat -c %a '\(file)'").line == "644")
            if Tool.has("promtool") {
                let ending = try desk.scratch.run("sh", "-c", "promtool check metrics < '\(file)'")
                #expect(ending.code == 0 && ending.errors.isEmpty, "\(ending.text)\(ending.errors)")
            } else {
                Samples.skipped("promtool is missing: the metrics were not shown to it")
            }
            // Switched off they are taken away: figures that nobody renews would be read as if they were of now.
            try desk.scratch.file("metrics.conf", "[metrics]\n")
            serving.signal(SIGHUP)
            try waitUntil("the file is gone") { !Disk.exists(file) }
            #expect(try desk.stop(serving).code == 0)
        }

        @Test func `a folder that cannot be written is said once, and the desk goes on`() throws {
            let desk = try TestDesk()
            let configuration = try desk.scratch.file("metrics.conf", "[metrics]\nfile = /nonexistent/copydesk.prom\n")
            let serving = try desk.serve("--config", configuration, "--deliver", Samples.seeds)
            try desk.waitForDeliveries(13, of: serving)
            #expect(try desk.stop(serving).code == 0)
            #expect(serving.errors.components(separatedBy: "cannot write the metrics /nonexistent").count == 2)
        }
    }
}
