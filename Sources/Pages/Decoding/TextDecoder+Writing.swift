/// Writing the normalised text, once it is known how the bytes are to be read.
extension TextDecoder {
    /// Writes the text of a dump that is valid UTF-8 from an offset on; nil where it is not.
    static func writtenIfValid(_ bytes: [UInt8], from start: Int, _ lines: Int) throws(Refusal) -> TextWriter? {
        let writer = try written(bytes, UTF8Reader(), from: start, lines, endsAtBad: true)
        return writer.undecodable == 0 ? writer : nil
    }

    /// Writes the text of a dump in a form.
    static func written(_ bytes: [UInt8], _ form: DumpForm, _ lines: Int) throws(Refusal) -> TextWriter {
        switch form.encoding {
        case .utf8:
            if let mending = form.mending { return try written(bytes, form, mending, lines) }
            return try written(bytes, form, UTF8Reader(), lines)
        case .utf16LittleEndian: return try written(bytes, form, UTF16LittleEndianReader(), lines)
        case .utf16BigEndian: return try written(bytes, form, UTF16BigEndianReader(), lines)
        case .windows1252: return try written(bytes, form, Windows1252Reader(), lines)
        case .latin1: return try written(bytes, form, Latin1Reader(), lines)
        default: break
        }
        if let table = form.table { return try written(bytes, form, MultiByteReader(table: table), lines) }
        guard let reader = CodePageReader(form.encoding) else {
            return try written(bytes, form, Windows1252Reader(), lines)
        }
        return try written(bytes, form, reader, lines)
    }

    private static func written<Reader: TextReader>(
        _ bytes: [UInt8],
        _ form: DumpForm,
        _ reader: Reader,
        _ lines: Int
    ) throws(Refusal) -> TextWriter {
        guard form.hasReferences else { return try written(bytes, reader, from: form.start, lines) }
        if form.hasThemTwice {
            return try written(bytes, ReferenceReader(ReferenceReader(reader)), from: form.start, lines)
        }
        return try written(bytes, ReferenceReader(reader), from: form.start, lines)
    }

    /// Writes the normalised text in one pass, and stops at the first invalid sequence where it is told to.
    private static func written<Reader: TextReader>(
        _ bytes: [UInt8],
        _ reader: Reader,
        from start: Int,
        _ maximalLineCount: Int,
        endsAtBad: Bool = false
    ) throws(Refusal) -> TextWriter {
        let lines = filledLines(bytes.span, maximalLineCount)
        var writer = TextWriter(startingAt: start, capacity: bytes.count, lines: lines)
        let count = bytes.count
        var at = start
        while at < count {
            let end = reader.plainRun(bytes.span, from: at, below: min(count, writer.copyLimit(from: at)))
            if end > at {
                writer.copy(bytes, at..<end)
                at = end
                continue
            }
            at = writer.step(reader, bytes.span, at: at).next
            if endsAtBad, writer.undecodable > 0 { return writer }
            guard writer.lines.count <= maximalLineCount else {
                throw Refusal(
                    .tooLarge,
                    "The text has more than \(maximalLineCount) lines; split it into one file a page."
                )
            }
        }
        writer.finish(at: count)
        return writer
    }

    /// Estimates how many lines are not blank, so that room for them is made at once.
    ///
    /// An array that grows by doubling may take twice the memory that it needs.
    private static func filledLines(_ bytes: Span<UInt8>, _ most: Int) -> Int {
        let stretch = 128
        var count = 1
        var at = 1
        while at < bytes.count {
            let end = min(bytes.count, at &+ stretch)
            let here = bytes.extracting(at..<end)
            let before = bytes.extracting(at &- 1..<end &- 1)
            // A run's count fits in eight bits; with so narrow a sum the compiler can take sixteen bytes at a time.
            var ends: UInt8 = 0
            for index in here.indices {
                let isEnd: UInt8 = (here[index] == 0x0A ? 1 : 0) | (here[index] == 0x0D ? 1 : 0)
                let wasEnd: UInt8 = (before[index] == 0x0A ? 1 : 0) | (before[index] == 0x0D ? 1 : 0)
                ends &+= isEnd & ~wasEnd
            }
            count &+= Int(ends)
            at = end
        }
        return min(count, most)
    }
}
