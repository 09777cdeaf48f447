/// The smallest part of a paragraph that is compared: a word, a character, a space or a mark.
struct Word {
    enum Kind {
        /// Letters and digits.
        case letters
        /// One character of a script that is written without spaces, such as Han, kana and Thai.
        case character
        /// A run of spaces, or one mark.
        case other
    }

    let text: Substring
    let kind: Kind

    /// What a scalar is; marks that stand on the scalar before them have no say of their own.
    private enum Role {
        case letter, character, space, mark, attached
    }

    /// Marks that belong to a word where a letter or digit stands on either side: don't, 1,200, 12:30, e-mail.
    private static let innerMarks: Set<Unicode.Scalar> = ["'", "’", "-", ".", ",", ":", "/", "@", "_", "&"]

    /// A text in its words; put together they are the text again.
    static func words(of text: String) -> [Word] {
        let scalars = text.unicodeScalars
        var words: [Word] = []
        var start = scalars.startIndex
        // That of the word that begins at `start`.
        var current = Role.attached
        var at = start
        while at < scalars.endIndex {
            let next = scalars.index(after: at)
            var role = role(scalars[at])
            if role == .mark, current == .letter, innerMarks.contains(scalars[at]), next < scalars.endIndex,
                self.role(scalars[next]) == .letter
            {
                role = .letter
            }
            let goesOn = role == .attached || role == current && (role == .letter || role == .space)
            if !goesOn {
                if start < at { words.append(Word(text: text[start..<at], kind: kind(current))) }
                start = at
                current = role
            }
            at = next
        }
        if start < at { words.append(Word(text: text[start..<at], kind: kind(current))) }
        return words
    }

    private static func kind(_ role: Role) -> Kind {
        switch role {
        case .letter: .letters
        case .character: .character
        default: .other
        }
    }

    private static func role(_ scalar: Unicode.Scalar) -> Role {
        switch scalar.value {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: return .letter
        case 0x09, 0x20: return .space
        case 0..<0x80: return .mark
        case 0x3400...0x4DBF, 0x4E00...0x9FFF: return .character
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format, .modifierSymbol: return .attached
        case .spaceSeparator: return .space
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return isUnspaced(scalar.value) ? .character : .letter
        default: return .mark
        }
    }

    /// Letters of South-East Asia, kana, Han and halfwidth kana.
    private static func isUnspaced(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
