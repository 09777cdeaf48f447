extension Segmenter {
    /// The blocks among which the text of `<title>` is looked for, and those among which its headline is.
    private static let titleLines = 3
    private static let mostBlocksToHeadline = 300

    /// Takes the line with the text of `<title>` for the page's, not for an item's: its headline is the one below, and
    /// the rest of it names the site.
    ///
    /// Only a line that the page prints again without the site's name is such a line; a headline that merely has a bar
    /// in it stays as it is.
    mutating func readTitleLine() {
        guard layout == nil, outline.site == nil else { return }
        for line in list.indices.prefix(Segmenter.titleLines) {
            let text = list.text(line)
            guard let found = headline(under: line, text) else { continue }
            move(from: line, to: found.block, site: Array(text[found.site]))
            taken[line] = true
            guard !found.site.isEmpty else { return }
            outline.site = line
            outline.siteRange = found.site
            return
        }
    }

    private func headline(under line: Int, _ text: [UInt8]) -> (block: Int, site: Range<Int>)? {
        let letters = list.statistics[line].letters
        let heads = TitleLine.heads(of: text)
        guard !heads.isEmpty else { return nil }
        for block in list.indices.dropFirst(line + 1).prefix(Segmenter.mostBlocksToHeadline) {
            let statistics = list.statistics[block]
            guard statistics.letters < letters, heads.contains(statistics.fold), isHeadline(block),
                let site = TitleLine.site(in: text, after: list.text(block))
            else { continue }
            return (block, site)
        }
        return nil
    }

    /// The fewest letters of a headline that may stand anywhere; a shorter one, which may be a menu's entry, has its
    /// byline, its date or its text right below it.
    private static let longHeadline = 12

    private func isHeadline(_ block: Int) -> Bool {
        let statistics = list.statistics[block]
        guard statistics.letters >= 4, !statistics.endsSentence || statistics.words <= 20 else { return false }
        if statistics.letters >= Segmenter.longHeadline { return true }
        let next = block + 1
        return next < list.count && (bylines[next] != nil || observations.shapes[next].isProse)
    }

    /// Gives the item that took a title line, or the site's name above it, for its headline the headline below.
    private mutating func move(from line: Int, to headline: Int, site: [UInt8]) {
        let name = BlockText.letters(of: site)
        let own = outline.sections.firstIndex { section in
            guard let title = section.title else { return false }
            return title == line || title < headline && !name.isEmpty && BlockText.letters(of: list.text(title)) == name
        }
        for index in outline.sections.indices {
            outline.sections[index].repeats.removeAll { $0 == line }
            outline.sections[index].aside.removeAll { $0 == line }
        }
        guard let own else { return }
        // The headline below may head an item itself; then the title line was taken for a headline without a text.
        if outline.sections.contains(where: { $0.title == headline }) {
            if outline.sections[own].body.isEmpty { outline.sections.remove(at: own) }
            return
        }
        let title = outline.sections[own].title
        guard !outline.sections.contains(where: { $0.body.contains(headline) && $0.title != title }) else { return }
        outline.sections[own].title = headline
        outline.sections[own].repeats.removeAll { $0 == headline }
        outline.sections[own].aside.removeAll { $0 == headline }
        outline.sections[own].body.removeAll { $0 == headline || $0 == line }
        taken[headline] = true
    }
}
