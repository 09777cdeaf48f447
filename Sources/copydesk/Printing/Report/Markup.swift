/// A piece of an HTML page.
///
/// What stands in a literal is markup; what is interpolated is text and is escaped, unless it is markup itself. So a text
/// from a page cannot become markup by an oversight: there is no other way from a `String` to a `Markup`.
struct Markup: ExpressibleByStringInterpolation, Equatable, Sendable {
    private(set) var html: String

    init(stringLiteral value: String) { html = value }

    init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

    private init(html: String) { self.html = html }

    struct StringInterpolation: StringInterpolationProtocol {
        var html: String

        init(literalCapacity: Int, interpolationCount: Int) {
            html = ""
            html.reserveCapacity(literalCapacity + 16 * interpolationCount)
        }

        mutating func appendLiteral(_ literal: String) { html += literal }

        mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

        mutating func appendInterpolation(_ pieces: [Markup]) {
            for piece in pieces { html += piece.html }
        }

        mutating func appendInterpolation(_ text: String) { html += Markup.escaped(text) }

        /// A number as digits alone, for an attribute.
        mutating func appendInterpolation(raw number: Int) { html += String(number) }

        /// A number with its thousands apart.
        mutating func appendInterpolation(_ number: Int) { html += FigureText.number(number) }
    }

    static func += (markup: inout Markup, other: Markup) { markup.html += other.html }

    /// A text that a page gave: cut to a number of characters, and its direction of writing kept from what stands
    /// around it.
    static func said(_ text: String, to limit: Int = 200) -> Markup {
        Markup(html: "<bdi>" + escaped(cut(text, to: limit)) + "</bdi>")
    }

    /// A text cut to a number of scalars, with an ellipsis where something is left out.
    static func cut(_ text: String, to limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return text }
        return String(scalars[..<end]) + "…"
    }

    /// A text in which nothing is markup, in an element or in an attribute in quotes.
    ///
    /// White space becomes a space. Control characters, scalars that are no characters and marks that turn the direction
    /// of writing become U+FFFD: HTML forbids the first, and the last would reorder what stands beside them.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: escaped += "&amp;"
            case 0x3C: escaped += "&lt;"
            case 0x3E: escaped += "&gt;"
            case 0x22: escaped += "&quot;"
            case 0x27: escaped += "&#39;"
            case 0x09, 0x0A, 0x0D: escaped += " "
            case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF:
                escaped += "\u{FFFD}"
            case let value where value & 0xFFFE == 0xFFFE: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
