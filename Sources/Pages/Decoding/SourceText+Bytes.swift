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
        let place = Place(start: start.bytes, wanted: offset - start.text, line: line)
        switch encoding {
        case .utf8:
            if let bytes = sameBytes(as: offset, from: start) { return bytes }
            if let mending = form.mending { return trace(mending, place) }
            return trace(UTF8Reader(), place)
        case .utf16LittleEndian: return trace(UTF16LittleEndianReader(), place)
        case .utf16BigEndian: return trace(UTF16BigEndianReader(), place)
        case .windows1252: return trace(Windows1252Reader(), place)
        case .latin1: return trace(Latin1Reader(), place)
        default: break
        }
        if let table = form.table { return trace(MultiByteReader(table: table), place) }
        guard let reader = CodePageReader(encoding) else { return 0..<0 }
        return trace(reader, place)
    }

    /// What is looked for: the byte `wanted` of the text that is decoded from `start` on, in a line.
    private struct Place {
        let start: Int
        let wanted: Int
        let line: Line
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
        for index in start.text..<upper {
            guard text[index] == bytes[index &+ shift] else { return nil }
            // A reference to an ampersand begins with the character that it means.
            if form.hasReferences, text[index] == 0x26 { return nil }
        }
        return lower + shift..<upper + shift
    }

    /// The last line that starts at or before an offset.
    private func line(at offset: Int) -> Line? {
        let after = lines.partitionPoint { $0.text.lowerBound > offset }
        return after > 0 ? lines[after - 1] : nil
    }

    /// Decodes again up to the scalar that holds the wanted byte of the text.
    private func trace<Reader: TextReader>(_ reader: Reader, _ place: Place) -> Range<Int> {
        if form.hasThemTwice { return retrace(ReferenceReader(ReferenceReader(reader)), place) }
        return form.hasReferences ? retrace(ReferenceReader(reader), place) : retrace(reader, place)
    }

    private func retrace<Reader: TextReader>(_ reader: Reader, _ place: Place) -> Range<Int> {
        let (start, wanted, line) = (place.start, place.wanted, place.line)
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
