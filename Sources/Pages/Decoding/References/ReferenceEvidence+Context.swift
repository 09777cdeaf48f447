/// What stands next to a reference, and what else in a text speaks against references that were left over.
extension ReferenceEvidence {
    /// What a reference has on one side of it.
    enum Side: Equatable {
        /// The line's begin or end.
        case edge
        case blank
        /// A letter or digit of any script.
        case letter
        /// A full stop, comma or the like.
        case point
        /// A quotation mark or bracket.
        case mark
        /// What text has seldom and code often.
        case code

        init(_ scalar: UInt32) {
            self =
                switch scalar {
                case 0x0A: .edge
                case 0..<0x21, 0xA0, 0x2002...0x200B, 0x3000: .blank
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
                case 0x21, 0x2C, 0x2D, 0x2E, 0x3A, 0x3F, 0xA1, 0xBF, 0x2010...0x2015, 0x2026, 0x3001, 0x3002: .point
                case 0xFF0C, 0xFF0E, 0xFF1A, 0xFF01, 0xFF1F: .point
                case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x60, 0x7B, 0x7D, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A:
                    .mark
                case 0x300C...0x3011, 0xFF08, 0xFF09: .mark
                case 0x24, 0x25, 0x20AC, 0xA3: .letter
                case 0..<0x80: .code
                default: .letter
                }
        }

        init(_ text: Span<UInt8>, at offset: Int) {
            self = offset < text.count ? Side(UTF8Reader().read(text, at: offset).scalar) : .edge
        }

        init(_ text: Span<UInt8>, before offset: Int) {
            guard offset > 0 else {
                self = .edge
                return
            }
            var start = offset - 1
            while start > 0, offset - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
            self = Side(UTF8Reader().read(text, at: start).scalar)
        }

        var isEnd: Bool { self == .edge || self == .blank }
        /// Whether a quotation mark may have this on its outer side.
        var isOpen: Bool { isEnd || self == .point || self == .mark }
    }

    /// Whether an ampersand that begins no reference stands in running text: between blanks or within a word.
    ///
    /// In an address it parts one value from the next, and people type addresses without references.
    func isBare(_ text: Span<UInt8>, at offset: Int) -> Bool {
        let before = Side(text, before: offset)
        guard before == Side(text, at: offset + 1) else { return false }
        return before == .blank || before == .letter && !ReferenceEvidence.beginsValue(text, at: offset + 1)
    }

    /// Whether a value of an address begins at an offset: a name and `=`.
    static func beginsValue(_ text: Span<UInt8>, at offset: Int) -> Bool {
        for at in min(offset, text.count)..<min(text.count, offset + 32) {
            let byte = text[at]
            if byte == UInt8(ascii: "=") { return at > offset }
            guard 0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "_") else { return false }
        }
        return false
    }

    /// Whether a year or a name follows a copyright sign: a blank, and a digit or a capital letter.
    static func beginsNotice(_ text: Span<UInt8>, at offset: Int) -> Bool {
        guard offset + 1 < text.count, text[offset] == UInt8(ascii: " ") else { return false }
        return 0x30...0x39 ~= text[offset + 1] || 0x41...0x5A ~= text[offset + 1]
    }

    static func isApostrophe(_ scalar: UInt32) -> Bool {
        [0x27, 0x60, 0xB4, 0x2018, 0x2019].contains(scalar)
    }

    static func isQuote(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x22, 0x27, 0x60, 0xAB, 0xB4, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: true
        default: false
        }
    }

    /// Whether running text has a sign between blanks.
    static func standsApart(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAB, 0xB7, 0xBB, 0x2010...0x2015, 0x2022, 0x2026, 0x2039, 0x203A: true
        default: false
        }
    }

    /// Whether a scalar is an arrow, a drawn sign or an emoji, which headlines have between blanks.
    static func isSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2190...0x21FF, 0x25A0...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: true
        default: false
        }
    }

    /// Whether a scalar is a letter that words of Latin letters have, as references to letters are.
    static func isLetter(_ scalar: UInt32) -> Bool {
        0xC0..<0x250 ~= scalar && scalar != 0xD7 && scalar != 0xF7 || 0x370..<0x530 ~= scalar
    }

    /// Whether a tag begins with a `<` at an offset: a name, and a `>` in the same line.
    static func isTag(_ text: Span<UInt8>, at offset: Int) -> Bool {
        var at = offset + 1
        if at < text.count, text[at] == UInt8(ascii: "/") { at += 1 }
        guard at < text.count, 0x61...0x7A ~= text[at] | 0x20 else { return false }
        let name = at
        while at < text.count, at - name < 16, 0x61...0x7A ~= text[at] | 0x20 || 0x30...0x39 ~= text[at] { at += 1 }
        for end in at..<min(text.count, at + 200) {
            switch text[end] {
            case UInt8(ascii: ">"): return true
            case UInt8(ascii: "\n"), UInt8(ascii: "<"): return false
            case UInt8(ascii: " "), UInt8(ascii: "/"): continue
            default: if end == at { return false }
            }
        }
        return false
    }

    /// Whether a word at an offset names what references are part of.
    ///
    /// The languages of markup have these names in every human language. In small letters they are the ends of addresses
    /// (`index.html`) and say nothing.
    static func namesMarkup(_ text: Span<UInt8>, at offset: Int) -> Bool {
        guard offset == 0 || !(0x61...0x7A ~= text[offset - 1] | 0x20) else { return false }
        if TextCursor.begins(text, "ampersand", at: offset) { return true }
        for name in ["HTML", "XHTML", "XML", "SGML"] {
            let end = offset + name.utf8.count
            guard end <= text.count, zip(offset..<end, name.utf8).allSatisfy({ text[$0] == $1 }) else { continue }
            if end == text.count || !(0x61...0x7A ~= text[end] | 0x20) { return true }
        }
        return false
    }
}
