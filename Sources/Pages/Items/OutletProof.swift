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
        // A loop, since a lazy sequence would ask for each line several times.
        var notices: [String] = []
        for index in list.indices
        where list.blocks[index].range.count <= longestNotice && list.withText(index, mayHaveRights) {
            let text = list.text(index)
            guard rights.occur(in: LineCase.lowered(text), from: 0) else { continue }
            notices.append(" \(Identity.folded(String(decoding: text, as: UTF8.self))) ")
            if notices.count == mostNotices { break }
        }
        return notices
    }

    /// Whether a line has the first bytes of one of the phrases; few have, and only those are put into lower case.
    private static func mayHaveRights(_ text: Span<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for index in text.indices {
            let byte = text[index] | 0x20
            switch previous {
            case UInt8(ascii: "c"): if byte == UInt8(ascii: "o") { return true }
            case UInt8(ascii: "("): if byte == UInt8(ascii: "c") { return true }
            case 0xE2: if byte == 0xA9 { return true }
            default: break
            }
            previous = byte
        }
        return false
    }

    private static let rights = BlockPhrases(["©", "copyright", "(c) "])
}
