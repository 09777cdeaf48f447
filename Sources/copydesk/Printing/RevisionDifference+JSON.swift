import Answers
import Pages

extension RevisionDifference {
    /// One JSON object with every paragraph of both texts; `copydesk show --help` tells its keys.
    var json: String {
        JSON.object([
            .init("id", .text(id)), .init("from", from.json), .init("to", to.json), .init("equal", .bool(isEqual)),
            .init("title_changed", .bool(titleChanged)), .init("paragraphs", .array(paragraphs.map(\.json))),
        ]).string + "\n"
    }
}

extension RevisionDifference.Revision {
    fileprivate var json: JSON {
        .object([
            .init("revision", .integer(Int64(number))), .init("seen_at", .text(seenAt)),
            .init("nature", .text(nature)), .init("cause", .text(cause)),
        ])
    }
}

extension ParagraphChange {
    fileprivate var json: JSON {
        let words = words.map { JSON.object([.init("kind", .text($0.kind.rawValue)), .init("text", .text($0.text))]) }
        return .object([
            .init("kind", .text(kind.rawValue)), .init("from", .optional(from)), .init("to", .optional(to)),
            .init("text", .text(text)), .init("words", words.isEmpty ? .null : .array(words)),
        ])
    }
}
