/// A dump's normalised text, with a way back to the dump's bytes.
///
/// Normalised text ("house form") is UTF-8 with `\n` line ends, no trailing space, no-break spaces as spaces, zero-width
/// characters and other controls left out, letters composed with their marks, no blank line at either end and never two
/// in a row. Only lines that are not blank are listed.
package struct SourceText: Sendable {
    /// A dump with more lines than this that are not blank is refused.
    static let maximalLineCount = 1 << 21

    /// One line that is not blank.
    package struct Line: Sendable {
        // A line takes sixteen bytes, so that a dump of a million one-letter lines does not take ten times its size.
        // Every offset fits: the decoder refuses dumps of more than 2^30 bytes, so no line starts after that.
        private let textStart: UInt32
        private let textCount: UInt32
        /// The start in the lower thirty bits, the number of blank lines before in the upper two.
        private let bytesStart: UInt32
        private let bytesCount: UInt32

        init(text: Range<Int>, bytes: Range<Int>, blankBefore: Int) {
            textStart = UInt32(truncatingIfNeeded: text.lowerBound)
            textCount = UInt32(truncatingIfNeeded: text.count)
            let blanks = UInt32(truncatingIfNeeded: min(blankBefore, 3))
            bytesStart = UInt32(truncatingIfNeeded: bytes.lowerBound) & 0x3FFF_FFFF | blanks &<< 30
            bytesCount = UInt32(truncatingIfNeeded: bytes.count)
        }

        /// Offsets in `utf8`, without the line end.
        package var text: Range<Int> { Int(textStart)..<Int(textStart) + Int(textCount) }
        /// Offsets in the dump's bytes, without the line end, but with indentation and trailing space.
        package var bytes: Range<Int> {
            let start = Int(bytesStart & 0x3FFF_FFFF)
            return start..<start + Int(bytesCount)
        }
        /// How many blank lines stand right before it in the dump; three where there are more.
        package var blankBefore: Int { Int(bytesStart &>> 30) }
    }

    /// The whole normalised text.
    package let utf8: [UInt8]
    package let lines: [Line]
    package var encoding: Encoding { form.encoding }
    /// How many byte sequences were invalid in the encoding and became U+FFFD, or were mended.
    package let undecodable: Int
    /// SHA-256 of `utf8`: equal for the same text in other bytes.
    package let digest: Digest
    /// The dump's bytes as delivered.
    let source: [UInt8]
    /// Places within long lines where decoding can start again, in order.
    let checkpoints: [TextWriter.Checkpoint]

    /// How the bytes were read.
    let form: DumpForm

    init(_ writer: consuming TextWriter, form: DumpForm, source: [UInt8], digest: Digest) {
        utf8 = writer.utf8
        lines = writer.lines
        checkpoints = writer.checkpoints
        undecodable = writer.undecodable
        self.form = form
        self.source = source
        self.digest = digest
    }

    /// The text of one line.
    package func string(of line: Line) -> String {
        String(decoding: utf8[line.text], as: UTF8.self)
    }
}
