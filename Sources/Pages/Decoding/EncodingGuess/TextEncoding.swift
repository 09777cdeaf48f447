/// Finds out which encoding bytes are in.
enum TextEncoding {
    /// The encoding that a byte order mark or the pattern of 16-bit units shows, and where the text starts.
    ///
    /// It is UTF-8 where neither shows another.
    static func guess(_ bytes: Span<UInt8>) throws(Refusal) -> (encoding: Encoding, start: Int) {
        func begins(_ mark: [UInt8]) -> Bool {
            bytes.count >= mark.count && mark.indices.allSatisfy { bytes[$0] == mark[$0] }
        }
        // The little-endian mark of UTF-32 begins with that of UTF-16, so it is tested first.
        if begins([0xFF, 0xFE, 0, 0]) || begins([0, 0, 0xFE, 0xFF]) {
            throw Refusal(.notText, "The text is in UTF-32; convert it, for instance with iconv -f UTF-32 -t UTF-8.")
        }
        if begins([0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if begins([0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if begins([0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let encoding = unmarkedUTF16(bytes.extracting(0..<filledEnd(bytes))) { return (encoding, 0) }
        return (.utf8, 0)
    }

    /// The bytes up to the NULs that fill the rest of a file, such as a crash leaves of room that was taken.
    ///
    /// A byte more where a 16-bit unit would be cut in two.
    private static func filledEnd(_ bytes: Span<UInt8>) -> Int {
        var end = bytes.count
        while end > 0, bytes[end - 1] == 0 { end -= 1 }
        return min(bytes.count, end + end % 2)
    }

    /// Whether bytes in an encoding that shares its controls with ASCII are a text.
    static func isText(_ bytes: Span<UInt8>) -> Bool {
        var controls = 0
        var padding = 0
        // NULs at either end of a line are padding, as they are for `TextWriter`.
        var nuls = 0
        var beginsLine = true
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0 {
                nuls += 1
                continue
            }
            let endsLine = 0x0A...0x0D ~= byte
            if beginsLine || endsLine { padding += nuls } else { controls += nuls }
            nuls = 0
            beginsLine = endsLine
            if byte < 0x09 || 0x0E..<0x20 ~= byte && byte != 0x1B || byte == 0x7F { controls += 1 }
        }
        return !TextDecoder.isNoText(controls: controls, of: bytes.count - padding - nuls)
    }

    /// Chooses between windows-1252 and ISO-8859-1, by which bytes are used.
    ///
    /// A failure says that the bytes are no text, or a text that neither fits.
    static func western(_ bytes: Span<UInt8>) -> Result<Encoding, Refusal> {
        var counts = [256 of Int](repeating: 0)
        for index in bytes.indices { counts[Int(bytes[index])] &+= 1 }
        func sum(_ values: ClosedRange<Int>) -> Int { values.reduce(0) { $0 + counts[$1] } }

        guard isText(bytes) else { return .failure(FileKind.binary.refusal) }
        let undefined = [0x81, 0x8D, 0x8F, 0x90, 0x9D].reduce(0) { $0 + counts[$1] }
        let high = sum(0x80...0xFF)
        let letters = sum(0x41...0x5A) + sum(0x61...0x7A)
        // Western text has far more plain letters than accented ones. Text in another script's code page that is read as
        // western would fill the desk with gibberish; refused, the file waits for its owner to convert it.
        if high > 16, high > letters || undefined > bytes.count / 200 {
            return .failure(
                Refusal(
                    .notText,
                    "The text is in an encoding the desk does not read; convert it, for instance with iconv -t UTF-8."
                )
            )
        }
        let defined = sum(0x80...0x9F) - undefined
        // 0x85 alone, in a text without other line ends, is the NEL of ISO-8859-1 and not an ellipsis.
        if defined == counts[0x85], undefined == 0, counts[0x0A] + counts[0x0D] == 0, defined > 1 {
            return .success(.latin1)
        }
        return .success(defined + undefined > 0 ? .windows1252 : .latin1)
    }
}
