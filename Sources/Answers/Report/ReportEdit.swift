import Store

/// One edit as a report shows it.
package struct ReportEdit: Sendable {
    /// The article's id.
    package let id: String
    /// The outlet, or the site where no outlet is known.
    package let source: String?
    package let title: String?
    package let seenAt: String
    package let nature: String
    package let number: Int
    /// The number of the revision before; nil where that was forgotten.
    package let before: Int?
    /// What differs; nil where there is nothing to compare with, or a text is too long for a page.
    package let difference: RevisionDifference?

    init(_ edit: Store.EditedText) {
        id = edit.id
        source = edit.source
        title = edit.to.title ?? edit.from?.title
        seenAt = edit.to.seenAt
        nature = edit.to.nature
        number = edit.to.number
        before = edit.from?.number
        guard let from = edit.from, from.body != nil, edit.to.body != nil else {
            difference = nil
            return
        }
        difference = RevisionDifference(id: edit.id, from: ReportEdit.revision(from), to: ReportEdit.revision(edit.to))
    }

    private static func revision(_ text: Store.RevisionText) -> RevisionDifference.Revision {
        RevisionDifference.Revision(
            number: text.number,
            seenAt: text.seenAt,
            nature: text.nature,
            cause: text.cause,
            paragraphs: [text.title ?? ""] + (text.body ?? "").split(separator: "\n").map(String.init)
        )
    }
}
