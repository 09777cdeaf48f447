/// Says of each block, from its own looks, what it may be.
///
/// The segmenter decides what it is from where it stands. A later segmenter weighs scores instead of labels; this is
/// the place where they will be made.
struct Labelling: Sendable {
    enum Label: UInt8, Sendable {
        /// Running text.
        case prose
        /// A line that may head a story or a part of it.
        case headline
        /// Who wrote it, for whom, or when.
        case byline
        case caption
        /// What every site prints around its stories.
        case boilerplate
        /// Anything else: menu words, single names, tables.
        case fragment
    }

    private(set) var labels: [Label] = []
    /// What the blocks labelled `byline` say.
    private(set) var bylines: [Int: Byline] = [:]

    /// Blocks that look like a person's name and nothing announces as one.
    private(set) var names: Set<Int> = []

    func isName(_ index: Int) -> Bool { names.contains(index) }

    init(_ list: BlockList, _ layout: LayoutReading?) {
        labels.reserveCapacity(list.count)
        for index in list.indices {
            labels.append(label(index, layout) ?? label(index, list))
        }
        for index in list.indices where list.features[index].words <= 8 && list.blocks[index].headingLevel == 0 {
            guard labels[index] == .headline || labels[index] == .fragment else { continue }
            if BylineNames.areBareNames(list.text(index)) { names.insert(index) }
        }
        joinSplitBylines(list)
        labelBareNames(list)
        labelDoubledCaptions(list)
        labelLongerCaptions(list)
    }

    /// What the layout says; nil where it says nothing.
    private mutating func label(_ index: Int, _ layout: LayoutReading?) -> Label? {
        guard let layout else { return nil }
        if let match = layout.bylines[index] {
            bylines[index] = Byline(match)
            return .byline
        }
        return layout.footers[index] != nil || layout.boilerplate.contains(index) ? .boilerplate : nil
    }

    /// What the block's own looks say.
    private mutating func label(_ index: Int, _ list: BlockList) -> Label {
        let features = list.features[index]
        let block = list.blocks[index]
        guard features.words > 0, features.letters > 0 || features.digits >= 4 else { return .fragment }
        if features.words <= Caption.mostWords {
            let text = list.text(index)
            if block.headingLevel == 0 || features.words <= 3, Boilerplate.isBoilerplate(text) { return .boilerplate }
            // A date has a year's four figures; without them only a name can be told.
            if block.headingLevel == 0,
                features.digits >= 4 || BylineReader.begins(text) || features.digits > 0 && features.words <= 10,
                let byline = BylineReader.read(text)
            {
                bylines[index] = byline
                return .byline
            }
            if Caption.isCaption(text, features) { return .caption }
        }
        if block.headingLevel > 0 { return .headline }
        if Labelling.isProse(features) { return .prose }
        return Labelling.isHeadline(features) && !(block.isListed && features.words < 6) ? .headline : .fragment
    }

    /// Running text: ends or parts sentences, or is longer than any headline.
    static func isProse(_ features: Features) -> Bool {
        // A table's row has figures where text has letters.
        guard features.letters > features.digits * 2 else { return false }
        if features.words >= 26 { return true }
        if features.isCutInBrackets { return features.words >= 8 }
        let stopsSurely = features.endsSentence && features.last != 0x3F && features.last != 0x21
        if stopsSurely { return features.words >= 4 && !features.startsLower || features.innerStops > 0 }
        if features.endsSentence { return features.words >= 14 || features.innerStops > 0 && features.words >= 8 }
        return features.innerStops > 0 && features.words >= 16
    }

