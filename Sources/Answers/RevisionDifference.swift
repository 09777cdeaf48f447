/// What differs between two revisions of an article, paragraph by paragraph; the title counts as the first.
package struct RevisionDifference: Sendable {
    package enum Line: Equatable, Sendable {
        case removed(String)
        case inserted(String)
    }

    /// In the order of the newer text; a removed paragraph stands before the one that followed it.
    package let lines: [Line]

    package init(from old: [String], to new: [String]) {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [Line] = []
        var place = 0
        for (offset, paragraph) in new.enumerated() {
            while place < old.count, removed.contains(place) {
                lines.append(.removed(old[place]))
                place += 1
            }
            if inserted.contains(offset) { lines.append(.inserted(paragraph)) } else { place += 1 }
        }
        self.lines = lines + old[min(place, old.count)...].map(Line.removed)
    }
}
