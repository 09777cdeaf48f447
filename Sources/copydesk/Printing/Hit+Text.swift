import Pages
import Store

extension Store.Hit {
    /// The hit for a person: id and title, when and where it was published, and the text around the words found.
    func text(colours: Bool) -> String {
        let about = [publishedOn, source].compactMap { $0 }.joined(separator: " · ")
        var marked = ""
        var place = 0
        let scalars = Array(excerpt.text.unicodeScalars)
        for mark in excerpt.marks {
            marked += Store.Hit.safe(scalars[place..<mark.lowerBound]) + (colours ? "\u{1B}[1;33m" : "[")
            marked += Store.Hit.safe(scalars[mark]) + (colours ? "\u{1B}[0m" : "]")
            place = mark.upperBound
        }
        marked += Store.Hit.safe(scalars[place...])
        let lines =
            ["\(id)  \(TerminalText.line(title ?? "(no title)"))"] + (about.isEmpty ? [] : [TerminalText.line(about)])
        return (lines + (marked.isEmpty ? [] : [marked])).joined(separator: "\n    ") + "\n"
    }

    private static func safe(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        Console.safe(String(String.UnicodeScalarView(scalars)))
    }

    /// The hit as one JSON object on a line.
    var json: String {
        let marks = excerpt.marks.map { mark in
            JSON.array([.integer(Int64(mark.lowerBound)), .integer(Int64(mark.upperBound))])
        }
        return JSON.object([
            .init("kind", .text(kind.rawValue)), .init("id", .text(id)), .init("title", .optional(title)),
            .init("source", .optional(source)), .init("authors", .optional(authors)),
            .init("published_on", .optional(publishedOn)), .init("first_seen_at", .text(firstSeenAt)),
            .init("excerpt", .text(excerpt.text)), .init("marks", .array(marks)),
        ]).string + "\n"
    }
}
