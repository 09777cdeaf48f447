extension BylineList {
    /// The log odds, in tenths, from which on a line is taken to show its item's date or to name its author.
    static let leastOdds: Int8 = 0
    /// Where no word such as "by" announces the name, more is asked, since sections stand in its place too.
    private static let leastOddsOfNameAlone: Int8 = 20
    /// The line above ends in a word such as "by": then the odds may be against the name.
    private static let leastOddsOfAnnounced: Int8 = -10
    /// The most words and bytes of a menu's entry.
    private static let mostMenuWords = 4
    private static let longestMenuEntry = 60

    /// The bylines with the dates and names of lines that no rule understood and that the network says have them.
    func labelled(_ page: LabelledPage, _ list: BlockList, _ layout: LayoutMatches?) -> BylineList {
        var menu: Set<[UInt8]>?
        var changed = BylineList()
        for index in list.indices {
            // Of nearly all lines the network says that they have neither.
            guard
                page.scores.author[index] >= BylineList.leastOddsOfAnnounced
                    || page.scores.date[index] >= BylineList.leastOdds
            else { continue }
            // A layout's author knew the line.
            guard layout?.bylines[index] == nil, list.statistics[index].width > 0 else { continue }
            let known = self[index]
            let byline = BylineList.add(to: known, at: index, page, list, &menu)
            if let byline, byline != known { changed.append(byline, at: index) }
        }
        return changed.isEmpty ? self : merged(with: changed)
    }

    /// Adds to what is known of a line; the menu's entries are collected when they are first asked for.
    private static func add(
        to known: Byline?,
        at index: Int,
        _ page: LabelledPage,
        _ list: BlockList,
        _ menu: inout Set<[UInt8]>?
    ) -> Byline? {
        let odds = page.scores.author[index]
        let addsDate = known?.date == nil && page.scores.date[index] >= leastOdds
        // The parser takes more for names after "by" than the words that end them allow, such as categories.
        let mayAddName = known?.authors == nil || known?.rule == "byline.by"
        let wasAnnounced = mayAddName && odds >= leastOddsOfAnnounced && announces(index - 1, list)
        let addsName = mayAddName && (odds >= leastOdds || wasAnnounced)
        guard addsDate || addsName, list.blocks[index].range.count <= LabelledLine.longest else { return known }
        let line = LabelledLine(list.text(index))
        var byline = addsDate ? line.dated(known) : known
        guard addsName else { return byline }
        var names = odds >= leastOdds ? line.announced : nil
        if names == nil, known?.authors == nil, odds >= (wasAnnounced ? leastOddsOfAnnounced : leastOddsOfNameAlone) {
            names = line.nameAlone { entry in
                let entries = menu ?? BylineList.menu(page.labels, list)
                menu = entries
                return entries.contains(entry)
            }
        }
        guard let names else { return byline }
        // The parser knows jobs and titles, so its names are only cut where they end.
        if let parsed = known?.authors?.value, parsed == names.value || !parsed.starts(with: names.value) {
            return byline
        }
        if byline == nil { byline = Byline(rule: "label.author") }
        byline?.authors = names
        byline?.isAuthorByLabel = true
        return byline
    }

    /// Whether a line ends in a word such as "by", so that the next one may be a name.
    private static func announces(_ index: Int, _ list: BlockList) -> Bool {
        guard index >= 0, list.blocks[index].range.count <= LabelledLine.longestAnnouncement else { return false }
        return LabelledLine.endsInAnnouncement(list.text(index))
    }

    /// The short lines that belong to no item, in lower case: names of sections stand in the page's menu too.
    private static func menu(_ labels: [BlockLabel], _ list: BlockList) -> Set<[UInt8]> {
        var menu: Set<[UInt8]> = []
        for index in list.indices where labels[index] == .outside {
            guard (1...mostMenuWords).contains(list.statistics[index].words),
                list.blocks[index].range.count <= longestMenuEntry
            else { continue }
            menu.insert(LineCase.lowered(list.text(index)))
        }
        return menu
    }
}
