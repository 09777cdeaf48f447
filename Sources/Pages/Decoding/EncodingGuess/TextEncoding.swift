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
        if let encoding = unmarkedUTF16(bytes) { return (encoding, 0) }
        return (.utf8, 0)
    }

    /// Whether bytes with this many invalid sequences are UTF-8 all the same.
    ///
    /// Text in an 8-bit code page hardly ever has a valid sequence by chance. So it is UTF-8 where valid sequences
    /// outnumber the invalid ones two to one; where there are none, a lone high byte is a letter of a code page.
    static func isUTF8(_ bytes: Span<UInt8>, bad: Int, forgiven: Int) -> Bool {
        guard bad > 0 else { return true }
        guard bad <= forgiven else { return false }
        var leads = 0
        for index in bytes.indices where bytes[index] >= 0xC2 { leads += 1 }
        return leads >= 3 * bad
    }

    /// Chooses between windows-1252 and ISO-8859-1, by which bytes are used.
    ///
    /// A failure says that the bytes are no text, or a text that neither fits.
    static func western(_ bytes: Span<UInt8>) -> Result<Encoding, Refusal> {
        var counts = [256 of Int](repeating: 0)
        for index in bytes.indices { counts[Int(bytes[index])] &+= 1 }
        func sum(_ values: ClosedRange<Int>) -> Int { values.reduce(0) { $0 + counts[$1] } }

        let controls = sum(0x00...0x1F) - sum(0x09...0x0D) - counts[0x1B] + counts[0x7F]
        if TextDecoder.isNoText(controls: controls, of: bytes.count) {
            return .failure(FileKind.binary.refusal)
        }
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
