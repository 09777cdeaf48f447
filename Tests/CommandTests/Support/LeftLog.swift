import Foundation
import Testing

/// The change log that a test leaves behind, looked at by the schema that is published for it.
///
/// Tests spoil logs on purpose; a line that is no whole JSON object is skipped, as readers skip it.
enum LeftLog {
    /// So many lines of each type are looked at in a log: what differs between records is their type.
    private static let linesOfType = 20

    /// Expects the lines of a desk's log, the closed segments' too, to be as the schema says.
    ///
    /// What a repair set aside as damaged is left out.
    static func expectIsBySchema(_ desk: TestDesk) {
        let folder = desk.home + "/changes"
        let closed = names(in: folder).filter { $0.hasPrefix("changes-") }.sorted().map { "\(folder)/\($0)" }
        for file in closed + [desk.changeLog] {
            for complaint in complaints(file) { Issue.record("\(complaint)") }
        }
    }

    private static func complaints(_ file: String) -> [String] {
        guard let schema = JSONSchema.ofRecords, let bytes = FileManager.default.contents(atPath: file) else {
            return []
        }
        var found: [String] = []
        var seen: [String: Int] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let head = String(decoding: line.prefix(300), as: UTF8.self)
            guard head.hasPrefix("{\"v\":1,\"epoch\":\""), let start = head.range(of: "\"type\":\"") else { continue }
            let type = String(head[start.upperBound...].prefix { $0 != "\"" })
            seen[type, default: 0] += 1
            guard seen[type, default: 0] <= linesOfType, let record = try? JSONValue.of(Array(line)) else { continue }
            found += schema.complaints(record).map { "\(file): \(type) of seq \(record["seq"]): \($0)" }
        }
        return found
    }
}
