/// The words of a line in lower case, each as a hash: digits count as zeros, and in scripts written without spaces each
/// pair of neighbouring characters is a word.
struct LineWords {
    private(set) var offset = 0
    /// The character right before, where it is of a script without spaces; else 0.
    private var previous: UInt32 = 0

    /// The next word of a text; nil after the last.
    ///
    /// All calls are given the same text.
    mutating func next(in text: Span<UInt8>) -> UInt64? {
        var hash = WordTable.emptyHash
        var isWord = false
        var at = offset
        defer { offset = at }
        while at < text.count {
            let byte = text[at]
            if byte < 0x80 {
                at &+= 1
                previous = 0
                let small = byte | 0x20
                if small &- 0x61 < 26 {
                    isWord = true
                    hash = (hash ^ UInt64(small)) &* WordTable.prime
                } else if byte &- 0x30 < 10 {
                    isWord = true
                    hash = (hash ^ 0x30) &* WordTable.prime
                } else if isWord {
                    return hash
                }
                continue
            }
            let start = at
            let scalar = BlockText.lower(BlockText.scalar(in: text, at: &at))
            if BlockText.isUnspaced(scalar) {
                if isWord {
                    at = start
                    return hash
                }
                let before = previous
                previous = scalar
                if before != 0 { return (UInt64(before) &* WordTable.prime ^ UInt64(scalar)) &* WordTable.prime }
                continue
            }
            previous = 0
            let isDigit = BlockText.isDigit(scalar)
            if isDigit || BlockText.isLetter(scalar) {
                isWord = true
                hash = (hash ^ UInt64(isDigit ? 0x30 : scalar)) &* WordTable.prime
            } else if isWord {
                return hash
            }
        }
        return isWord ? hash : nil
    }
}
