#if canImport(CHash)
    import CHash
#endif

extension SHA256 {
    /// The eight words of the hash value (FIPS 180-4, section 6.2), carried from block to block.
    struct State {
        // First 32 bits of the fractional parts of the square roots of the first eight primes (section 5.3.3).
        private var a: UInt32 = 0x6a09_e667
        private var b: UInt32 = 0xbb67_ae85
        private var c: UInt32 = 0x3c6e_f372
        private var d: UInt32 = 0xa54f_f53a
        private var e: UInt32 = 0x510e_527f
        private var f: UInt32 = 0x9b05_688c
        private var g: UInt32 = 0x1f83_d9ab
        private var h: UInt32 = 0x5be0_cd19

        var digest: Digest {
            func pair(_ high: UInt32, _ low: UInt32) -> UInt64 { UInt64(high) &<< 32 | UInt64(low) }
            return Digest(words: (pair(a, b), pair(c, d), pair(e, f), pair(g, h)))
        }

        /// Takes in whole blocks by the processor's own instructions, nine times as fast as by the rounds below.
        ///
        /// This is the one place in this target where memory is handed to C: to a function of 64-byte blocks that reads
        /// and writes nothing else.
        mutating func compressByInstructions(_ bytes: Span<UInt8>) {
            #if canImport(CHash)
                var words: [8 of UInt32] = [a, b, c, d, e, f, g, h]
                var span = words.mutableSpan
                unsafe span.withUnsafeMutableBufferPointer { state in
                    unsafe bytes.withUnsafeBufferPointer { blocks in
                        guard let state = state.baseAddress, let blocks = blocks.baseAddress else { return }
                        unsafe copydesk_sha256_compress(state, blocks, bytes.count / SHA256.blockSize)
                    }
                }
                (a, b, c, d) = (words[0], words[1], words[2], words[3])
                (e, f, g, h) = (words[4], words[5], words[6], words[7])
            #else
                compress(bytes)
            #endif
        }

        /// Takes in whole blocks; `bytes.count` is a multiple of 64.
        mutating func compress(_ bytes: Span<UInt8>) {
            let k = SHA256.roundConstants
            // A ring buffer of the sixteen schedule words that are still needed, instead of all sixty-four.
            var w = [16 of UInt32](repeating: 0)
            var start = 0
            while start &+ SHA256.blockSize <= bytes.count {
                let before = self
                SHA256.load(&w, from: bytes, at: start)
                sixteenRounds(&w, k, 0)
                sixteenRounds(&w, k, 16)
                sixteenRounds(&w, k, 32)
                sixteenRounds(&w, k, 48)
                add(before)
                start &+= SHA256.blockSize
            }
        }

        /// Sixteen rounds; the working words change their names from round to round where the standard moves them.
        ///
        /// The rounds are written out, since only constant indices let the compiler keep words and schedule in registers.
        @inline(__always)
        private mutating func sixteenRounds(_ w: inout [16 of UInt32], _ k: [64 of UInt32], _ first: Int) {
            SHA256.round(a, b, c, &d, e, f, g, &h, SHA256.scheduled(&w, 0, from: first) &+ k[first &+ 0])
            SHA256.round(h, a, b, &c, d, e, f, &g, SHA256.scheduled(&w, 1, from: first) &+ k[first &+ 1])
            SHA256.round(g, h, a, &b, c, d, e, &f, SHA256.scheduled(&w, 2, from: first) &+ k[first &+ 2])
            SHA256.round(f, g, h, &a, b, c, d, &e, SHA256.scheduled(&w, 3, from: first) &+ k[first &+ 3])
            SHA256.round(e, f, g, &h, a, b, c, &d, SHA256.scheduled(&w, 4, from: first) &+ k[first &+ 4])
            SHA256.round(d, e, f, &g, h, a, b, &c, SHA256.scheduled(&w, 5, from: first) &+ k[first &+ 5])
            SHA256.round(c, d, e, &f, g, h, a, &b, SHA256.scheduled(&w, 6, from: first) &+ k[first &+ 6])
            SHA256.round(b, c, d, &e, f, g, h, &a, SHA256.scheduled(&w, 7, from: first) &+ k[first &+ 7])
            SHA256.round(a, b, c, &d, e, f, g, &h, SHA256.scheduled(&w, 8, from: first) &+ k[first &+ 8])
            SHA256.round(h, a, b, &c, d, e, f, &g, SHA256.scheduled(&w, 9, from: first) &+ k[first &+ 9])
            SHA256.round(g, h, a, &b, c, d, e, &f, SHA256.scheduled(&w, 10, from: first) &+ k[first &+ 10])
            SHA256.round(f, g, h, &a, b, c, d, &e, SHA256.scheduled(&w, 11, from: first) &+ k[first &+ 11])
            SHA256.round(e, f, g, &h, a, b, c, &d, SHA256.scheduled(&w, 12, from: first) &+ k[first &+ 12])
            SHA256.round(d, e, f, &g, h, a, b, &c, SHA256.scheduled(&w, 13, from: first) &+ k[first &+ 13])
            SHA256.round(c, d, e, &f, g, h, a, &b, SHA256.scheduled(&w, 14, from: first) &+ k[first &+ 14])
            SHA256.round(b, c, d, &e, f, g, h, &a, SHA256.scheduled(&w, 15, from: first) &+ k[first &+ 15])
        }

        @inline(__always)
        private mutating func add(_ before: State) {
            a &+= before.a
            b &+= before.b
            c &+= before.c
            d &+= before.d
            e &+= before.e
            f &+= before.f
            g &+= before.g
            h &+= before.h
        }
    }

    /// Whether this processor has instructions for SHA-256.
    ///
    /// False without the C part: the sources of this target are also compiled alone.
    static let hasInstructions: Bool = {
        #if canImport(CHash)
            return copydesk_sha256_available() != 0
        #else
            return false
        #endif
    }()

    // First 32 bits of the fractional parts of the cube roots of the first 64 primes (section 4.2.2).
    private static let roundConstants: [64 of UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5,
        0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3,
        0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc,
        0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
        0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13,
        0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3,
        0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5,
        0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208,
        0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
