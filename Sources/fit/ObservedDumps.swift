import Foundation
import Pages

/// Writes what the network sees of dumps, to learn from.
enum ObservedDumps {
    /// Writes the observations and texts of the dumps named on standard input.
    ///
    /// To standard output go, in numbers of 16 bits, little-endian, for each dump: the count of its blocks (in two,
    /// the low one first); how many rows of the table of embeddings the page as a whole has, and those; then the same for
    /// each block. To `texts` goes one line of JSON for each dump: its blocks' texts, and what is needed to find the gold
    /// in them; to standard error how many rows the table has, and how many of them are before those of words.
    static func write(texts: URL) throws {
        try Data().write(to: texts)
        let texts = try FileHandle(forWritingTo: texts)
        FileHandle.standardError.write(Data("\(Observation.rows) \(Observation.wordRow)\n".utf8))
        while let (name, text) = try Fit.next() {
            let observations = Observations(BlockList(text).withoutInterjection(), nil)
            FileHandle.standardOutput.write(Data(numbers(observations)))
            texts.write(try line(name, observations))
        }
    }

    private static func numbers(_ observations: Observations) -> [UInt8] {
        var bytes: [UInt8] = []
        func put(_ number: Int) {
            bytes.append(UInt8(truncatingIfNeeded: number))
            bytes.append(UInt8(truncatingIfNeeded: number >> 8))
        }
        func put(_ rows: [UInt16]) {
            put(rows.count)
            for row in rows { put(Int(row)) }
        }
        put(observations.list.count)
        put(observations.list.count >> 16)
        put(observations.pageRows())
        var reader = BlockReader(observations)
        while reader.next() { put(reader.rows) }
        return bytes
    }

    private static func line(_ name: String, _ observations: Observations) throws -> Data {
        let list = observations.list
        let blocks = list.indices.map { index -> [String: Any] in
            var block: [String: Any] = ["t": String(decoding: list.text(index), as: UTF8.self)]
            if list.blocks[index].isSeparate { block["sep"] = 1 }
            if list.blocks[index].headingLevel > 0 { block["h"] = list.blocks[index].headingLevel }
            if list.blocks[index].isListed { block["li"] = 1 }
            block["s"] = "\(observations.shapes[index])"
            if let days = observations.bylines[index]?.days, !days.isEmpty { block["days"] = days }
            return block
        }
        return try JSONSerialization.data(withJSONObject: ["file": name, "blocks": blocks] as [String: Any])
            + Data("\n".utf8)
    }
}
