import Pages

extension ChangeLog {
    /// The first line of a log file: unique by its epoch and time, and as long as shippers read to know a file by.
    static func header(epoch: String, ts: String) -> [UInt8] {
        func line(_ padding: Int) -> [UInt8] {
            let after = JSON.object([
                .init("first_seq", .integer(1)), .init("previous", .null), .init("previous_sha256", .null),
                .init("schema", .integer(1)), .init("extractor", .text(Normaliser.version)),
                .init(
                    "rule",
                    .text("a line is at most 32000 bytes; skip seq <= mine, unparsable lines and unknown keys")
                ),
                .init("padding", .text(String(repeating: ".", count: padding))),
            ])
            var bytes: [UInt8] = []
            JSON.object([
                .init("v", .integer(1)), .init("epoch", .text(epoch)), .init("seq", .integer(0)),
                .init("ts", .text(ts)),
                .init("txn", .integer(0)), .init("txn_last", .bool(true)), .init("op", .null),
                .init("type", .text("log.opened")), .init("kind", .text("log")), .init("id", .text(epoch)),
                .init("rev", .null), .init("cause", .text("rule")), .init("extractor", .text(Normaliser.version)),
                .init("dump", .null), .init("changed", .array([])), .init("before", .null), .init("after", after),
                .init("reason", .null),
            ]).write(to: &bytes)
            return bytes + [UInt8(ascii: "\n")]
        }
        return line(max(0, headerSize - line(0).count))
    }

    /// What is missing of a first line that was torn after its time; nil where it is none of this epoch.
    static func restOfHeader(_ torn: [UInt8], epoch: String) -> [UInt8]? {
        let start = Array("{\"v\":1,\"epoch\":\"\(epoch)\",\"seq\":0,\"ts\":\"".utf8)
        guard torn.starts(with: start), torn.count >= start.count + 24 else { return nil }
        let whole = header(epoch: epoch, ts: String(decoding: torn[start.count...].prefix(24), as: UTF8.self))
        return whole.starts(with: torn) ? Array(whole[torn.count...]) : nil
    }
}
