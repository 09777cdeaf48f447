import Foundation
import Testing

/// A record of the change log, read by a parser that is not ours.
struct ParsedRecord {
    let object: [String: Any]

    init(_ line: String) throws {
        object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    func text(_ key: String) -> String? { object[key] as? String }
    func number(_ key: String) -> Int? { object[key] as? Int }
    func truth(_ key: String) -> Bool? { object[key] as? Bool }
    var after: [String: Any] { object["after"] as? [String: Any] ?? [:] }
    var before: [String: Any]? { object["before"] as? [String: Any] }
    var changed: [String] { object["changed"] as? [String] ?? [] }

    /// The names of a line's outermost members in the order in which they stand there, which no parser tells.
    static func keys(of line: String) -> [String] {
        var keys: [String] = []
        var depth = 0
        var isEscaped = false
        var string: [UInt8]?
        var last: [UInt8] = []
        for byte in line.utf8 {
            if var inside = string {
                if !isEscaped, byte == UInt8(ascii: "\"") {
                    last = inside
                    string = nil
                } else {
                    isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                    if depth == 1 { inside.append(byte) }
                    string = inside
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): string = []
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ":") where depth == 1: keys.append(String(decoding: last, as: UTF8.self))
            default: break
            }
        }
        return keys
    }
}
