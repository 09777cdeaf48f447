extension SourceText {
    /// The range of the dump's bytes that a range of `utf8` was decoded from.
    ///
    /// It is exact to the scalar: from the first byte of the first scalar to the last byte of the last one, combining
    /// marks that were composed with it included. A line end gives the empty range where its line's bytes end, and an
    /// empty range gives an empty one. A range that reaches past the text is cut to it.
    package func bytes(of range: Range<Int>) -> Range<Int> {
        let range = range.clamped(to: 0..<utf8.count)
        guard !range.isEmpty else {
            let start = origin(of: range.lowerBound).lowerBound
            return start..<start
        }
        let first = origin(of: range.lowerBound)
        guard range.count > 1 else { return first }
        return first.lowerBound..<max(first.upperBound, origin(of: range.upperBound - 1).upperBound)
    }

    /// The bytes that became the scalar at an offset of `utf8`.
    private func origin(of offset: Int) -> Range<Int> {
        guard let line = line(at: offset) else { return 0..<0 }
        guard offset < line.text.upperBound else { return line.bytes.upperBound..<line.bytes.upperBound }
        var start = (text: line.text.lowerBound, bytes: line.bytes.lowerBound)
        let after = checkpoints.partitionPoint { $0.text > offset }
        if after > 0, checkpoints[after - 1].bytes >= line.bytes.lowerBound {
            start = (Int(checkpoints[after - 1].text), Int(checkpoints[after - 1].bytes))
        }
        let wanted = offset - start.text
        switch encoding {
        case .utf8:
            if let bytes = sameBytes(as: offset, from: start) { return bytes }
            if let mending = form.mending { return trace(mending, from: start.bytes, to: wanted, within: line) }
            return trace(UTF8Reader(), from: start.bytes, to: wanted, within: line)
        case .utf16LittleEndian: return trace(UTF16LittleEndianReader(), from: start.bytes, to: wanted, within: line)
        case .utf16BigEndian: return trace(UTF16BigEndianReader(), from: start.bytes, to: wanted, within: line)
        case .windows1252: return trace(Windows1252Reader(), from: start.bytes, to: wanted, within: line)
        case .latin1: return trace(Latin1Reader(), from: start.bytes, to: wanted, within: line)
        default: break
        }
        if let table = form.table {
            return trace(MultiByteReader(table: table), from: start.bytes, to: wanted, within: line)
        }
        guard let reader = CodePageReader(encoding) else { return 0..<0 }
        return trace(reader, from: start.bytes, to: wanted, within: line)
    }

    /// The bytes of the scalar at an offset, if text and dump have the same bytes from `start` up to it; else nil.
    ///
    /// Nearly all text has the same bytes as its dump. Same bytes prove that nothing was changed on the way: a change
    /// either writes another character than was read (a space for a tab, a composed letter), or leaves out one that is
    /// never written, so the bytes would differ from there on.
    private func sameBytes(as offset: Int, from start: (text: Int, bytes: Int)) -> Range<Int>? {
        var lower = offset
        while lower > start.text, utf8[lower] & 0xC0 == 0x80 { lower -= 1 }
        let upper = lower + UTF8Reader().read(utf8.span, at: lower).length
        let shift = start.bytes - start.text
        guard upper > offset, upper + shift <= source.count else { return nil }
        let text = utf8.span
        let bytes = source.span
        for index in start.text..<upper where text[index] != bytes[index &+ shift] { return nil }
        return lower + shift..<upper + shift
    }

    /// The last line that starts at or before an offset.
    private func line(at offset: Int) -> Line? {
        let after = lines.partitionPoint { $0.text.lowerBound > offset }
        return after > 0 ? lines[after - 1] : nil
    }

    /// Decodes again from `start` until the scalar is complete that holds the wanted byte of the text.
    private func trace<Reader: TextReader>(
        _ reader: Reader,
        from start: Int,
        to wanted: Int,
        within line: Line
    ) -> Range<Int> {
        var writer = TextWriter(startingAt: start, capacity: 0)
        var at = start
        var scalar = start..<start
        while at < line.bytes.upperBound {
            let wasFound = writer.utf8.count > wanted
            let step = writer.step(reader, source.span, at: at)
            // No mark is composed with a letter before a checkpoint, so at the next one the scalar is complete.
            guard writer.checkpoints.isEmpty else { return scalar }
            switch step.effect {
            case .wrote where wasFound: return scalar
            case .wrote: scalar = at..<step.next
            // The letter may have been found already; its mark still belongs to it.
            case .joined: scalar = scalar.lowerBound..<step.next
            case .nothing: break
            case .endedLine: return scalar
            }
            at = step.next
        }
        return scalar
    }
}

extension Array {
    /// The first index from which on the condition holds, by binary search; it must fail for all elements before.
    fileprivate func partitionPoint(where holds: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
