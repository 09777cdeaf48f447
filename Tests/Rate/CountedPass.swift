import Pages

/// One pass over dumps in steps that a profiler tells apart by their functions' names.
///
/// `.ci/rate --instructions` counts what is executed within each function whose name begins with `counted`. They have no
/// closures, whose names would begin so too.
enum CountedPass {
    /// Decodes and reads dumps, and counts nothing.
    static func run(_ dumps: [[UInt8]], _ normaliser: Normaliser) {
        var items = 0
        for dump in dumps {
            guard let text = try? TextDecoder.decode(dump) else { continue }
            items += (try? normaliser.read(text))?.items.count ?? 0
        }
        // What comes out is looked at, so that nothing can be left out.
        precondition(items >= 0)
    }

    static func runCounted(_ dumps: [[UInt8]], _ normaliser: Normaliser) {
        let texts = countedDecoding(dumps)
        precondition(countedHashing(texts) == texts.count && countedReading(texts, normaliser) >= 0)
    }

    @inline(never)
    private static func countedDecoding(_ dumps: [[UInt8]]) -> [SourceText] {
        var texts: [SourceText] = []
        for dump in dumps {
            if let text = try? TextDecoder.decode(dump) { texts.append(text) }
        }
        return texts
    }

    /// Hashing is part of decoding and is subtracted: valgrind knows no instructions for it, which the processor has.
    @inline(never)
    private static func countedHashing(_ texts: [SourceText]) -> Int {
        var right = 0
        for text in texts where SHA256.digest(of: text.utf8.span) == text.digest { right += 1 }
        return right
    }

    @inline(never)
    private static func countedReading(_ texts: [SourceText], _ normaliser: Normaliser) -> Int {
        var items = 0
        for text in texts { items += (try? normaliser.read(text))?.items.count ?? 0 }
        return items
    }
}
