/// Reads layout files.
///
/// One file describes one family of pages:
///
///     # A comment.
///     [page]
///     needs = footer >= 2
///
///     [footer]
///     line = {posted_on:date} Posted by {*} | {categories:list} | {tag_count:commas-count} | {*}
///
/// Sections are `page`, `head`, `byline`, `footer` and `boilerplate`; every section but `page` holds `line`s. In a
/// line `{field:kind}` takes a value, `{*}` takes anything, and `{{` is a brace.
package enum LayoutParser {
    /// What is wrong with a layout file, and on which line (from 1).
    package struct Fault: Error, Hashable, Sendable {
        package let line: Int
        package let message: String
    }

    /// Reads one layout file's text; `name` (the file's name without its extension) names the layout.
    ///
    /// - Throws: `Fault` for the first line that is not understood, and for a layout that could never be used.
    package static func parse(_ text: String, name: String) throws(Fault) -> Layout {
        var needs: [Layout.Need] = []
        var lines: [Layout.Section: [Layout.Line]] = [:]
        var section: String?
        var number = 0
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = trimmed(Substring(line))
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("[") {
                section = try sectionName(line, number)
                continue
            }
            let (key, value) = try setting(line, number)
            guard let section else {
                throw Fault(line: number, message: "'\(key)' stands before the first section")
            }
            if section == "page" {
                guard key == "needs" else {
                    throw Fault(line: number, message: "unknown key '\(key)' in [page]; it knows 'needs'")
                }
                needs.append(try need(value, number))
            } else if let place = Layout.Section(rawValue: section) {
                guard key == "line" else {
                    throw Fault(line: number, message: "unknown key '\(key)' in [\(section)]; it knows 'line'")
                }
                lines[place, default: []].append(
                    Layout.Line(pattern: try pattern(value, number), number: number)
                )
            }
        }
        guard !needs.isEmpty else {
            throw Fault(line: number, message: "no 'needs' in [page]: the layout would fit every page")
        }
        for need in needs where lines[need.section] == nil {
            throw Fault(line: number, message: "'needs' asks for [\(need.section.rawValue)], which has no 'line'")
        }
        return Layout(name: name, needs: needs, lines: lines)
    }

    private static func sectionName(_ line: Substring, _ number: Int) throws(Fault) -> String {
        guard line.hasSuffix("]") else { throw Fault(line: number, message: "a section's name ends in ']'") }
        let name = String(trimmed(line.dropFirst().dropLast()))
        guard name == "page" || Layout.Section(rawValue: name) != nil else {
            throw Fault(line: number, message: "unknown section [\(name)]")
        }
        return name
    }

    private static func setting(_ line: Substring, _ number: Int) throws(Fault) -> (key: String, value: Substring) {
        guard let sign = line.firstIndex(of: "=") else {
            throw Fault(line: number, message: "'key = value' is wanted")
        }
        let key = String(trimmed(line[..<sign]))
        let value = trimmed(line[line.index(after: sign)...])
        guard !value.isEmpty else { throw Fault(line: number, message: "'\(key)' has no value") }
        return (key, value)
    }

    /// Reads the value of `needs`, such as `footer >= 2`.
    private static func need(_ value: Substring, _ number: Int) throws(Fault) -> Layout.Need {
        let words = value.split(separator: " ")
        guard words.count == 3, words[1] == ">=", let section = Layout.Section(rawValue: String(words[0])),
            let count = Int(words[2]), count >= 1
        else {
            throw Fault(line: number, message: "'needs' wants 'SECTION >= NUMBER', not '\(value)'")
        }
        return Layout.Need(section: section, count: count)
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
