import Home
import Store

extension Store.Record {
    /// One line with the record as an event in the JSON format of CloudEvents 1.0.2.
    ///
    /// What the event's own attributes tell is not told again in `data`; all else stands there as it does in the log.
    /// The envelope adds fewer than 500 bytes, so that the longest line still fits where 32 KiB are the limit.
    var cloudEvent: [UInt8] {
        guard let position = LogLine.position(of: line.dropLast()), let parts = LogLine.parts(of: line.dropLast())
        else {
            return []
        }
        let number = String(seq)
        let sequence = String(repeating: "0", count: max(0, 16 - number.count)) + number
        // The type's prefix is the program's name. A reversed domain, which the specification would rather have, would
        // have to be one that the project owns.
        let attributes = """
            {"specversion":"1.0","id":"\(position.epoch)/\(sequence)","source":"urn:uuid:\(position.epoch)",\
            "type":"copydesk.\(type)","subject":"\(parts.kind)/\(id)","time":"\(ts)",\
            "datacontenttype":"application/json","sequence":"\(sequence)","data":{"v":1
            """
        var bytes: [UInt8] = []
        bytes.reserveCapacity(line.count + 512)
        bytes += attributes.utf8
        bytes += parts.transaction
        bytes += parts.rest
        bytes.append(contentsOf: "}\n".utf8)
        return bytes
    }
}
