/// Text in scripts that are written without spaces, split into words of two characters for a full-text index.
///
/// FTS5's tokenizer takes a whole run of Chinese, Japanese or Thai for one word, so a word inside it is not found. Here
/// each character of a run becomes a word with the one after it, and the last one a word alone: 漁船火災 becomes
/// 漁船 船火 火災 災. Then a word of two characters is a word of the index, a longer one is a phrase, and one of a
/// single character is a prefix. It is the usual way to index such scripts without a dictionary; what it costs is that
/// a word is also found where two others meet.
///
/// A character is a Unicode scalar here and not a grapheme cluster: where clusters end changes with versions of Unicode,
/// and a text must leave the index just as it went in.
enum Bigrams {
    /// Whether a text holds anything to split.
    static func areNeeded(_ text: String) -> Bool {
        // All these scripts begin at U+0E00, whose first byte in UTF-8 is 0xE0. Most texts hold no such byte, or only
        // those of typographic quotes and dashes.
        var text = text
        let mayHold = text.withUTF8 { bytes in unsafe bytes.contains { $0 >= 0xE0 } }
        return mayHold && text.unicodeScalars.contains(where: isUnspaced)
    }

    /// A text with its runs split; the rest stays as it is.
    static func split(_ text: String) -> String {
        var split = String.UnicodeScalarView()
        var wasInRun = false
        for scalar in text.unicodeScalars {
            let isInRun = isUnspaced(scalar)
            // The one before becomes a word together with this one.
            if wasInRun, isInRun { split.append(scalar) }
            if wasInRun || isInRun { split.append(" ") }
            split.append(scalar)
            wasInRun = isInRun
        }
        return String(split)
    }

    /// How a phrase is looked up in an index of split texts.
    ///
    /// - Parameter text: Words as a person wrote them.
    /// - Returns: The words of the phrase, and whether the last one stands for all words that begin with it.
    static func phrase(_ text: String) -> (text: String, endsOpen: Bool) {
        let scalars = Array(text.unicodeScalars)
        guard let last = scalars.lastIndex(where: isWordCharacter), isUnspaced(scalars[last]) else {
            return (split(text), false)
        }
        // The last character of the run is a word of its own only where the run ends in the text too.
        let isAlone = last == 0 || !isUnspaced(scalars[last - 1])
        if isAlone { return (split(text), true) }
        var words = split(String(String.UnicodeScalarView(scalars[...last])))
        while let end = words.unicodeScalars.last, end != " " { words.unicodeScalars.removeLast() }
        return (words, false)
    }

    /// Whether a text's last word ends in a run.
    static func endsInRun(_ text: String) -> Bool {
        text.unicodeScalars.last(where: isWordCharacter).map(isUnspaced) ?? false
    }

    /// Whether a character belongs to a word, as the index sees it: letters, marks and digits.
    static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }

    /// Whether a character belongs to a script that is written without spaces between words.
    ///
    /// The ranges are blocks of the Unicode Standard, without their signs and punctuation, which end a run.
    static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x0E00: false
        case 0x0E01...0x0E3A, 0x0E40...0x0E4E: true  // Thai
        case 0x0E80...0x0EDF: true  // Lao
        case 0x1000...0x109F: scalar.value < 0x1040 || scalar.value > 0x104F  // Myanmar
        case 0x1780...0x17D3: true  // Khmer
        case 0x3005...0x3007: true  // the sign that repeats a character, and zero
        case 0x3041...0x3096, 0x309D...0x309F: true  // Hiragana
        case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: true  // Katakana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true  // Han
        default: false
        }
    }
}
