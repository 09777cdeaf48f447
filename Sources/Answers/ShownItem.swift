package import Pages

/// One article, teaser or group with what is known of it, as the public views have it.
package struct ShownItem: Sendable {
    /// Columns of a view's row, in order.
    package typealias Row = [JSON.Member]

    package enum Kind: Sendable {
        case article
        case teaser
        case group
    }

    package let kind: Kind
    package var row: Row
    /// The revisions of an article, oldest first.
    package var revisions: [Row] = []
    /// Where it was seen, in order of arrival.
    package var appearances: [Row] = []
    /// The articles of a group, the first published first.
    package var members: [Row] = []

    /// The paragraphs that several articles of a group have, the longest first.
    package var sharedPassages: [SharedPassage] {
        SharedPassage.find(members.map { (id: $0.plain("id"), body: $0.plain("body")) })
    }
}

extension [JSON.Member] {
    /// A column's value as plain text; empty where it is unknown, and for lists and objects.
    package func plain(_ name: String) -> String {
        first { $0.name == name }?.value.plain ?? ""
    }
}

extension JSON {
    /// The value as plain text; empty where it is null, a list or an object.
    package var plain: String {
        switch self {
        case .text(let text), .written(let text): text
        case .integer(let number): String(number)
        default: ""
        }
    }
}
