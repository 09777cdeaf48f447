/// Writes normalised text scalar by scalar, and keeps the way back to the source: lines, and checkpoints in long lines.
///
/// The same steps decode a dump and later find, from a line's start or a checkpoint, where a piece of it came from.
struct TextWriter {
    /// What one step did; to find a scalar's source, one must know where its bytes begin and end.
    enum Effect {
        case wrote
        case joined
        case nothing
        case endedLine
    }

    /// A place in a long line where reading can start again.
    struct Checkpoint {
        let text: UInt32
        let bytes: UInt32
    }

    /// Source bytes between checkpoints: at most so many are decoded again to find a source, give or take one scalar.
    static let stride = 4096
    private static let space = UInt8(ascii: " ")
    private static let newline = UInt8(ascii: "\n")

    private(set) var utf8: [UInt8] = []
    private(set) var lines: [SourceText.Line] = []
    private(set) var checkpoints: [Checkpoint] = []
    /// Invalid byte sequences.
    private(set) var undecodable = 0
    /// Controls left out, NUL among them, but for those that are `padding`.
    private(set) var controls = 0
    /// NULs at either end of a line or of the text: room that was taken and not filled, and C's ends of strings.
    private(set) var padding = 0
    /// NULs since the text was so long; only what comes next tells whether they are padding.
    private var nuls = (count: 0, after: 0)

    private var composition = TextComposition()

    /// Where the current line starts, in `utf8` and in the source.
    private var lineText = 0
    private var lineBytes = 0
    private var blanks = 0
    private var endsBlank = false
    /// No mark is composed with a letter before this offset: decoding again from a checkpoint would not see the letter.
    private var joinFloor = 0
    private var lastMark = 0

    init(startingAt offset: Int, capacity: Int, lines lineCapacity: Int = 0) {
        lineBytes = offset
        lastMark = offset
        utf8.reserveCapacity(capacity)
        lines.reserveCapacity(lineCapacity)
    }

    /// Up to which offset bytes may be copied at once, so that checkpoints stand where single steps would put them.
    func copyLimit(from offset: Int) -> Int {
        offset &- lastMark < TextWriter.stride ? lastMark &+ TextWriter.stride : offset &+ TextWriter.stride
    }

    /// Copies a range that is normalised already.
    mutating func copy(_ source: [UInt8], _ range: Range<Int>) {
        markIfDue(at: range.lowerBound)
        BlockText.append(source.span.extracting(range), to: &utf8)
    }

    /// Ends the text: closes a last line that has no line end, and removes a blank line at the end.
    mutating func finish(at offset: Int) {
        if lineBytes < offset { endLine(at: offset, next: offset) }
        if endsBlank { utf8.removeLast() }
    }

    /// Reads one scalar, writes its normalised form, and gives the offset of the next.
    @inline(__always)
    mutating func step<Reader: TextReader>(
        _ reader: Reader,
        _ bytes: Span<UInt8>,
        at offset: Int
    ) -> (next: Int, effect: Effect) {
        let read = reader.read(bytes, at: offset)
        let kind = TextScalar.kind(read.scalar)
        if kind != .mark { markIfDue(at: offset) }
        let next = offset &+ read.length
        switch kind {
        case .plain:
            append(read.scalar)
        case .space:
            utf8.append(TextWriter.space)
        case .lineEnd:
            let end = next &+ TextWriter.restOfLineEnd(reader, bytes, at: next, after: read.scalar)
            endLine(at: offset, next: end)
            return (end, .endedLine)
        case .mark:
            if join(read.scalar) { return (next, .joined) }
            append(read.scalar)
        case .bad:
            appendMended(read.scalar)
        case .dropped:
            return (next, .nothing)
        case .control:
            note(control: read.scalar)
            return (next, .nothing)
        case .escape:
            return (next &+ TextWriter.restOfEscape(reader, bytes, at: next), .nothing)
        }
        return (next, .wrote)
    }

    @inline(__always)
    private mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            utf8.append(UInt8(truncatingIfNeeded: scalar))
        } else {
            appendWide(scalar)
        }
    }

    private mutating func appendWide(_ scalar: UInt32) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar &>> shift & 0x3F | 0x80) }
        if scalar < 0x800 {
            utf8.append(UInt8(truncatingIfNeeded: scalar &>> 6 | 0xC0))
        } else if scalar < 0x10000 {
            utf8.append(UInt8(truncatingIfNeeded: scalar &>> 12 | 0xE0))
            utf8.append(tail(6))
        } else {
            utf8.append(UInt8(truncatingIfNeeded: scalar &>> 18 | 0xF0))
            utf8.append(tail(12))
            utf8.append(tail(6))
        }
        utf8.append(tail(0))
    }

    /// Counts an invalid sequence, and writes what it was mended to, or U+FFFD.
    private mutating func appendMended(_ scalar: UInt32) {
        undecodable &+= 1
        let mended = scalar & ~TextRead.mended
        guard mended <= 0x10_FFFF else { return appendWide(0xFFFD) }
        append(TextScalar.kind(mended) == .space ? UInt32(TextWriter.space) : mended)
    }

    private mutating func note(control: UInt32) {
        guard control == 0 else {
            controls &+= 1
            return
        }
        guard utf8.count > lineText else {
            padding &+= 1
            return
        }
        if nuls.after != utf8.count {
            controls &+= nuls.count
            nuls = (0, utf8.count)
        }
        nuls.count &+= 1
    }

    /// Composes a mark with the letter before it; false where there is no letter or the two have no composed form.
    private mutating func join(_ mark: UInt32) -> Bool {
        guard utf8.count > joinFloor else { return false }
        var start = utf8.count - 1
        while start > joinFloor, utf8[start] & 0xC0 == 0x80 { start -= 1 }
        let base = UTF8Reader().read(utf8.span, at: start)
        guard base.length == utf8.count - start else { return false }
        let joined = composition.composed(base.scalar, mark)
        guard joined != 0 else { return false }
        utf8.removeLast(base.length)
        appendWide(joined)
        return true
    }

    private mutating func endLine(at end: Int, next: Int) {
        if nuls.after == utf8.count { padding &+= nuls.count } else { controls &+= nuls.count }
        nuls = (0, 0)
        var kept = utf8.count
        while kept > lineText, utf8[kept - 1] == TextWriter.space { kept -= 1 }
        if kept < utf8.count { utf8.removeLast(utf8.count - kept) }
        let isBlank = kept == lineText
        // Checkpoints in the trailing space just removed lead nowhere, and would break the order by text offset.
        while let last = checkpoints.last, last.bytes >= lineBytes, isBlank || last.text > kept {
            checkpoints.removeLast()
        }
        if isBlank {
            blanks += 1
            if !lines.isEmpty, !endsBlank {
                utf8.append(TextWriter.newline)
                endsBlank = true
            }
        } else {
            lines.append(SourceText.Line(text: lineText..<kept, bytes: lineBytes..<end, blankBefore: blanks))
            utf8.append(TextWriter.newline)
            blanks = 0
            endsBlank = false
        }
        lineText = utf8.count
        lineBytes = next
        joinFloor = lineText
        lastMark = next
    }

    @inline(__always)
    private mutating func markIfDue(at offset: Int) {
        guard offset &- lastMark >= TextWriter.stride else { return }
        checkpoints.append(
            Checkpoint(
                text: UInt32(truncatingIfNeeded: utf8.count),
                bytes: UInt32(truncatingIfNeeded: offset)
            )
        )
        lastMark = offset
        joinFloor = utf8.count
    }
}
