/// SHA-256 (FIPS 180-4), fed piece by piece.
///
/// The rounds are in `SHA256+Compression.swift`; here are the padding and the buffer that let the input be cut
/// anywhere.
package struct SHA256: ~Copyable {
    static let blockSize = 64

    var state = State()
    /// The bytes of a block that is not full yet.
    private var pending = [64 of UInt8](repeating: 0)
    private var pendingCount = 0
    /// The number of bytes fed so far; the standard counts bits modulo 2^64, and so does this, by wrapping.
    private var byteCount: UInt64 = 0

    private let usesInstructions: Bool

    package init() { usesInstructions = SHA256.hasInstructions }

    /// For tests, which also cover the rounds in Swift: processors without the instructions run those.
    init(usingInstructions: Bool) { usesInstructions = usingInstructions && SHA256.hasInstructions }

    private mutating func compress(_ block: [64 of UInt8]) { compress(block.span) }

    private mutating func compress(_ blocks: Span<UInt8>) {
        if usesInstructions { state.compressByInstructions(blocks) } else { state.compress(blocks) }
    }

    /// Feeds the next bytes; where the input is cut into pieces makes no difference.
    package mutating func update(_ bytes: Span<UInt8>) {
        byteCount &+= UInt64(bytes.count)
        var start = 0
        if pendingCount > 0 {
            start = min(SHA256.blockSize - pendingCount, bytes.count)
            for offset in 0..<start {
                pending[pendingCount + offset] = bytes[offset]
            }
            pendingCount += start
            guard pendingCount == SHA256.blockSize else { return }
            compress(pending)
            pendingCount = 0
        }
        let whole = (bytes.count - start) / SHA256.blockSize * SHA256.blockSize
        if whole > 0 {
            compress(bytes.extracting(start..<start + whole))
        }
        for offset in start + whole..<bytes.count {
            pending[pendingCount] = bytes[offset]
            pendingCount += 1
        }
    }

    /// Pads as section 5.1.1 asks (a one bit, zeros, the length in bits) and gives the digest.
    package consuming func finalize() -> Digest {
        pending[pendingCount] = 0x80
        pendingCount += 1
        if pendingCount > SHA256.blockSize - 8 {
            // No room left for the length: it goes into a block of its own.
            for offset in pendingCount..<SHA256.blockSize { pending[offset] = 0 }
            compress(pending)
            pendingCount = 0
        }
        let bitCount = byteCount &<< 3
        for offset in pendingCount..<SHA256.blockSize - 8 { pending[offset] = 0 }
        for offset in 0..<8 {
            pending[SHA256.blockSize - 8 + offset] = UInt8(truncatingIfNeeded: bitCount &>> UInt64(56 - 8 * offset))
        }
        compress(pending)
        return state.digest
    }

    /// The digest of bytes that are all in memory.
    package static func digest(of bytes: Span<UInt8>) -> Digest {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }
}
