import Pages

/// An article as `export` writes it: its row in the view `articles`.
struct ExportedArticle {
    let row: [JSON.Member]

    var id: String { text("id") ?? "" }
    /// Who carried it: the outlet that its byline names, else the site whose page held it.
    var source: String? { text("outlet") ?? text("site") }
    /// The day of publication; nil where it is unknown.
    var published: CalendarDate? { text("published_on").flatMap { CalendarDate(text: $0) } }

    /// A column's value as text; nil where it is unknown.
    func text(_ column: String) -> String? {
        switch row.first(where: { $0.name == column })?.value {
        case .text(let text), .written(let text): text
        case .integer(let number): String(number)
        default: nil
        }
    }

    /// The values of a column that holds a list, `authors` or `categories`; empty where it is unknown.
    func list(_ column: String) -> [String] {
        text(column + "_json").map(TextList.read) ?? []
    }
}
