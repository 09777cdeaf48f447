/// What normalisation does with a scalar.
enum TextScalar {
    enum Kind {
        /// Stays as it is.
        case plain
        /// Becomes one space.
        case space
        /// Ends the line.
        case lineEnd
        /// Is left out: it shows nothing.
        case dropped
        /// Is left out, and counts towards a suspicion that the bytes are no text.
        case control
        /// May begin a terminal's escape sequence, which is left out whole.
        case escape
        /// Is composed with the letter before it where Unicode has one scalar for the two.
        case mark
        /// Is no scalar: bytes that are invalid in their encoding.
        case bad
    }

    @inline(__always)
    static func kind(_ scalar: UInt32) -> Kind {
        switch scalar {
        case 0x20...0x7E: .plain
        case 0..<0xAE: belowLetters(scalar)
        case 0xAE..<0x300: .plain
        case 0x300...0x36F: .mark
        case 0x370..<0x61C: .plain
        default: beyond(scalar)
        }
    }

    private static func belowLetters(_ scalar: UInt32) -> Kind {
        switch scalar {
        // U+0085 is NEL; vertical tab and form feed end a line as well (Unicode standard, section 5.8).
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85: .lineEnd
        case 0x09, 0xA0: .space
        case 0x1B: .escape
        case 0..<0x20, 0x7F: .control
        // C1 controls come from wrongly converted text, seldom from binaries, so they do not count as controls. The
        // soft hyphen shows only at a break.
        case 0x80..<0xA0, 0xAD: .dropped
        default: .plain
        }
    }

    private static func beyond(_ scalar: UInt32) -> Kind {
        switch scalar {
        // Spaces of every width (general category Zs).
        case 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
        case 0x2028, 0x2029: .lineEnd
        // Zero-width space, marks and controls of writing direction, word joiner, invisible operators, byte order
        // mark, interlinear notes. The joiners U+200C and U+200D stay: they change letters and emoji.
        case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0xFEFF,
            0xFFF9...0xFFFB:
            .dropped
        // Hangul vowels and finals, and the voiced sound marks of kana, which are scalars of their own in decomposed
        // text.
        case 0x1161...0x1175, 0x11A8...0x11C2, 0x3099, 0x309A: .mark
        case 0x11_0000...: .bad
        default: .plain
        }
    }
}
