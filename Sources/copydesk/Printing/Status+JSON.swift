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
            .init("fault", fault.map(Status.object) ?? .null),
            .init("home", .text(home.folder.description)), .init("epoch", .optional(filed?.epoch)),
            .init("waiting", .integer(Int64(waiting))),
            .init("outcomes", counts { $0.outcomes.map { .init($0.name, .integer($0.count)) } }),
            .init("rejections", counts { $0.openRejections.map { .init($0.reason, .integer(Int64($0.count))) } }),
            .init("dumps", count { $0.tally[.dumps] }), .init("articles", count { $0.tally[.articles] }),
            .init("teasers", count { $0.tally[.teasers] }), .init("last_seq", count(\.lastSeq)),
            .init("read_by_older_rules", count { Int64($0.readByOthers) }),
            .init("last_change_at", .optional(filed?.totals.lastChange)),
            .init("database_bytes", .integer(databaseBytes)), .init("wal_bytes", .integer(walBytes)),
            .init("oldest_reader", oldestReader.map(Status.object) ?? .null),
            .init("left_alone", .array(left.map { Status.object($0.path, .init("reason", .text($0.reason))) })),
            .init(
                "stuck",
                .array(
                    (filed?.totals.stuck ?? []).map {
                        Status.object(Path.display($0.path), .init("fault", .text($0.fault)))
                    }
                )
            ),
        ]).string + "\n"
    }

    /// A number that the database knows; null where it cannot be read.
    private func count(_ number: (Store.Totals) -> Int64) -> JSON {
        filed.map { .integer(number($0.totals)) } ?? .null
    }

    private func counts(_ members: (Store.Totals) -> [JSON.Member]) -> JSON {
        filed.map { .object(members($0.totals)) } ?? .null
    }

    private static func object(_ fault: StandingFault) -> JSON {
        .object([.init("since", .optional(fault.since)), .init("message", .text(fault.message))])
    }

    private static func object(_ reader: OldestReader) -> JSON {
        .object([.init("process", .integer(Int64(reader.process))), .init("seconds", .integer(reader.seconds))])
    }

    private static func object(_ path: String, _ why: JSON.Member) -> JSON {
        .object([.init("path", .text(path)), why])
    }
}
