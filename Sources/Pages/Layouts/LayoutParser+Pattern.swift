extension LayoutParser {
    /// The most bytes of a pattern; lines are matched only up to `LayoutPattern.longestLine`, so no more are needed.
    private static let longestPattern = 400

    /// Reads a pattern such as `By {authors:names} | {published_on:date}`.
    static func pattern(_ value: Substring, _ number: Int) throws(Fault) -> LayoutPattern {
        guard value.utf8.count <= longestPattern else {
            throw Fault(line: number, message: "'line' is longer than \(longestPattern) bytes")
        }
        var parts: [LayoutPattern.Part] = []
        var literal: [UInt8] = []
        var rest = Array(value.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "{") else {
                literal.append(byte)
                continue
            }
            if rest.first == byte {
                rest.removeFirst()
                literal.append(byte)
                continue
            }
            guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
                throw Fault(line: number, message: "'{' without '}' in 'line'")
            }
            append(&literal, to: &parts)
            parts.append(try placeholder(String(decoding: rest[..<end], as: UTF8.self), number))
            rest = rest[(end + 1)...]
        }
        append(&literal, to: &parts)
        try check(parts, number)
        return LayoutPattern(parts: parts)
    }

    private static func append(_ literal: inout [UInt8], to parts: inout [LayoutPattern.Part]) {
        let range = BlockText.trimmed(literal, 0..<literal.count)
        if !range.isEmpty { parts.append(.literal(Array(literal[range]))) }
        literal.removeAll()
    }

    private static func placeholder(_ text: String, _ number: Int) throws(Fault) -> LayoutPattern.Part {
        if text == "*" { return .gap }
        let words = text.split(separator: ":", omittingEmptySubsequences: false)
        guard words.count == 2 else {
            throw Fault(line: number, message: "'{\(text)}' is neither '{field:kind}' nor '{*}'")
        }
        guard let field = LayoutPattern.Field(rawValue: String(words[0])) else {
            throw Fault(line: number, message: "unknown field '\(words[0])' in 'line'")
        }
        guard let kind = LayoutPattern.Kind(rawValue: String(words[1])) else {
            throw Fault(line: number, message: "unknown kind '\(words[1])' in 'line'")
        }
        guard field.kinds.contains(kind) else {
            let kinds = field.kinds.map(\.rawValue).joined(separator: " or ")
            throw Fault(line: number, message: "'\(field.rawValue)' is read from \(kinds), not from \(kind.rawValue)")
        }
        return .field(field, kind)
    }

    /// Refuses a pattern that could not be matched in one pass, or would match every line.
    private static func check(_ parts: [LayoutPattern.Part], _ number: Int) throws(Fault) {
        var hasAnchor = false
        for (index, part) in parts.enumerated() {
            if case .literal = part { hasAnchor = true }
            if case .field(_, let kind) = part, kind == .date || kind == .commentsCount || kind == .words {
                hasAnchor = true
            }
            guard index > 0, isOpenEnded(parts[index - 1]), !isFixed(part) else { continue }
            throw Fault(line: number, message: "text or a date must stand between two placeholders in 'line'")
        }
        guard hasAnchor else { throw Fault(line: number, message: "'line' would match every line") }
    }

    private static func isOpenEnded(_ part: LayoutPattern.Part) -> Bool {
        switch part {
        case .literal, .field(_, .date): false
        case .field, .gap: true
        }
    }

    private static func isFixed(_ part: LayoutPattern.Part) -> Bool {
        !isOpenEnded(part)
    }
}
