/// Which paragraph of an old text is which of a new one.
struct ParagraphPairs {
    /// The other paragraph of a pair.
    struct Partner {
        let place: Int
        /// From 0 to 1.
        let likeness: Double
        let isEqual: Bool
    }

    private(set) var ofOld: [Partner?]
    private(set) var ofNew: [Partner?]

    init(oldCount: Int, newCount: Int) {
        ofOld = Array(repeating: nil, count: oldCount)
        ofNew = Array(repeating: nil, count: newCount)
    }

    /// Whether both places exist and neither has a partner.
    func areFree(_ old: Int, _ new: Int) -> Bool {
        ofOld.indices.contains(old) && ofNew.indices.contains(new) && ofOld[old] == nil && ofNew[new] == nil
    }

    /// Joins two that are equal, or alike to some degree.
    mutating func join(_ old: Int, _ new: Int, likeness: Double? = nil) {
        ofOld[old] = Partner(place: new, likeness: likeness ?? 1, isEqual: likeness == nil)
        ofNew[new] = Partner(place: old, likeness: likeness ?? 1, isEqual: likeness == nil)
    }

    mutating func part(_ old: Int, _ new: Int) {
        ofOld[old] = nil
        ofNew[new] = nil
    }

    // MARK: equal paragraphs

    /// Joins equal paragraphs, wherever they stand.
    ///
    /// Paul Heckel, “A technique for isolating differences between files”, Communications of the ACM 21 (4), 1978:
    /// paragraphs that occur once in either text are joined, then equal neighbours of those that are joined. It takes
    /// linear time, and finds what moved. Beyond Heckel, equal paragraphs that are still free are joined in order.
    ///
    /// - Parameters:
    ///   - old: A number for each paragraph; equal paragraphs have the same.
    ///   - new: Likewise.
    mutating func joinEqual(_ old: [Int], _ new: [Int]) {
        joinUnique(old, new)
        // The places before the first paragraphs and after the last ones count as joined.
        for place in -1..<new.count {
            guard let before = place < 0 ? -1 : ofNew[place]?.place else { continue }
            joinIfEqual(before + 1, place + 1, old, new)
        }
        for place in (0...new.count).reversed() {
            guard let after = place == new.count ? old.count : ofNew[place]?.place else { continue }
            joinIfEqual(after - 1, place - 1, old, new)
        }
        joinInOrder(old, new)
    }

    private mutating func joinUnique(_ old: [Int], _ new: [Int]) {
        let oldPlaces = ParagraphPairs.places(old)
        for (number, places) in ParagraphPairs.places(new) where places.count == 1 {
            if let others = oldPlaces[number], others.count == 1 { join(others[0], places[0]) }
        }
    }

    private mutating func joinIfEqual(_ oldPlace: Int, _ newPlace: Int, _ old: [Int], _ new: [Int]) {
        guard areFree(oldPlace, newPlace), old[oldPlace] == new[newPlace] else { return }
        join(oldPlace, newPlace)
    }

    private mutating func joinInOrder(_ old: [Int], _ new: [Int]) {
        // Those of one number, last place first, so that the first is taken from the end.
        var free: [Int: [Int]] = [:]
        for place in old.indices.reversed() where ofOld[place] == nil { free[old[place], default: []].append(place) }
        for place in new.indices where ofNew[place] == nil {
            if let oldPlace = free[new[place]]?.popLast() { join(oldPlace, place) }
        }
    }

    private static func places(_ numbers: [Int]) -> [Int: [Int]] {
        var places: [Int: [Int]] = [:]
        for (place, number) in numbers.enumerated() { places[number, default: []].append(place) }
        return places
    }
}
