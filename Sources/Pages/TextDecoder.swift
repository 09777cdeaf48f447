/// Turns a dump's bytes into house text, or says why they are no text the desk reads.
package enum TextDecoder {
    /// Decodes a whole dump.
    ///
    /// - Throws: `Refusal` where the bytes are empty, no text, or a kind of document the desk does not read yet.
    package static func decode(_ bytes: [UInt8]) throws(Refusal) -> SourceText {
        throw Refusal(.notText, "filled by the decoding room")
    }
}
