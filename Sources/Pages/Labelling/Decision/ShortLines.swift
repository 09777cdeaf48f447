/// Short lines within a story that belong to its text: a poem, a table, a programme, the ingredients of a recipe.
///
/// Each looks like a line of a menu, so the label model leaves them out, and often with them the paragraph below, which
/// then stands apart from the story. Together they have a form that menus lack.
struct ShortLines {
    /// The lines, right below a block of the story's text.
    let lines: Range<Int>
    /// Whether their form alone shows what they are.
    private(set) var hasForm = false

    /// The fewest lines of such a part, and the most.
    private static let counts = 2...80
    private static let mostWords = 14

    /// Nil where no such part begins at a block.
    ///
    /// - Parameters:
    ///   - observations: what is known of the page's blocks.
    ///   - first: the block below a block of text.
    ///   - end: the first block that may not be part of it.
    ///   - isPlain: whether the page is a story and nothing else, so that there is no menu that the lines could be.
    init?(_ observations: Observations, at first: Int, before end: Int, isPlain: Bool) {
        var last = first
        while last < end, last - first < ShortLines.counts.upperBound, ShortLines.isLine(observations, last) {
            last += 1
        }
        guard last - first >= ShortLines.counts.lowerBound else { return nil }
        lines = first..<last
        hasForm = isTable(observations) || isTimed(observations) || isVerse(observations)
        guard isPlain || hasForm else { return nil }
    }

    private static func isLine(_ observations: Observations, _ index: Int) -> Bool {
        let statistics = observations.list.statistics[index]
        guard statistics.words <= mostWords, statistics.width > 0, observations.bylines[index]?.names != true,
            observations.signs[index].isDisjoint(with: [
                .notice, .closing, .continuation, .tags, .belowComments, .copyright,
            ])
        else { return false }
        switch observations.shapes[index] {
        case .scrap, .headline, .shortHeadline, .entry, .name, .date: return true
        case .prose: return statistics.words <= 8 && !observations.list.blocks[index].isSeparate
        default: return false
        }
    }

    /// Whether the lines stand right below each other and most have the same number of figures, as a table's rows have.
    ///
    /// The tabs between a table's columns are spaces by now, and its first row may be words alone.
    private func isTable(_ observations: Observations) -> Bool {
        let figures = lines.map { index in
            observations.list.text(index).split(separator: 0x20).count { word in
                word.contains(where: BlockText.isDigitByte)
                    && word.count { BlockText.isDigitByte($0) } * 2 >= word.count
            }
        }
        guard isClose(observations), let most = figures.max(), most >= 1, lines.count >= 3 else { return false }
        return figures.count { $0 == most } * 3 >= figures.count * 2 && !isCounted(observations)
    }

    private func isClose(_ observations: Observations) -> Bool {
        lines.dropFirst().count { !observations.list.blocks[$0].isSeparate } * 4 >= (lines.count - 1) * 3
    }

    /// Whether the lines begin with numbers that count up one by one, as a list of popular stories does.
    private func isCounted(_ observations: Observations) -> Bool {
        let numbers = lines.map { observations.list.text($0).prefix { BlockText.isDigitByte($0) } }
        guard numbers.allSatisfy({ (1...4).contains($0.count) }) else { return false }
        let values = numbers.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        return zip(values, values.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }

    /// Whether nearly all lines begin with a time or an amount that a word follows, as programmes and recipes do.
    ///
    /// The numbers of a list of popular stories count up from one, and are told by that.
    private func isTimed(_ observations: Observations) -> Bool {
        let numbered = lines.count { index in
            observations.list.text(index).first.map { BlockText.isDigitByte($0) || $0 == 0xC2 || $0 == 0xE2 } ?? false
        }
        return numbered * 3 >= lines.count * 2 && numbered >= 2 && !isCounted(observations)
    }

    /// Whether the lines stand right below each other and go on from one to the next: most end in a comma or another
    /// sign that is no full stop, or begin with a small letter.
    private func isVerse(_ observations: Observations) -> Bool {
        guard isClose(observations) else { return false }
        let running = lines.count { index in
            let statistics = observations.list.statistics[index]
            let goesOn = [0x2C, 0x3B, 0x2014, 0x2013, 0x21, 0x3F, 0x3001].contains(statistics.last)
            return statistics.words >= 2 && (statistics.startsLower || goesOn)
        }
        return running * 2 >= lines.count
    }
}
