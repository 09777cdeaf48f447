/// Reads what stands at fixed places in each line of a change log, without parsing the JSON.
package enum LogLine {
    /// The epoch and `seq` of a line that a desk wrote; nil for any other line.
    package static func position(of line: ArraySlice<UInt8>) -> (epoch: String, seq: Int64)? {
        let start = Array(#"{"v":1,"epoch":""#.utf8)
        let middle = Array(#"","seq":"#.utf8)
        guard line.starts(with: start), line.last == UInt8(ascii: "}") else { return nil }
        let epoch = line.dropFirst(start.count).prefix(36)
        let rest = line.dropFirst(start.count + 36)
        guard rest.starts(with: middle) else { return nil }
        let digits = rest.dropFirst(middle.count).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let seq = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
        return (String(decoding: epoch, as: UTF8.self), seq)
    }

    /// The `ts` of a line that a desk wrote.
    package static func time(of line: ArraySlice<UInt8>) -> String? {
        let head = String(decoding: line.prefix(160), as: UTF8.self)
        guard let start = head.firstRange(of: "\"ts\":\"") else { return nil }
        let time = head[start.upperBound...].prefix { $0 != "\"" }
        return time.isEmpty ? nil : String(time)
    }

    /// What stands around the type and the id of a line that a desk wrote.
    package struct Parts {
        /// All from `,"txn":` to the value of `op`.
        package let transaction: ArraySlice<UInt8>
        package let kind: String
        /// All from `,"rev":` to the brace at the end.
        package let rest: ArraySlice<UInt8>
    }

    /// Takes a line apart at its keys; nil where it lacks one.
    package static func parts(of line: ArraySlice<UInt8>) -> Parts? {
        // No value before `rev` holds a quotation mark, so each key is found at its first occurrence.
        var places: [Int] = []
        var start = line.startIndex
        for key in [#","txn":"#, #","type":""#, #","kind":""#, #","id":""#, #","rev":"#].map({ Array($0.utf8) }) {
            guard let place = line[start...].indices.first(where: { line[$0...].starts(with: key) }) else { return nil }
            places.append(place)
            start = place + key.count
        }
        let kind = line[(places[2] + #","kind":""#.utf8.count)..<(places[3] - 1)]
        return Parts(
            transaction: line[places[0]..<places[1]],
            kind: String(decoding: kind, as: UTF8.self),
            rest: line[places[4]...]
        )
    }

    /// Whether a line that a desk wrote is a `log.*` line, which tells of the file and repeats an earlier `seq`.
    package static func speaksOfFile(_ line: ArraySlice<UInt8>) -> Bool { isOf(line, "log.") }
    package static func opens(_ line: ArraySlice<UInt8>) -> Bool { isOf(line, "log.opened") }
    package static func closes(_ line: ArraySlice<UInt8>) -> Bool { isOf(line, "log.closed") }
    package static func checks(_ line: ArraySlice<UInt8>) -> Bool { isOf(line, "log.check") }
    /// Whether it is the first line of a snapshot.
    package static func opensSnapshot(_ line: ArraySlice<UInt8>) -> Bool { isOf(line, "log.snapshot") }

    private static func isOf(_ line: ArraySlice<UInt8>, _ type: String) -> Bool {
        // The type stands after seven keys. All of them are short, and none of their values holds a quotation mark.
        let key = Array("\"type\":\"\(type)".utf8)
        guard let first = key.first else { return false }
        let head = line.prefix(300)
        return head.indices.contains { head[$0] == first && head[$0...].starts(with: key) }
    }
}
