import Home
import Pages
import Platform
import Store

// The `log.*` lines: they tell of the file itself and not of a change.
extension ChangeLog {
    /// The first line of a log file: unique by its epoch and time, and padded to `headerSize`.
    static func header(epoch: String, ts: String, after previous: LogSegments.Previous? = nil) -> [UInt8] {
        let seq = previous?.last ?? 0
        func line(_ padding: Int) -> [UInt8] {
            ChangeRecord.lineOfFile(
                "log.opened",
                epoch: epoch,
                seq: seq,
                ts: ts,
                [
                    .init("first_seq", .integer(seq + 1)), .init("previous", .optional(previous?.name)),
                    .init("previous_sha256", .optional(previous?.sha256)), .init("schema", .integer(1)),
                    .init("extractor", .text(Normaliser.version)),
                    .init(
                        "rule",
                        .text("a line is at most 32000 bytes; skip seq <= mine, unparsable lines and unknown keys")
                    ),
                    .init("padding", .text(String(repeating: ".", count: padding))),
                ]
            )
        }
        return line(max(0, headerSize - line(0).count))
    }

    /// The missing rest of a torn first line; nil where it was torn within its time or does not belong here.
    static func restOfHeader(_ torn: [UInt8], epoch: String, after previous: LogSegments.Previous?) -> [UInt8]? {
        let start = Array("{\"v\":1,\"epoch\":\"\(epoch)\",\"seq\":\(previous?.last ?? 0),\"ts\":\"".utf8)
        guard torn.starts(with: start), torn.count >= start.count + 24 else { return nil }
        let ts = String(decoding: torn[start.count...].prefix(24), as: UTF8.self)
        let whole = header(epoch: epoch, ts: ts, after: previous)
        return whole.starts(with: torn) ? Array(whole[torn.count...]) : nil
    }

    /// The last line of a file that gets no further record.
    ///
    /// It is made from the records alone, so that a torn one can be finished with the same bytes.
    static func closedLine(_ file: borrowing OpenFile, epoch: String) -> [UInt8] {
        ChangeRecord.lineOfFile(
            "log.closed",
            epoch: epoch,
            seq: file.lastSeq,
            ts: file.lastTime ?? "",
            [
                .init("first_seq", .integer(file.firstSeq)), .init("last_seq", .integer(file.lastSeq)),
                .init("records", .integer(file.lastSeq - file.firstSeq + 1)),
            ]
        )
    }

    /// The line after each thousand records: how many of each type they were, and a digest of the bytes before it.
    ///
    /// The digest covers all bytes from the last `log.*` line on. That line holds the previous digest, so the digests
    /// form a chain.
    func checkLine(_ file: borrowing OpenFile, _ store: Store, upTo end: Int64? = nil) throws(Fault) -> [UInt8] {
        let last = file.lastSeq
        let end = end ?? file.size
        let mark = if let mark = file.mark { mark } else { try lastMark(file.descriptor, before: end) }
        let counts = try storing { () throws(StoreError) in
            try store.recordCounts(after: last - ChangeLog.recordsPerCheck, upTo: last)
        }
        return ChangeRecord.lineOfFile(
            "log.check",
            epoch: store.epoch,
            seq: last,
            ts: file.lastTime ?? "",
            [
                .init("records", .integer(ChangeLog.recordsPerCheck)),
                .init("counts", .object(counts.map { .init($0.type, .integer(Int64($0.count))) })),
                .init("sha256", .text(try digest(file.descriptor, mark..<end))),
            ]
        )
    }
}
