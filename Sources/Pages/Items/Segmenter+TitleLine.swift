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
            guard list.statistics[line].letters > TitleLine.leastLetters, let found = headline(under: line, text)
            else { continue }
            move(from: line, to: found.block)
            outline.site = line
            outline.siteRange = found.site
            taken[line] = true
            return
        }
    }

    private func headline(under line: Int, _ text: [UInt8]) -> (block: Int, site: Range<Int>)? {
        let letters = list.statistics[line].letters
        for block in list.indices.dropFirst(line + 1).prefix(Segmenter.mostBlocksToHeadline) {
            let statistics = list.statistics[block]
            // Japanese and Chinese headlines are a word or two.
            guard statistics.letters >= 4, statistics.letters < letters,
                !statistics.endsSentence || statistics.words <= 20
            else { continue }
            if let site = TitleLine.site(in: text, around: list.text(block)) { return (block, site) }
        }
        return nil
    }

    /// Gives the item that took a title line the headline below it.
    private mutating func move(from line: Int, to headline: Int) {
        let own = outline.sections.firstIndex { $0.title == line }
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
        guard !outline.sections.contains(where: { $0.body.contains(headline) && $0.title != line }) else { return }
        outline.sections[own].title = headline
        outline.sections[own].repeats.removeAll { $0 == headline }
        outline.sections[own].aside.removeAll { $0 == headline }
        outline.sections[own].body.removeAll { $0 == headline }
        taken[headline] = true
    }
}
