import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// The published schema of the change log's lines, and the lines of released versions, which must stay readable.
    @Suite struct RecordSchemaTests {
        private static let file = Samples.repository + "/etc/copydesk-changes.schema.json"
        private static let fixtures = Samples.repository + "/Tests/CommandTests/Fixtures"

        /// The records of each released reader; a file once here stays here.
        static let released = ["records-of-reader-16.jsonl", "records-of-schema-4.jsonl"]

        /// Prints the numbers of the lines that are not as the schema says, or whose keys stand in another order.
        private static let validator = """
            import json, sys
            from jsonschema import Draft202012Validator
            schema = json.load(open(sys.argv[1]))
            Draft202012Validator.check_schema(schema)
            validator = Draft202012Validator(schema)
            for number, line in enumerate(open(sys.argv[2], encoding="utf-8", newline="\\n")):
                record = json.loads(line)
                if not validator.is_valid(record) or list(record) != schema["required"]:
                    print(number)
            """
        private static let hasValidator: Bool = {
            let probe = ["-c", "from jsonschema import Draft202012Validator"]
            return (try? Tool.run("python3", probe))?.status == 0
        }()

        private static func lines(_ path: String) throws -> [[UInt8]] {
            try #require(FileManager.default.contents(atPath: path)).split(separator: UInt8(ascii: "\n")).map(
                Array.init
            )
        }

        /// The numbers of the lines that a real validator refuses; nil where there is none on this machine.
        private func refused(_ path: String) throws -> [Int]? {
            guard Self.hasValidator else {
                Samples.skipped("python3-jsonschema is missing, or older than JSON Schema 2020-12")
                return nil
            }
            let ending = try Tool.run("python3", ["-c", Self.validator, Self.file, path])
            try #require(ending.status == 0, "\(ending.output)")
            return ending.output.split(separator: "\n").compactMap { Int($0) }
        }

        /// Every line is as both readers of the schema want it, with its keys in order.
        private func expectAllValid(_ path: String) throws {
            let schema = try JSONSchema(file: Self.file)
            for line in try Self.lines(path) {
                let found = schema.complaints(try JSONValue.of(line))
                #expect(found.isEmpty, "\(found): \(String(decoding: line.prefix(300), as: UTF8.self))")
            }
            if let refused = try refused(path) { #expect(refused.isEmpty) }
        }

        @Test func `every line of a desk that went through all commands is as the schema says`() throws {
            let desk = try EveryChange.desk()
            let types = Set(try Self.lines(desk.changeLog).compactMap { try JSONValue.of($0)["type"].text })
            let known = EveryChange.types.union(EveryChange.newTypes)
            #expect(types.isSuperset(of: known), "\(known.subtracting(types)) are missing")
            try expectAllValid(desk.changeLog)
            // Made anew, records of what was forgotten since are others than those in the log.
            let now = try desk.command("changes")
            #expect(now.text.contains("\"reason\":\"forgotten\""))
            try expectAllValid(try desk.scratch.file("now.jsonl", now.text))
        }

        @Test(arguments: released)
        func `records of a released version stay valid, and their file is as it was`(name: String) throws {
            let path = "\(Self.fixtures)/\(name)"
            try expectAllValid(path)
            let types = Set(try Self.lines(path).compactMap { try JSONValue.of($0)["type"].text })
            #expect(types.isSuperset(of: EveryChange.types.union(["log.closed", "log.check"])))
        }

        @Test func `a spoiled line is refused, by the checker of the tests as by a real validator`() throws {
            let scratch = try Scratch()
            let schema = try JSONSchema(file: Self.file)
            let spoiled = try Self.lines("\(Self.fixtures)/\(Self.released[0])").flatMap(Self.spoil)
            try #require(spoiled.count > 300)
            for record in spoiled { #expect(!schema.complaints(record).isEmpty, "\(record)") }
            let data = try spoiled.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
            let path = try scratch.file("spoiled.jsonl", data.joined(separator: "\n") + "\n")
            // Here keys come in any order, so that this alone would refuse each line.
            let script = Self.validator.replacingOccurrences(of: " or list(record) != schema[\"required\"]", with: "")
            guard Self.hasValidator else { return Samples.skipped("python3-jsonschema is missing") }
            let ending = try Tool.run("python3", ["-c", script, Self.file, path])
            #expect(ending.output.split(separator: "\n").count == spoiled.count, "\(ending.output.suffix(300))")
        }

        /// A record in ways that no desk writes it: a key missing, added, or of another kind of value.
        private static func spoil(_ line: [UInt8]) throws -> [JSONValue] {
            guard case .object(let whole) = try JSONValue.of(line) else { return [] }
            var found: [JSONValue] = []
            for key in whole.keys {
                var record = whole
                record[key] = nil
                found.append(.object(record))
            }
            for (key, value) in [
                ("new_key", JSONValue.null), ("v", .integer(2)), ("seq", .text("7")), ("ts", .text("2026-11-28")),
                ("op", .text("x")), ("dump", .array([])), ("changed", .null), ("reason", .integer(1)),
                ("epoch", .text("none")), ("after", .text("{}")), ("type", .text("Article")),
            ] {
                var record = whole
                record[key] = value
                found.append(.object(record))
            }
            // The complete row lacks a field.
            if case .object(var row)? = whole["after"], whole["reason"] != .text("forgotten"), row["sha256"] != nil {
                row["sha256"] = .text("no digest")
                var record = whole
                record["after"] = .object(row)
                found.append(.object(record))
            }
            return found
        }
    }
}
