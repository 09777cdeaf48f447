/// Reads a text in which a converter left character references: each as the character that it means.
///
/// They are read once: `&amp;lt;` is the text `&lt;`, as a browser shows it. Where two converters in turn wrote them, a
/// reader of this kind reads what another has read.
struct ReferenceReader<Base: TextReader>: TextReader {
    let base: Base

    static var sharesASCII: Bool { Base.sharesASCII }

    init(_ base: Base) { self.base = base }

    @inline(__always)
    func read(_ bytes: Span<UInt8>, at offset: Int) -> TextRead {
        let read = base.read(bytes, at: offset)
        guard read.scalar == 0x26, let reference = CharacterReference(base, bytes, at: offset) else { return read }
        return TextRead(reference.scalar, reference.length)
    }

    /// Only plain ASCII up to an ampersand, of which the base's run need not stop.
    ///
    /// Cutting the base's run short would read what is after the ampersand again for each.
    func plainRun(_ bytes: Span<UInt8>, from offset: Int, below limit: Int) -> Int {
        guard Base.sharesASCII else { return offset }
        var at = offset
        while at < limit, bytes[at] &- 0x20 < 0x5F, bytes[at] != 0x26 { at &+= 1 }
        return at
    }
}
