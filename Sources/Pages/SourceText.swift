/// A dump's text in house form, with the way back to its bytes.
///
/// House form is UTF-8 with `\n` line ends, no trailing space, no-break spaces as spaces, zero-width characters and
/// other controls left out. Only lines that hold something are listed.
package struct SourceText: Sendable {
    /// One line that is not blank.
    package struct Line: Sendable {
        /// Offsets in `utf8`, without the line end.
        package let text: Range<Int>
        /// Offsets in the dump's bytes, without the line end.
        package let bytes: Range<Int>
        /// How many blank lines stand right before it.
        package let blankBefore: Int
    }

    /// The whole text in house form.
    package let utf8: [UInt8]
    package let lines: [Line]
    package let encoding: Encoding
    /// Byte sequences that meant nothing in the encoding and became U+FFFD.
    package let undecodable: Int
    /// SHA-256 of `utf8`: equal for the same text in other bytes.
    package let digest: Digest
    /// The dump's bytes as delivered.
    let source: [UInt8]

    /// The text of one line.
    package func string(of line: Line) -> String {
        String(decoding: utf8[line.text], as: UTF8.self)
    }

    /// Where a range of `utf8` stands in the dump's bytes.
    package func bytes(of range: Range<Int>) -> Range<Int> {
        fatalError("filled by the decoding room")
    }
}
