/// The text as its dump has it, where references were read as the characters they mean.
extension SourceText {
    /// A range of the text with its character references as they stand in the dump.
    func written(_ range: Range<Int>) -> [UInt8] {
        guard form.hasReferences else { return Array(utf8[range]) }
        var plain = form
        plain.start = 0
        plain.hasReferences = false
        plain.hasThemTwice = false
        return SourceText.text(of: Array(source[bytes(of: range)]), plain) ?? Array(utf8[range])
    }

    /// What a text with character references means: `written` undone.
    func meant(_ written: [UInt8]) -> [UInt8] {
        guard form.hasReferences else { return written }
        let read = DumpForm(encoding: .utf8, hasReferences: true, hasThemTwice: form.hasThemTwice)
        return SourceText.text(of: written, read) ?? written
    }

    /// Whether character references in a range of the text were read as the characters they mean.
    func hasReferences(in range: Range<Int>) -> Bool {
        guard form.hasReferences else { return false }
        let place = bytes(of: range)
        var at = place.lowerBound
        // In UTF-16 an ampersand is one of its unit's two bytes, and the unit begins at an even distance.
        let unit = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
        while at < place.upperBound {
            if let length = referenceLength(at: at), at + length <= place.upperBound { return true }
            at += unit
        }
        return false
    }

    private func referenceLength(at offset: Int) -> Int? {
        let bytes = source.span
        switch encoding {
        case .utf16LittleEndian: return CharacterReference(UTF16LittleEndianReader(), bytes, at: offset)?.length
        case .utf16BigEndian: return CharacterReference(UTF16BigEndianReader(), bytes, at: offset)?.length
        default:
            guard bytes[offset] == UInt8(ascii: "&") else { return nil }
            return CharacterReference(Latin1Reader(), bytes, at: offset)?.length
        }
    }

    /// The text of some bytes without the line end that closes it; nil where they are too many lines.
    private static func text(of bytes: [UInt8], _ form: DumpForm) -> [UInt8]? {
        guard let writer = try? TextDecoder.written(bytes, form, maximalLineCount) else { return nil }
        let text = writer.utf8
        return text.last == UInt8(ascii: "\n") ? text.dropLast() : text
    }
}
