import Answers
import Home
import Pages
import Platform
import Store

extension Status {
    /// One JSON object.
    var json: String {
        JSON.object([
            .init("running", .bool(process != nil)), .init("process", .optional(process.map(Int.init))),
            .init("home", .text(home.folder.description)), .init("epoch", .text(epoch)),
            .init("waiting", .integer(Int64(waiting))),
            .init("outcomes", .object(totals.outcomes.map { .init($0.name, .integer($0.count)) })),
            .init("rejections", .object(totals.openRejections.map { .init($0.reason, .integer(Int64($0.count))) })),
            .init("dumps", .integer(totals.tally[.dumps])), .init("articles", .integer(totals.tally[.articles])),
            .init("teasers", .integer(totals.tally[.teasers])), .init("last_seq", .integer(totals.lastSeq)),
            .init("last_change_at", .optional(totals.lastChange)),
            .init("database_bytes", .integer(databaseBytes)), .init("wal_bytes", .integer(walBytes)),
            .init("oldest_reader", oldestReader.map(Status.object) ?? .null),
            .init("left_alone", .array(left.map { Status.object($0.path, .init("reason", .text($0.reason))) })),
            .init(
                "stuck",
                .array(totals.stuck.map { Status.object(Path.display($0.path), .init("fault", .text($0.fault))) })
            ),
        ]).string + "\n"
    }

    private static func object(_ reader: OldestReader) -> JSON {
        .object([.init("process", .integer(Int64(reader.process))), .init("seconds", .integer(reader.seconds))])
    }

    private static func object(_ path: String, _ why: JSON.Member) -> JSON {
        .object([.init("path", .text(path)), why])
    }
}