    /// A line that may be a headline: a few words that end in no full stop.
    static func isHeadline(_ features: Features) -> Bool {
        guard (2...30).contains(features.words), features.width <= 220, features.width >= 6 else { return false }
        guard !features.startsLower, features.letters > features.digits else { return false }
        switch features.first {
        // Signatures, handles, hashtags and arrows begin with a sign that no headline begins with.
        case 0x2D, 0x2010...0x2015, 0x40, 0x23, 0x2190...0x21FF, 0x7C, 0x3E, 0xBB, 0x2E, 0x2C: return false
        default: break
        }
        switch features.last {
        // A comma, a bar or a colon at the end announces something else.
        case 0x2C, 0x7C, 0x3A, 0x3B: return false
        case 0x2E: return !features.endsSentence && features.words >= 4
        default: return true
        }
    }

    /// "By" on a line of its own, with the name on the next.
    private mutating func joinSplitBylines(_ list: BlockList) {
        for index in list.indices.dropLast() where labels[index] == .fragment && list.features[index].words == 1 {
            let opening = String(decoding: list.text(index), as: UTF8.self).lowercased()
            guard ["by", "by:", "von", "par", "por", "door", "автор:"].contains(opening) else { continue }
            let next = list.text(index + 1)
            let names = BylineNames.names(in: next)
            guard labels[index + 1] != .prose, !names.isEmpty else { continue }
            var byline = Byline(rule: "byline.by-above")
            byline.authors = Byline.Part(value: names, range: 0..<next.count)
            bylines[index + 1] = byline
            labels[index] = .boilerplate
            labels[index + 1] = .byline
        }
    }

    /// A name between a headline and a date, without the word "By".
    private mutating func labelBareNames(_ list: BlockList) {
        for index in list.indices.dropLast().dropFirst() {
            guard labels[index] == .headline || labels[index] == .fragment,
                (2...3).contains(list.features[index].words), list.blocks[index].headingLevel == 0,
                let date = bylines[index + 1], date.date != nil, !date.names,
                labels[index - 1] == .headline && list.features[index - 1].words >= 4 || labels[index - 1] == .prose
            else { continue }
            let text = list.text(index)
            guard BylineNames.isName(text) else { continue }
            var byline = Byline(rule: "byline.name-above-date")
            byline.authors = Byline.Part(value: BylineNames.names(in: text), range: 0..<text.count)
            bylines[index] = byline
            labels[index] = .byline
        }
    }

    /// A picture's alternative text and its caption stand in one block, and the one is the beginning of the other.
    private mutating func labelLongerCaptions(_ list: BlockList) {
        for index in list.indices.dropLast() where !list.blocks[index + 1].isSeparate {
            let one = list.features[index]
            let other = list.features[index + 1]
            guard one.words >= 4, other.words > one.words, other.words <= one.words + 20,
                other.words <= Caption.mostWords, list.blocks[index].headingLevel == 0,
                labels[index] != .byline, labels[index] != .boilerplate
            else { continue }
            let short = BlockText.letters(of: list.text(index))
            guard BlockText.letters(of: list.text(index + 1)).starts(with: short) else { continue }
            labels[index] = .caption
            labels[index + 1] = .caption
        }
    }

    /// A caption is printed twice where the converter writes the picture's alternative text before it.
    ///
    /// A headline may be printed twice too: the first of the page always is one, and others stand apart from their
    /// repeat, as blocks do, while the two texts of a picture stand in one block.
    private mutating func labelDoubledCaptions(_ list: BlockList) {
        var seenHeadline = false
        for index in list.indices.dropLast() {
            defer { if labels[index] == .headline { seenHeadline = true } }
            let one = list.features[index]
            let other = list.features[index + 1]
            guard one.fold == other.fold, one.words == other.words, (6...Caption.mostWords).contains(one.words) else {
                continue
            }
            // A paragraph of several sentences that stands twice is a page's mistake, not a caption.
            let isClose = !list.blocks[index + 1].isSeparate
            let isCaption =
                labels[index] == .prose ? isClose || one.innerStops == 0 : isClose && seenHeadline
            guard isCaption, labels[index] == .prose || labels[index] == .headline else { continue }
            labels[index] = .caption
            labels[index + 1] = .caption
        }
    }
}
