/// Turns a dump's bytes into normalised text, or says why they are no text that the desk reads.
package enum TextDecoder {
    /// Offsets are kept in 32 bits, and a byte of windows-1252 may become three of UTF-8.
    private static let maximalByteCount = 1 << 30

    /// Asks the system to decode characters, each on a line of its own.
    ///
    /// The answer is one scalar for each character and line end, and `UInt32.max` for each invalid byte; nil where the
    /// system does not know the encoding.
    package typealias Converter = @Sendable (_ encoding: Encoding, _ lines: [UInt8]) -> [UInt32]?

    /// Decodes a whole dump.
    ///
    /// - Parameters:
    ///   - bytes: The dump as delivered.
    ///   - converter: Gives the characters of the encodings in `Encoding.multiByte`; without it, text in them is refused.
    /// - Returns: The normalised text.
    /// - Throws: `Refusal` where the bytes are empty, no text, or a kind of document the desk does not read yet.
    package static func decode(_ bytes: [UInt8], converter: Converter? = nil) throws(Refusal) -> SourceText {
        try decode(bytes, converter: converter, maximalLineCount: SourceText.maximalLineCount)
    }

    /// Decodes with another limit on lines, so that a test need not fill millions.
    static func decode(
        _ bytes: [UInt8],
        converter: Converter? = nil,
        maximalLineCount: Int
    ) throws(Refusal) -> SourceText {
        guard !bytes.isEmpty else { throw Refusal(.empty, "The file has no bytes; save the page's text again.") }
        guard bytes.count <= maximalByteCount else {
            throw Refusal(.tooLarge, "The file has more than 1 GiB; split it into one file a page.")
        }
        if let kind = FileKind(signature: bytes.span) { throw kind.refusal }
        let (writer, encoding, table) = try write(bytes, converter, maximalLineCount)
        guard !writer.lines.isEmpty else {
            throw Refusal(.empty, "The file holds nothing but blank space; save the page's text again.")
        }
        guard !isNoText(controls: writer.controls, of: bytes.count) else { throw FileKind.binary.refusal }
        if let kind = FileKind(text: writer.utf8.span) { throw kind.refusal }
        let digest = SHA256.digest(of: writer.utf8.span)
        return SourceText(writer, encoding: encoding, table: table, source: bytes, digest: digest)
    }

    /// Finds the encoding and writes the normalised text.
    private static func write(
        _ bytes: [UInt8],
        _ converter: Converter?,
        _ lines: Int
    ) throws(Refusal) -> (TextWriter, Encoding, CharacterTable?) {
        let guess = try TextEncoding.guess(bytes.span)
        switch guess.encoding {
        case .utf16LittleEndian:
            return (try written(bytes, UTF16LittleEndianReader(), lines, from: guess.start), guess.encoding, nil)
        case .utf16BigEndian:
            return (try written(bytes, UTF16BigEndianReader(), lines, from: guess.start), guess.encoding, nil)
        default:
            break
        }
        // A byte order mark settles it. Without one a few invalid sequences are forgiven, such as one cut at the end.
        let forgiven = guess.start > 0 ? bytes.count : max(3, bytes.count / 1000)
        let writer = try written(bytes, UTF8Reader(), lines, from: guess.start, forgiving: forgiven)
        if guess.start > 0 || TextEncoding.isUTF8(bytes.span, bad: writer.undecodable, forgiven: forgiven) {
            return (writer, .utf8, nil)
        }
        let (encoding, table) = try TextEncoding.legacy(bytes, converter)
        if let table { return (try written(bytes, MultiByteReader(table: table), lines, from: 0), encoding, table) }
        if encoding == .latin1 { return (try written(bytes, Latin1Reader(), lines, from: 0), encoding, nil) }
        if let reader = CodePageReader(encoding), encoding != .windows1252 {
            return (try written(bytes, reader, lines, from: 0), encoding, nil)
        }
        return (try written(bytes, Windows1252Reader(), lines, from: 0), .windows1252, nil)
    }

    /// Writes the normalised text in one pass, and stops early at more than `forgiving` invalid sequences.
    private static func written<Reader: TextReader>(
        _ bytes: [UInt8],
        _ reader: Reader,
        _ maximalLineCount: Int,
        from start: Int,
        forgiving: Int = Int.max
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
            guard writer.undecodable <= forgiving else { return writer }
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

    /// Whether there are too many control characters for a text.
    ///
    /// A few in a short text, or one in a hundred, come from torn files and terminals.
    static func isNoText(controls: Int, of count: Int) -> Bool {
        controls > count / 100 && (controls > 8 || controls > count / 10)
    }
}
