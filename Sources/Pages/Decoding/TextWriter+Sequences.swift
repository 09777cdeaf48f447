/// Sequences of several scalars that normalisation treats as one: line ends and terminal escapes.
extension TextWriter {
    /// How many bytes after a line end still belong to it: the LF of CRLF.
    ///
    /// CR CR LF, which text-mode copying makes of CRLF, is one line end too.
    static func restOfLineEnd<Reader: TextReader>(
        _ reader: Reader,
        _ bytes: Span<UInt8>,
        at offset: Int,
        after first: UInt32
    ) -> Int {
        guard first == 0x0D, offset < bytes.count else { return 0 }
        let second = reader.read(bytes, at: offset)
        if second.scalar == 0x0A { return second.length }
        guard second.scalar == 0x0D, offset + second.length < bytes.count else { return 0 }
        let third = reader.read(bytes, at: offset + second.length)
        return third.scalar == 0x0A ? second.length + third.length : 0
    }

    /// How many bytes after ESC belong to its sequence (ECMA-48): `[`, parameters, one final letter.
    ///
    /// The short sequences that choose a character set (`ESC ( B`) count as well.
    ///
    /// Anything else gives 0: then only the ESC is left out, and no text with it. The length of a sequence is bounded,
    /// so that a dump full of `ESC [` takes time only in proportion to its length.
    static func restOfEscape<Reader: TextReader>(
        _ reader: Reader,
        _ bytes: Span<UInt8>,
        at offset: Int
    ) -> Int {
        let longest = 32
        var at = offset
        var isControlSequence = false
        var intermediates = 0
        for _ in 0..<longest {
            guard at < bytes.count else { return 0 }
            let read = reader.read(bytes, at: at)
            switch read.scalar {
            case 0x5B where at == offset:
                isControlSequence = true
            case 0x30...0x3F where isControlSequence && intermediates == 0:
                break
            case 0x20...0x2F where isControlSequence, 0x28...0x2F where at == offset:
                intermediates += 1
            case 0x40...0x7E where isControlSequence, 0x30...0x7E where intermediates > 0:
                return at + read.length - offset
            default:
                return 0
            }
            at += read.length
        }
        return 0
    }
}
