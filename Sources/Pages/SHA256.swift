/// SHA-256 (FIPS 180-4), fed piece by piece.
package struct SHA256: ~Copyable {
    package init() {}

    package mutating func update(_ bytes: Span<UInt8>) {}

    package consuming func finalize() -> Digest {
        fatalError("filled by the decoding room")
    }

    /// The digest of bytes that are all at hand.
    package static func digest(of bytes: Span<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }
}
