import Foundation
import Testing

extension ProgramTests {
    /// `copydesk changes --format cloudevents`, held against the rules of CloudEvents 1.0.2 and its JSON format.
    @Suite struct CloudEventTests {
        private static let known = [
            "specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema",
        ]

        private static func isMatch(_ text: String, _ pattern: String) -> Bool {
            text.range(of: "^(?:\(pattern))$", options: .regularExpression) != nil
        }

        /// What is wrong with an event; each complaint names the section of the specification that forbids it.
        private static func complaints(_ event: JSONValue) -> [String] {
            guard case .object(let members) = event else { return ["JSON format 3: an event is one JSON object"] }
            var found: [String] = []
            func expect(_ isSo: Bool, _ rule: String) { if !isSo { found.append(rule) } }
            expect(members["specversion"] == .text("1.0"), "3.1: specversion is 1.0")
            for name in ["id", "source", "type"] {
                expect(members[name]?.text?.isEmpty == false, "3.1: \(name) is a non-empty string")
            }
            // RFC 3986, 4.1; only what it allows in any place.
            let reference = "[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=]+|%[0-9A-Fa-f]{2}"
            expect(isMatch(members["source"]?.text ?? "", "(?:\(reference))+"), "3.1: source is a URI-reference")
            for (name, value) in members where name != "data" && name != "data_base64" {
                expect(
                    isMatch(name, "[a-z0-9]{1,20}"),
                    "3: the name \(name) is lower-case letters and digits, at most 20"
                )
                expect(value != .null, "JSON format 2.1: \(name) is left out and not null")
                switch value {
                case .bool, .integer: expect(!known.contains(name), "3.1: \(name) is a string")
                case .text(let text):
                    expect(
                        !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) },
                        "3.1: \(name) holds no control character"
                    )
                case .null, .number, .array, .object: found.append("JSON format 2.2: \(name) has no such type")
                }
            }
            if let subject = members["subject"] { expect(subject.text?.isEmpty == false, "3.1: subject is non-empty") }
            if let time = members["time"]?.text {
                let moment = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)"
                let parser = ISO8601DateFormatter()
                parser.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
                expect(isMatch(time, moment) && parser.date(from: time) != nil, "3.1: time is RFC 3339")
            }
            if let type = members["datacontenttype"]?.text {
                expect(isMatch(type, "[a-z]+/[a-z0-9.+-]+"), "3.1: datacontenttype is RFC 2046")
            }
            expect(members["data"] == nil || members["data_base64"] == nil, "JSON format 3.1: one of data, data_base64")
            return found
        }

        private func events(_ desk: TestDesk) throws -> [(line: [UInt8], event: JSONValue)] {
            let ending = try desk.command("changes", "--format", "cloudevents")
            try #require(ending.code == 0, "\(ending.errors)")
            return try ending.output.split(separator: UInt8(ascii: "\n")).map {
                (Array($0), try JSONValue.of(Array($0)))
            }
        }

        @Test func `every event is as the specification wants it, and has all of its record`() throws {
            let desk = try EveryChange.desk()
            // Parts of a long body are the longest lines; those of the story before are forgotten by now.
            try desk.scratch.file("home/inbox/long.txt", Samples.page(50, paragraphs: 400))
            try desk.once()
            let events = try events(desk)
            let records = try desk.command("changes").output.split(separator: UInt8(ascii: "\n"))
            #expect(events.count == records.count && events.count > 80)
            var last = ""
            for ((line, event), bytes) in zip(events, records) {
                let found = Self.complaints(event)
                #expect(found.isEmpty, "\(found)")
                // A record's line has at most 32,000 bytes with its newline, so an event's has at most 32,500.
                #expect(line.count < 32_500 && line.count - bytes.count <= 500)
                guard case .object(var record) = try JSONValue.of(Array(bytes)) else { continue }
                let (epoch, seq) = (record["epoch"]?.text ?? "", record["seq"]?.integer ?? 0)
                let sequence = String(repeating: "0", count: 16 - "\(seq)".count) + "\(seq)"
                #expect(event["id"] == .text("\(epoch)/\(sequence)") && event["source"] == .text("urn:uuid:\(epoch)"))
                #expect(event["type"] == .text("copydesk." + (record["type"]?.text ?? "")))
                #expect(event["subject"] == .text("\(record["kind"]?.text ?? "")/\(record["id"]?.text ?? "")"))
                #expect(event["time"] == record["ts"])
                #expect(event["sequence"].text == sequence && sequence > last)
                last = sequence
                for told in ["epoch", "seq", "ts", "type", "kind", "id"] { record[told] = nil }
                #expect(event["data"] == .object(record))
            }
            #expect(Set(events.map { "\($0.event["source"])\($0.event["id"])" }).count == events.count)
            #expect(records.contains { $0.count > 30_000 }, "a line near the limit is among them")
        }

        @Test(arguments: [
            ("specversion", JSONValue.text("1.1")), ("id", .text("")), ("id", .null), ("source", .text("a b")),
            ("type", .integer(1)), ("subject", .text("")), ("time", .text("28.11.2026")), ("time", .null),
            ("Sequence", .text("1")), ("long_name", .text("1")), ("anextensionthatistoolong", .text("1")),
            ("sequence", .array([])), ("data_base64", .text("e30=")), ("subject", .text("a\nb")),
        ])
        func `the rules refuse an event that breaks one`(key: String, value: JSONValue) throws {
            let desk = try TestDesk()
            try desk.scratch.file("home/inbox/a.txt", Samples.page(1))
            try desk.once()
            guard case .object(var event)? = try events(desk).first?.event else {
                throw CocoaError(.fileReadCorruptFile)
            }
            event[key] = value
            #expect(!Self.complaints(.object(event)).isEmpty)
        }
    }
}
