import Answers
import Pages

extension ShownItem {
    /// The item for a person: its known fields, its history, where it was seen, and its text.
    var text: String {
        switch kind {
        case .teaser:
            return fields(leavingOut: ["summary"]) + "\n" + Console.safe(row.plain("summary")) + "\n"
        case .group: return groupText
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
                    + "bytes \(place.plain("byte_start"))-\(place.plain("byte_end"))"
                    + (place.plain("known_by").isEmpty ? "" : "  known by \(place.plain("known_by"))") + "\n"
            }
            return text + "\n" + Console.safe(row.plain("body")) + "\n"
        }
    }

    /// One JSON object; that of an article includes its history and where it was seen, without the texts of these.
    var json: String {
        if kind == .group { return groupJSON }
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

    /// A group for a person: its row, its articles, and what they have in common.
    private var groupText: String {
        var text = fields(leavingOut: []) + "\narticles, and how much of the text of another each shares\n"
        for member in members {
            let origin = member.plain("id") == row.plain("likely_origin_id") ? "  likely origin" : ""
            text +=
                "  \(member.plain("id"))  \(TerminalText.padded(member.plain("published_on"), 10))  "
                + "\(member.plain("percent")) %  \(Console.safe(member.plain("source")))  "
                + "\(Console.safe(member.plain("title")))\(origin)\n"
        }
        text += "\nshared passages\n"
        for passage in sharedPassages {
            text += "  in \(passage.articles.count): \(Console.safe(passage.text))\n"
        }
        return text
    }

    private var groupJSON: String {
        JSON.object(
            row + [
                .init("members", .array(members.map { .object($0.filter { $0.name != "body" }) })),
                .init(
                    "shared_passages",
                    .array(
                        sharedPassages.map { passage in
                            .object([
                                .init("text", .text(passage.text)),
                                .init("articles", .array(passage.articles.map(JSON.text))),
                            ])
                        }
                    )
                ),
            ]
        ).string + "\n"
    }
}
