import Answers
import Pages
import Store

/// What `check` tells of a desk: what was mended and compared, what is wrong, and what takes how much room.
struct CheckAnswer {
    /// What a repair did; empty where none was asked for.
    let mended: [String]
    var report: CheckReport
    /// Nil where they cannot be told.
    var sizes: DatabaseSizes?

    /// How many tables and indexes of a part are named; `--json` names all.
    private static let namesShown = 3

    /// Lines for a person; what is wrong stands last, next to the prompt.
    var text: String {
        var text = mended.map { "mended    \($0)\n" }.joined()
        text += report.checked.map { "checked   \($0)\n" }.joined()
        text += report.leftOut.map { "left out  \($0)\n" }.joined()
        if let sizes { text += "\n" + CheckAnswer.table(of: sizes) + "\n" }
        text += report.defects.map { "WRONG     \($0.text)\n" }.joined()
        return text + (report.defects.isEmpty ? "all is well\n" : "")
    }

    var json: String {
        JSON.object([
            .init("checked", .array(report.checked.map(JSON.text))),
            .init("left_out", .array(report.leftOut.map(JSON.text))),
            .init("mended", .array(mended.map(JSON.text))),
            .init("wrong", .array(report.defects.map { .text($0.text) })),
            .init("sizes", sizes.map(CheckAnswer.object) ?? .null),
        ]).string + "\n"
    }

    private static func table(of sizes: DatabaseSizes) -> String {
        let rows: [(name: String, bytes: Int64, madeOf: String)] =
            sizes.sizes.map { size in
                let names = size.trees.prefix(namesShown).map(\.name)
                let more = size.trees.count - names.count
                return (
                    size.part.rawValue, size.bytes,
                    TerminalText.line(names.joined(separator: ", ")) + (more > 0 ? " and \(more) more" : "")
                )
            } + [("all", sizes.bytes, "\(Figures.grouped(sizes.unusedBytes)) of it unused within pages")]
        let width = rows.map { Figures.grouped($0.bytes).count }.max() ?? 0
        return rows.map { row in
            let number = Figures.grouped(row.bytes)
            let share = Figures.share(row.bytes, of: sizes.bytes)
            let line =
                TerminalText.padded(row.name, 24) + String(repeating: " ", count: width - number.count) + number
                + String(repeating: " ", count: max(1, 9 - share.count)) + share
            return line + (row.madeOf.isEmpty ? "\n" : "  \(row.madeOf)\n")
        }.joined()
    }

    private static func object(_ sizes: DatabaseSizes) -> JSON {
        .object([
            .init("bytes", .integer(sizes.bytes)), .init("unused_bytes", .integer(sizes.unusedBytes)),
            .init("parts", .array(sizes.sizes.map(object))),
        ])
    }

    private static func object(_ size: DatabaseSizes.Size) -> JSON {
        let trees = size.trees.map { JSON.object([.init("name", .text($0.name)), .init("bytes", .integer($0.bytes))]) }
        return .object([
            .init("name", .text(size.part.rawValue)), .init("bytes", .integer(size.bytes)),
            .init("made_of", .array(trees)),
        ])
    }
}
