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
        var (writer, form) = try write(bytes, converter, maximalLineCount)
        guard !writer.lines.isEmpty else { throw blank }
        guard !isNoText(controls: writer.controls, of: bytes.count - writer.padding) else {
            throw FileKind.binary.refusal
        }
        if let kind = FileKind(text: writer.utf8.span) { throw kind.refusal }
        // What kind of file it is was told by the text as it stands: a page may be about markup and write it so.
        if ReferenceEvidence.isPossible(writer.utf8.span) {
            try readReferences(&writer, &form, bytes, maximalLineCount)
            guard !writer.lines.isEmpty else { throw blank }
        }
        let digest = SHA256.digest(of: writer.utf8.span)
        return SourceText(writer, form: form, source: bytes, digest: digest)
    }

    /// Reads references as what they mean, once or twice, where the text that has them so shows that they were left over.
    private static func readReferences(
        _ writer: inout TextWriter,
        _ form: inout DumpForm,
        _ bytes: [UInt8],
        _ lines: Int
    ) throws(Refusal) {
        let areLeftOver = ReferenceEvidence(writer.utf8.span).areLeftOver
        let mayBeDouble = ReferenceEvidence.hasDouble(writer.utf8.span)
        guard areLeftOver || mayBeDouble else { return }
        var once = form
        once.hasReferences = true
        let read = try written(bytes, once, lines)
        if mayBeDouble, ReferenceEvidence(read.utf8.span).areLeftOver {
            form.hasReferences = true
            form.hasThemTwice = true
            writer = try written(bytes, form, lines)
        } else if areLeftOver {
            form = once
            writer = read
        }
    }

    private static var blank: Refusal {
        Refusal(.empty, "The file holds nothing but blank space; save the page's text again.")
    }

    /// Finds out how the bytes are to be read, and writes the normalised text.
    private static func write(
        _ bytes: [UInt8],
        _ converter: Converter?,
        _ lines: Int
    ) throws(Refusal) -> (TextWriter, DumpForm) {
        let guess = try TextEncoding.guess(bytes.span)
        var form = DumpForm(encoding: guess.encoding, start: guess.start)
        guard guess.encoding == .utf8 else { return (try written(bytes, form, lines), form) }
        // Nearly every dump is valid UTF-8, and then nothing has to be weighed.
        if let writer = try writtenIfValid(bytes, from: guess.start, lines) { return (writer, form) }
        let weight = UTF8Weight(bytes.span)
        // A byte order mark settles it.
        if guess.start > 0 || weight.isUTF8 {
            form.mending = MendingUTF8Reader(isLatin: weight.isLatin)
        } else {
            let (encoding, table) = try TextEncoding.legacy(bytes, converter)
            form = DumpForm(encoding: encoding, table: table)
        }
        return (try written(bytes, form, lines), form)
    }

    /// Whether there are too many control characters for a text.
    ///
    /// A few in a short text, or one in a hundred, come from torn files and terminals.
    static func isNoText(controls: Int, of count: Int) -> Bool {
        controls > count / 100 && (controls > 8 || controls > count / 10)
    }
}
