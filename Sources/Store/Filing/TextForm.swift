import Pages

/// The forms in which values are written into columns.
///
/// Their lengths are bounded, so that a change record stays below the limit of a line.
enum TextForm {
    /// A list as a JSON array; nil when empty.
    ///
    /// Values that would make it longer than `limit` bytes are left out.
    static func list(_ values: [String], limit: Int = 1500) -> String? {
        var size = 2
        var kept: [JSON] = []
        for value in values {
            size += JSON.writtenSize(of: value) + 3
            guard size <= limit else { break }
            kept.append(.text(value))
        }
        return kept.isEmpty ? nil : JSON.array(kept).string
    }

    /// A text cut so that it takes at most `limit` bytes in a JSON string; nil for an empty one.
    static func cut(_ text: String?, to limit: Int) -> String? {
        guard let text, !text.isEmpty else { return nil }
        if text.utf8.count <= limit, JSON.writtenSize(of: text) <= limit { return text }
        let utf8 = text.utf8
        var size = 0
        var end = utf8.startIndex
        while end < utf8.endIndex {
            size += JSON.writtenSize(of: utf8[end])
            if size > limit { break }
            utf8.formIndex(after: &end)
        }
        // Between two characters, which a person would take for one each: to look for that only here is a hundred
        // times as fast as to go through the text character by character.
        while end > utf8.startIndex, String.Index(end, within: text) == nil { utf8.formIndex(before: &end) }
        return String(text[..<end]) + "…"
    }

    /// A path as the desk keeps it.
    ///
    /// A path may have 64 folders of 255 bytes. With every byte escaped, it alone would be too long for a line.
    static func path(_ path: String) -> String { cut(path, to: 12_000) ?? "" }

    /// Evidence as a JSON array of `{field, rule, bytes: [start, end], raw}`.
    ///
    /// Where the converter had left character references, `raw` has them, and `decoded` says `references`.
    static func evidence(_ evidence: [Evidence]) -> String {
        // Written at once: of each article it is the longest value but its text, and trees of values take as long again.
        var out = Array("[".utf8)
        for one in evidence.prefix(16) {
            out.append(contentsOf: (out.count > 1 ? #",{"field":"# : #"{"field":"#).utf8)
            JSON.text(one.field).write(to: &out)
            out.append(contentsOf: #","rule":"#.utf8)
            JSON.text(one.rule).write(to: &out)
            out.append(contentsOf: #","bytes":[\#(one.bytes.lowerBound),\#(one.bytes.upperBound)],"raw":"#.utf8)
            JSON.optional(cut(one.raw, to: 200)).write(to: &out)
            out.append(contentsOf: (one.hasReferences ? #","decoded":"references"}"# : "}").utf8)
        }
        out.append(UInt8(ascii: "]"))
        return String(decoding: out, as: UTF8.self)
    }
}
