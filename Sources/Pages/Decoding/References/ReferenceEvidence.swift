/// Weighs whether a text's character references were left by its converter, or belong to what the page says.
///
/// "Smith &amp; Jones" and "don&#39;t" were never meant; "write &lt;b&gt; for bold" is. What stands next to a reference
/// tells: the character it means makes sense there, or it does not. A bare ampersand in running text, or a tag, says that
/// the converter did decode, so that what still looks like a reference is text. A text that names HTML is asked for
/// more, since it may be about them.
struct ReferenceEvidence {
    /// What speaks for it, at ampersands and at other characters.
    ///
    /// Two points are enough where nothing speaks against it.
    private var points = (ampersand: 0, other: 0)
    /// Apostrophes and letters within words: nobody writes those on purpose, so they hold against all else.
    private var within = (apostrophes: 0, letters: 0)
    /// References that the page shows as such.
    private var mentions = 0
    private var bareAmpersands = 0
    private var tags = 0
    private var namesMarkup = false

    /// Looks through a normalised text, at most once at each byte but for a few before and after ampersands.
    init(_ text: Span<UInt8>) {
        var last = (end: -1, scalar: UInt32(0))
        var at = 0
        while at < text.count {
            defer { at += 1 }
            switch text[at] {
            case UInt8(ascii: "&"):
                guard let reference = CharacterReference(UTF8Reader(), text, at: at) else {
                    if isBare(text, at: at) { bareAmpersands += 1 }
                    continue
                }
                let before = last.end == at ? Side(last.scalar) : Side(text, before: at)
                let end = at + reference.length
                let next = CharacterReference(UTF8Reader(), text, at: min(end, text.count - 1))
                let after = end < text.count ? next.map { Side($0.scalar) } ?? Side(text, at: end) : .edge
                // Some converters decode the text and not the addresses, so those tell nothing.
                let isAddress = reference.scalar == 0x26 && ReferenceEvidence.beginsValue(text, at: end)
                if !isAddress { add(reference, before, after) }
                if reference.scalar == 0xA9, ReferenceEvidence.beginsNotice(text, at: end) { points.other += 2 }
                last = (end, reference.scalar)
                at = end - 1
            case UInt8(ascii: "<"):
                if ReferenceEvidence.isTag(text, at: at) { tags += 1 }
            case UInt8(ascii: "H"), UInt8(ascii: "X"), UInt8(ascii: "S"), UInt8(ascii: "a"), UInt8(ascii: "A"):
                namesMarkup = namesMarkup || ReferenceEvidence.namesMarkup(text, at: at)
            default: break
            }
        }
    }

    /// Whether a text has a reference at all; nearly none has, and then nothing has to be weighed.
    static func isPossible(_ text: Span<UInt8>) -> Bool {
        var at = 0
        while at < text.count {
            if text.count &- at >= ASCIIStretch.length, !ASCIIStretch.has(0x26, text, at) {
                at &+= ASCIIStretch.length
                continue
            }
            for index in at..<min(text.count, at &+ ASCIIStretch.length)
            where text[index] == 0x26 && CharacterReference(UTF8Reader(), text, at: index) != nil { return true }
            at &+= ASCIIStretch.length
        }
        return false
    }

    /// Whether a text has references to ampersands that begin references again: `&amp;amp;`.
    static func hasDouble(_ text: Span<UInt8>) -> Bool {
        let amp = Array("&amp;".utf8)
        var at = 0
        while at + amp.count < text.count {
            guard text[at] == amp[0], amp.indices.allSatisfy({ text[at + $0] == amp[$0] }) else {
                at += 1
                continue
            }
            if CharacterReference(ReferenceReader(UTF8Reader()), text, at: at) != nil { return true }
            at += amp.count
        }
        return false
    }

    /// Whether the converter left them.
    var areLeftOver: Bool {
        // A page about markup may spell a word with a letter's reference, but hardly one with an apostrophe's.
        if namesMarkup || tags > 0 { return within.apostrophes > tags + mentions }
        if within.apostrophes + within.letters > mentions { return true }
        if bareAmpersands > 0 { return points.other >= (bareAmpersands + mentions) * 3 }
        return points.ampersand + points.other >= 2 + mentions * 3
    }

    private mutating func add(_ reference: CharacterReference, _ before: Side, _ after: Side) {
        let isWithin = before == .letter && after == .letter
        // In quotation marks or brackets it is what the page speaks of; but for the ellipsis of a text cut short: "[…]".
        if before == .mark, after == .mark, reference.scalar != 0x2026 {
            mentions += 1
            return
        }
        // Whoever shows a tag by references may show an ampersand so, too.
        if reference.scalar == 0x3C, after == .letter || after == .code { namesMarkup = true }
        guard before != .code, after != .code else { return }
        switch reference.scalar {
        case 0x26:
            if before == after, before == .letter || before == .blank { points.ampersand += 2 }
        case 0x3C, 0x3E:
            // A trail of sections ("Home > Sport") has them between words, and a list of references before a comma.
            if after == .point { mentions += 1 } else if before == .blank, after == .blank { points.other += 1 }
        case _ where isWithin && ReferenceEvidence.isApostrophe(reference.scalar):
            within.apostrophes += 1
        case _ where ReferenceEvidence.isQuote(reference.scalar) && !(before.isEnd && after.isEnd):
            let opens = before.isOpen && (after == .letter || after == .mark)
            let closes = (before == .letter || before == .point || before == .mark) && after.isOpen
            // Scripts without spaces between words have letters on both sides.
            if opens != closes || isWithin { points.other += 2 }
        case 0xA0 where before.isEnd && after.isEnd:
            // Alone in its line it kept a paragraph from being empty.
            points.other += 2
        case _ where isWithin && ReferenceEvidence.isLetter(reference.scalar):
            within.letters += 1
        default:
            let touches =
                before == .letter || after == .letter || (before == .point || before == .mark) && after != .point
            // Signs with blanks around them: dashes, arrows of quotation marks ("» Next"), the ellipsis.
            let isApart = before.isEnd && after.isEnd && (before != .edge || after != .edge)
            let isSign =
                ReferenceEvidence.isSign(reference.scalar)
                && (reference.isNumeric || before == .edge || after == .edge)
            if touches || isApart && (isSign || ReferenceEvidence.standsApart(reference.scalar)) {
                points.other += 2
            } else if reference.isNumeric && reference.scalar > 0xFF {
                points.other += 1
            }
        }
    }
}
