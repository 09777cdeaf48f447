import Answers

extension RevisionDifference {
    /// The difference for a person: a line that names the revisions, then a line for each paragraph that differs.
    ///
    /// One paragraph before and after each stands there too, cut to a line; `…` stands for those left out. Colours are
    /// added to the signs and never instead of them, so that copied text says the same.
    ///
    /// - Parameters:
    ///   - width: How many columns a paragraph that did not change may have.
    ///   - colours: Whether it goes to a terminal that shows colours.
    /// - Returns: Text that ends with a newline.
    func text(width: Int, colours: Bool) -> String {
        let ink = Ink(colours: colours)
        var text = ink.styled("\(id): \(from.about) to \(to.about)", .bold) + "\n"
        guard !isEqual else { return text + "revisions \(from.number) and \(to.number) are equal in text\n" }
        var isLeftOut = false
        for (place, paragraph) in paragraphs.enumerated() {
            let isNear = paragraphs[max(0, place - 1)..<min(place + 2, paragraphs.count)].contains { $0.kind != .same }
            if isNear {
                text += ink.line(paragraph, width: width) + "\n"
            } else if !isLeftOut {
                text += ink.styled("…", .dim) + "\n"
            }
            isLeftOut = !isNear
        }
        return text
    }

    /// Writes paragraphs, with colours or without.
    private struct Ink {
        let colours: Bool

        func styled(_ text: String, _ style: TerminalStyle) -> String {
            colours ? style.of(text) : text
        }

        func line(_ paragraph: ParagraphChange, width: Int) -> String {
            let text = TerminalText.line(paragraph.text)
            let shown = text.isEmpty ? "(no title)" : text
            switch paragraph.kind {
            case .same: return styled("  " + TerminalText.cut(shown, to: max(1, width - 2)), .dim)
            case .removed: return styled("- " + shown, .red)
            case .inserted: return styled("+ " + shown, .green)
            case .changed: return styled("~ ", .yellow) + words(paragraph.words)
            case .moved:
                let places = "> from \(paragraph.from ?? 0) to \(paragraph.to ?? 0): "
                guard !paragraph.words.isEmpty else { return styled(places + shown, .cyan) }
                return styled(places, .cyan) + words(paragraph.words)
            }
        }

        /// The signs are those of git's word-diff.
        private func words(_ changes: [WordChange]) -> String {
            changes.map { change in
                let text = TerminalText.line(change.text)
                return switch change.kind {
                case .same: text
                case .removed: styled("[-\(text)-]", .red)
                case .inserted: styled("{+\(text)+}", .green)
                }
            }.joined()
        }
    }
}

extension RevisionDifference.Revision {
    /// `revision 2 (2026-11-21T09:00:00.000Z, material, by source)`.
    fileprivate var about: String { "revision \(number) (\(seenAt), \(nature), by \(cause))" }
}
