import Answers
import Pages

extension ShownItem {
    /// The item for a person: its known fields, its history, where it was seen, and its text.
    var text: String {
        switch kind {
        case .teaser:
            return fields(leavingOut: ["summary"]) + "\n" + Console.safe(row.plain("summary")) + "\n"
        case .article:
            var text = fields(leavingOut: ["body", "authors_json", "categories_json"]) + "\nhistory\n"
            for revision in revisions {
                text +=
                    "  \(revision.plain("revision"))  \(revision.plain("seen_at"))  "
                    + "\(revision.plain("nature")), by \(revision.plain("cause"))  "
                    + "dump \(revision.plain("dump_sha256").prefix(12))\n"
            }
            text += "\nseen in\n"
            for place in appearances {
                text +=
                    "  \(Console.safe(place.plain("dump_name")))  item \(place.plain("ordinal"))  "
                    + "bytes \(place.plain("byte_start"))-\(place.plain("byte_end"))\n"
            }
            return text + "\n" + Console.safe(row.plain("body")) + "\n"
        }
    }

    /// One JSON object; that of an article includes its history and where it was seen, without the texts of these.
    var json: String {
        guard kind == .article else { return JSON.object(row).string + "\n" }
        return JSON.object(
            row + [
                .init("history", .array(revisions.map { .object($0.filter { $0.name != "body" }) })),
                .init("seen", .array(appearances.map { .object($0.filter { $0.name != "body" }) })),
            ]
        ).string + "\n"
    }

    /// One line, `name   value`, for each field that is known.
    private func fields(leavingOut hidden: Set<String>) -> String {
        row.filter { !hidden.contains($0.name) && $0.value != .null }.map { member in
            TerminalText.padded(member.name, 16) + Console.safe(member.value.plain) + "\n"
        }.joined()
    }
}
