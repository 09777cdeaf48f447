import Answers

/// One edit with what it changed, words that went and words that came marked in their places.
struct EditMarkup {
    let edit: ReportEdit

    /// A longer difference is folded, in characters.
    private static let longestOpen = 1600
    /// What is shown of one edit at most, in paragraphs and in characters.
    private static let mostParagraphs = 30
    private static let mostCharacters = 12_000
    /// Of a long passage in a paragraph that did not change, so many characters stay at either end.
    private static let context = 120

    var markup: Markup {
        let title: Markup = edit.title.map { .said($0, to: 160) } ?? "(no headline)"
        let source: Markup = edit.source.map { .said($0, to: 80) } ?? "outlet unknown"
        return """
            <article class="edit">
            <h3>\(title)</h3>
            <p class="about">\(source) · seen <time datetime="\(edit.seenAt)">\(FigureText.moment(edit.seenAt))</time> · revision \(raw: edit.number)\(counts)</p>
            \(difference)
            <p class="about"><code>\(command)</code></p>
            </article>

            """
    }

    /// How the whole difference is asked for.
    private var command: String {
        guard let before = edit.before else { return "copydesk show \(edit.id)" }
        return "copydesk show \(edit.id) --diff \(before) \(edit.number)"
    }

    /// `: 3 words out, 5 in`.
    private var counts: String {
        guard let difference = edit.difference else { return "" }
        var (gone, come) = (0, 0)
        for change in difference.paragraphs {
            switch change.kind {
            case .removed: gone += Self.words(change.text)
            case .inserted: come += Self.words(change.text)
            default:
                for word in change.words {
                    if word.kind == .removed { gone += Self.words(word.text) }
                    if word.kind == .inserted { come += Self.words(word.text) }
                }
            }
        }
        return ": \(FigureText.count(gone, "word")) out, \(FigureText.number(come)) in"
    }

    private static func words(_ text: String) -> Int { text.split { $0 == " " || $0 == "\t" }.count }

    private var difference: Markup {
        guard let difference = edit.difference else {
            return edit.before == nil
                ? "<p>The text before it was forgotten, so there is nothing to compare it with.</p>"
                : "<p>One of the two texts is longer than \(Int(Report.longestText)) bytes; the command below compares them.</p>"
        }
        var shown: Markup = ""
        var characters = 0
        var paragraphs = 0
        var left = 0
        var unchanged = 0
        for change in difference.paragraphs {
            guard change.kind != .same else {
                unchanged += 1
                continue
            }
            guard paragraphs < Self.mostParagraphs, characters < Self.mostCharacters else {
                left += 1
                continue
            }
            if unchanged > 0 { shown += Self.gap(unchanged) }
            unchanged = 0
            let (piece, count) = Self.paragraph(change)
            shown += piece
            characters += count
            paragraphs += 1
        }
        if left > 0 {
            shown +=
                "<p class=\"gap\">\(FigureText.count(left, "more changed paragraph")): the command below shows all</p>\n"
        } else if unchanged > 0, paragraphs > 0 {
            shown += Self.gap(unchanged)
        }
        guard characters > Self.longestOpen else { return "<div class=\"diff\">\n\(shown)</div>" }
        return """
            <details class="texts"><summary>What changed, in \(FigureText.count(paragraphs + left, "paragraph"))</summary>
            <div class="diff">
            \(shown)</div></details>
            """
    }

    private static func gap(_ count: Int) -> Markup {
        "<p class=\"gap\">\(FigureText.count(count, "paragraph")) unchanged</p>\n"
    }

    /// A paragraph that is not the same, and how many characters of it are shown.
    private static func paragraph(_ change: ParagraphChange) -> (Markup, Int) {
        let isTitle = (change.to ?? change.from) == 1
        var tag: Markup = isTitle ? "<span class=\"tag\">headline</span> " : ""
        if change.kind == .moved { tag += "<span class=\"tag\">moved</span> " }
        let words: [(kind: WordChange.Kind, text: String)] =
            switch change.kind {
            case .removed: [(.removed, change.text)]
            case .inserted: [(.inserted, change.text)]
            default: change.words.isEmpty ? [(.same, change.text)] : change.words.map { ($0.kind, $0.text) }
            }
        var count = 0
        var pieces: [Markup] = []
        for (place, word) in words.enumerated() {
            // A paragraph may be as long as a text.
            guard count < mostCharacters else {
                pieces.append(" … <span class=\"tag\">and more in this paragraph</span>")
                break
            }
            let text =
                word.kind == .same
                ? shortened(word.text, isFirst: place == 0, isLast: place == words.count - 1)
                : Markup.cut(word.text, to: mostCharacters / 2)
            count += text.unicodeScalars.count
            switch word.kind {
            case .same: pieces.append("\(text)")
            case .removed: pieces.append("<del>\(text)</del>")
            case .inserted: pieces.append("<ins>\(text)</ins>")
            }
        }
        return ("<p dir=\"auto\">\(tag)\(pieces)</p>\n", count)
    }

    /// A passage that did not change, without its middle, or without its beginning or end where nothing stands there.
    private static func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > 2 * context + 40 else { return text }
        let start = String(wholeWords(scalars.prefix(context)))
        let end = String(String.UnicodeScalarView(wholeWords(scalars.reversed().prefix(context)).reversed()))
        switch (isFirst, isLast) {
        case (true, _): return "… " + end
        case (false, true): return start + " …"
        case (false, false): return start + " … " + end
        }
    }

    /// A passage without the word that its end cuts; writing without spaces is cut anywhere.
    private static func wholeWords<Scalars: BidirectionalCollection<Unicode.Scalar>>(_ cut: Scalars)
        -> Scalars.SubSequence
    {
        guard let space = cut.lastIndex(of: " "), cut.distance(from: cut.startIndex, to: space) > context / 2 else {
            return cut[...]
        }
        return cut[..<space]
    }
}
