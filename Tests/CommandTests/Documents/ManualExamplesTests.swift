import Foundation
import Testing

extension ProgramTests {
    /// The examples of each command, which `--help` and copydesk(1) share, every line typed by itself.
    ///
    /// Those on the installed machine's configuration are typed by `DocumentedServiceTests`.
    @Suite struct ManualExamplesTests {
        static let page = "etc/man/copydesk.1"

        /// The examples as lines.
        static func lines() throws -> [String] {
            try Document(page).blocks(for: .examples).flatMap { $0.text.split(separator: "\n").map(String.init) }
        }

        /// Whether a line needs the packaged configuration.
        static func isOfService(_ line: String) -> Bool { line.contains("/etc/copydesk/") }

        @Test func `every example beside a served desk does what it says`() throws {
            let lines = try Self.lines().filter { !Self.isOfService($0) && !Self.needsTheHome($0) }
            #expect(lines.count >= 15)
            let reader = try DocumentReader()
            try reader.serve()
            try Self.keepMended("report.pdf", reader)
            for line in lines {
                if line.hasSuffix("--follow") {
                    try Self.follow(line, reader)
                    continue
                }
                let ending = try reader.type(line)
                // One of the samples is refused whenever it comes.
                let code: Int32 = ending.text.contains("rejected  packed.txt") ? 1 : 0
                #expect(ending.code == code, "\(line)\n\(ending.text)\(ending.errors)")
                // What goes into a file or to the desk may be silent; all else tells something.
                let isSilent = line.contains(" > ") || line.contains(" backup ") || line.contains(" deliver ")
                #expect(isSilent || !ending.output.isEmpty, "\(line)")
            }
            try reader.stop()
        }

        @Test func `every example that needs the home for itself does what it says`() throws {
            let lines = try Self.lines().filter { !Self.isOfService($0) && Self.needsTheHome($0) }
            #expect(lines.count == 3)
            for line in lines {
                let reader = try DocumentReader()
                try reader.scratch.folder("work/desk/inbox")
                try reader.scratch.shell("'\(TestDesk.program)' run --once --home '\(reader.folder)/desk' 2>&1")
                try reader.scratch.file("work/desk/inbox/waits.txt", Samples.page(3))
                let desk = try reader.start("exec \(line)")
                if line.contains("--once") || line.contains("--repair") {
                    let ending = try desk.wait()
                    #expect(ending.code == 0, "\(line)\n\(ending.errors)")
                } else {
                    try waitUntil("\(line) has filed the samples and what waits") {
                        try reader.ask("SELECT count(*) FROM deliveries").line == "14"
                    }
                    desk.signal(SIGTERM)
                    #expect(try desk.wait().code == 0)
                }
            }
        }

        /// Has a file refused, and mends it where it is kept.
        private static func keepMended(_ name: String, _ reader: DocumentReader) throws {
            try reader.scratch.file("work/desk/inbox/" + name, "%PDF-1.7\n")
            try waitUntil("\(name) is set aside") {
                Disk.exists("\(reader.folder)/desk/rejected/\(name)")
            }
            try reader.scratch.file("work/desk/rejected/" + name, Samples.page(7))
        }

        /// Whether a line cannot be typed while another process serves the desk.
        private static func needsTheHome(_ line: String) -> Bool {
            line.hasPrefix("copydesk run") || line.contains("--repair")
        }

        /// A line that never ends is shown a change, then ended.
        private static func follow(_ line: String, _ reader: DocumentReader) throws {
            let reading = try reader.start("exec timeout 60 \(line)")
            try reader.scratch.file("work/desk/inbox/followed.txt", Samples.page(8))
            try waitUntil("\(line) prints the new story") {
                String(decoding: reading.output, as: UTF8.self).contains("Ferry 8 gets")
            }
            reading.signal(SIGTERM)
            try reading.wait()
        }
    }
}
