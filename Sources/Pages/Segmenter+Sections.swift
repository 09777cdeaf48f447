extension Segmenter {
    /// How many blocks below a headline may be bylines and dates of the item.
    private static let longestHead = 6

    /// Sorts the blocks below a headline into bylines, repeats of it, captions and text.
    ///
    /// - Parameters:
    ///   - section: the item, whose headline is known.
    ///   - range: the blocks below the headline.
    ///   - keepsAll: whether every other block is the item's text, as it is where a footer closes the item.
    func fill(_ section: inout SegmenterOutline.Section, with range: Range<Int>, keepsAll: Bool) {
        var inHead = true
        var seenText = 0
        var head = 0
        for index in range where !taken[index] {
            head += 1
            if inHead, let title = section.title, head <= Segmenter.longestHead, repeats(title, index) {
                section.repeats.append(index)
                continue
            }
            if inHead, isNameLine(index, in: section, below: head) {
                section.names.append(index)
                continue
            }
            switch labels[index] {
            case .byline where inHead && section.bylines.count < 4:
                section.bylines.append(index)
                continue
            case .byline where isDateAlone(index): section.aside.append(index)
            case .caption: section.aside.append(index)
            case .boilerplate: continue
            case .fragment where !keepsAll && !isTextual(index): continue
            default:
                section.body.append(index)
                if labels[index] == .prose { seenText += 1 }
            }
            // A byline may stand below the first paragraph, where that one is a standfirst.
            if seenText > 1 || head > Segmenter.longestHead { inHead = false }
        }
        trimEnd(&section, keepsAll: keepsAll)
    }

    /// Whether a line in an item's head is its author's name, with no word that announces it.
    ///
    /// It stands near the headline, which is longer than a section's name, and no other line has named anybody.
    private func isNameLine(_ index: Int, in section: SegmenterOutline.Section, below head: Int) -> Bool {
        guard labelling.isName(index), let title = section.title, list.features[title].words >= 4, head <= 5,
            list.blocks[title].range != list.blocks[index].range
        else { return false }
        return !section.bylines.contains { bylines[$0]?.authors != nil }
    }

    /// Takes headings and fragments off the end of a text: nothing follows them, so they head what is not there.
    private func trimEnd(_ section: inout SegmenterOutline.Section, keepsAll: Bool) {
        guard !keepsAll else { return }
        while let last = section.body.last, labels[last] != .prose, !isListItem(last) { section.body.removeLast() }
    }

    /// A fragment that is text all the same: part of a list, a line of verse or of an interview.
    private func isTextual(_ index: Int) -> Bool {
        let features = list.features[index]
        return features.words >= 5 && features.letters > features.digits || isListItem(index)
    }

    private func isListItem(_ index: Int) -> Bool {
        list.blocks[index].isListed && list.features[index].words >= 6
    }

    /// Whether a block is a headline again, with or without a kicker before it.
    func repeats(_ title: Int, _ index: Int) -> Bool {
        let one = list.features[title]
        let other = list.features[index]
        if one.fold == other.fold, one.letters == other.letters { return true }
        guard other.letters >= one.letters, other.letters <= one.letters + Kicker.longest, other.width <= 400 else {
            return false
        }
        return Kicker.repeat(of: list.text(title), in: list.text(index)) != nil
    }
}
