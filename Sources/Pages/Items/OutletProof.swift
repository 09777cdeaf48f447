/// Decides whether the page bears out that what stands beside a date is an outlet.
///
/// The outlet is part of an article's id, so what merely may be one is none: a section, a place or a notice stands in
/// the same place, and on the next visit another.
struct OutletProof {
    /// The names that bylines of the page prove, folded.
    private var proven: Set<String> = []
    /// The page's notices of rights, folded, with a space at both ends.
    private var notices: [String] = []
    /// Whether the page's bylines have a place for the outlet: `By A | OUTLET | DATE`.
    private var hasSlot = false

    init(_ list: BlockList, _ bylines: BylineList) {
        var hasGuess = false
        for byline in bylines.values {
            guard let outlet = byline.outlet else { continue }
            switch byline.outletGrounds {
            case .other: continue
            case .none, .separated: hasGuess = true
            case .slot, .name:
                hasSlot = hasSlot || byline.outletGrounds == .slot
                proven.insert(Identity.folded(outlet.value))
            }
        }
        if hasGuess { notices = OutletProof.notices(of: list) }
    }

    /// Whether a byline's outlet is an outlet.
    func accepts(_ byline: Byline) -> Bool {
        switch byline.outletGrounds {
        case .name, .slot: true
        case .separated where hasSlot: true
        case .other: false
        case .separated, .none: byline.outlet.map { isOwn($0.value) } ?? false
        }
    }

    /// Whether a name is proven by another byline, or stands in a notice of rights.
    private func isOwn(_ name: String) -> Bool {
        let folded = Identity.folded(name)
        guard folded.utf8.count >= 3 else { return false }
        return proven.contains(folded) || notices.contains { $0.contains(" \(folded) ") }
    }

    /// The most bytes of a notice of rights, and the most notices that are looked at.
    private static let longestNotice = 200
    private static let mostNotices = 16

    private static func notices(of list: BlockList) -> [String] {
        let found = list.indices.lazy.filter { list.blocks[$0].range.count <= longestNotice }.map { list.text($0) }
            .filter { rights.occur(in: LineCase.lowered($0), from: 0) }
        return found.prefix(mostNotices).map { " \(Identity.folded(String(decoding: $0, as: UTF8.self))) " }
    }

    private static let rights = BlockPhrases(["©", "copyright", "(c) "])
}
