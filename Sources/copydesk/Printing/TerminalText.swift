/// Text made to fit a terminal's columns.
enum TerminalText {
    /// Text on one line, safe to print: a newline or a tab becomes a space, any other control character U+FFFD.
    static func line(_ text: String) -> String {
        let line = String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 })
        return Console.safe(String(line))
    }

    /// A name filled up with spaces to a column, with at least one space.
    static func padded(_ name: String, _ columns: Int) -> String {
        name + String(repeating: " ", count: max(1, columns - name.count))
    }

    /// How many columns a scalar takes.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0..<0x300: return 1
        // The wide characters of East Asia, and emoji.
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }

    static func width(_ text: some StringProtocol) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

    /// As much of a text as fits, with an ellipsis in the last column if it was cut.
    static func cut(_ text: String, to columns: Int) -> String {
        let scalars = text.unicodeScalars
        var used = 0
        // The end of the part that still leaves a column for the ellipsis.
        var end = scalars.startIndex
        for index in scalars.indices {
            used += width(scalars[index])
            guard used <= columns else { return String(scalars[..<end]) + "…" }
            if used < columns { end = scalars.index(after: index) }
        }
        return text
    }

    /// The text in lines that fit, broken at spaces; a word longer than a line is broken anywhere.
    static func wrapped(_ text: String, to columns: Int) -> [String] {
        var lines: [String] = []
        var line = String.UnicodeScalarView()
        var used = 0
        func end() {
            lines.append(String(line))
            line = String.UnicodeScalarView()
            used = 0
        }
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            let width = width(word)
            if used > 0, used + 1 + width > columns { end() }
            if used > 0 {
                line.append(" ")
                used += 1
            }
            for scalar in word.unicodeScalars {
                if used + self.width(scalar) > columns { end() }
                line.append(scalar)
                used += self.width(scalar)
            }
        }
        if used > 0 || lines.isEmpty { end() }
        return lines
    }
}
