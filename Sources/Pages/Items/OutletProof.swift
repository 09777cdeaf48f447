/// Decides whether the page bears out that what stands beside a date is an outlet.
///
/// The outlet is part of an article's id, so what merely may be one is none: a section, a place or a notice stands in
/// the same place, and on the next visit another.
struct OutletProof {
    private let list: BlockList
    /// The names that bylines of the page prove, folded.
    private var proven: Set<String> = []
    /// Whether the page's bylines have a place for the outlet: `By A | OUTLET | DATE`.
    private var hasSlot = false

    init(_ list: BlockList, _ bylines: BylineList) {
        self.list = list
        for byline in bylines.values where byline.outletGrounds >= .slot {
            hasSlot = hasSlot || byline.outletGrounds == .slot
            if let outlet = byline.outlet { proven.insert(Identity.folded(outlet.value)) }
        }
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

    /// Whether a name is proven by another byline, or stands in the page's notice of rights.
    private func isOwn(_ name: String) -> Bool {
        let folded = Identity.folded(name)
        guard folded.utf8.count >= 3 else { return false }
        if proven.contains(folded) { return true }
        return list.indices.contains { index in
            guard list.blocks[index].range.count <= OutletProof.longestNotice else { return false }
            let text = list.text(index)
            guard OutletProof.rights.occur(in: LineCase.lowered(text), from: 0) else { return false }
            return " \(Identity.folded(String(decoding: text, as: UTF8.self))) ".contains(" \(folded) ")
        }
    }

    /// The most bytes of a notice of rights.
    private static let longestNotice = 200
    private static let rights = BlockPhrases(["©", "copyright", "(c) "])
}
