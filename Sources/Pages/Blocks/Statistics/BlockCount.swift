/// The running counts of one block while its text is read, character by character.
///
/// They are apart from what is stored of a block (`BlockStatistics`), so that they stay in the processor's registers.
struct BlockCount {
    var width = 0
    var words = 0
    var capitalised = 0
    var lowered = 0
    var common = 0
    var digits = 0
    var letters = 0
    var capitals = 0
    var commas = 0
    var separators = 0
    var addresses = 0
    var innerStops = 0
    var first: UInt32 = 0
    var last: UInt32 = 0
    var end: UInt32 = 0
    var fold = BlockStatistics.emptyFold
    /// How many hashes of its longer words were noted.
    private(set) var noted = 0

    private var marks: BlockStatistics.Marks = .isASCII
    private var afterStop = false
    /// Full stops right before the next character; the ellipsis character counts as three.
    private var stops = 0
    /// Characters of scripts written without spaces.
    private var unspaced = 0
    private var inWord = false
    private var length = 0
    private var word = WordTable.emptyHash
    private var stem = WordTable.emptyHash
    /// The character right before the next one, if it is of a script without spaces; else 0.
    private var previous: UInt32 = 0

    /// In letters; a longer word does not count as a common one.
    private static let longestCommon = 7

    /// Reads a whole text.
    ///
    /// - Parameters:
    ///   - text: the block's text, with runs of white space made one space.
    ///   - known: the common words of all languages, and the words for readers' comments.
    ///   - kept: what was found of characters.
    ///   - notes: receives the hashes of the longer words, as many as fit.
    /// - Returns: the block's statistics.
    @inline(__always)
    mutating func read(
        _ text: Span<UInt8>,
        _ known: WordTable,
        _ kept: inout MutableSpan<UInt64>,
        _ notes: inout MutableSpan<UInt32>
    ) -> BlockStatistics {
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if (byte | 0x20) &- 0x61 < 26 {
                if first == 0 {
                    first = UInt32(byte)
                    if byte >= 0x61 { marks.insert(.startsLower) }
                }
                let next = takeLetters(text, from: offset)
                width &+= next &- offset
                last = UInt32(text[next &- 1])
                end = last
                offset = next
            } else if byte == 0x20 {
                offset &+= 1
                width &+= 1
                end = 0x20
                endWord(known, &notes)
                if afterStop { innerStops &+= 1 }
                afterStop = false
                stops = 0
            } else if byte < 0x80 {
                offset &+= 1
                width &+= 1
                end = UInt32(byte)
                if first == 0 { first = end }
                if byte &- 0x30 > 9 {
                    take(sign: end, known, &notes)
                    if !BlockText.isClosing(end) { last = end }
                } else {
                    takeDigit(byte)
                    last = end
                }
            } else {
                marks.remove(.isASCII)
                let scalar = BlockText.scalar(in: text, at: &offset)
                take(scalar, KnownScalar.of(scalar, &kept), known, &notes)
            }
        }
        endWord(known, &notes)
        words &+= (unspaced &+ 1) / 2
        noteEnd(text)
        return BlockStatistics(self, marks)
    }

    private mutating func noteEnd(_ text: Span<UInt8>) {
        let isBracketed = text.count > 0 && text[text.count &- 1] == UInt8(ascii: "]")
        let stop = isBracketed ? text.count &- 1 : text.count
        let hasDots = stop >= 3 && text[stop &- 1] == 0x2E && text[stop &- 2] == 0x2E && text[stop &- 3] == 0x2E
        if last == 0x2026 || hasDots {
            marks.insert(.isCut)
            if isBracketed { marks.insert(.isCutInBrackets) }
        } else if BlockText.isFullStop(last) {
            marks.insert(.endsSentence)
        }
    }

    /// Counts a run of ASCII letters from an offset on; nearly all words have no others.
    ///
    /// - Returns: the offset after them.
    @inline(__always)
    private mutating func takeLetters(_ text: Span<UInt8>, from start: Int) -> Int {
        previous = 0
        afterStop = false
        noteWordAfterEllipsis()
        if !inWord {
            inWord = true
            words &+= 1
            if text[start] >= 0x61 { lowered &+= 1 } else { capitalised &+= 1 }
        }
        var at = start
        var (fold, word, stem) = (fold, word, stem)
        var smalls = 0
        // The offset at which the word's stem ends: after its first six letters.
        let stemEnd = start &+ 6 &- length
        while at < text.count {
            let byte = text[at]
            let small = byte | 0x20
            guard small &- 0x61 < 26 else { break }
            // The hash is FNV-1a: it only has to tell a page's lines apart.
            fold = (fold ^ UInt64(small)) &* WordTable.prime
            word = (word ^ UInt64(small)) &* WordTable.prime
            smalls &+= Int(byte & 0x20)
            at &+= 1
            if at == stemEnd { stem = word }
        }
        (self.fold, self.word, self.stem) = (fold, word, stem)
        capitals &+= at &- start &- smalls &>> 5
        letters &+= at &- start
        length &+= at &- start
        return at
    }

    /// Counts an ASCII digit.
    @inline(__always)
    private mutating func takeDigit(_ byte: UInt8) {
        fold = (fold ^ UInt64(byte)) &* WordTable.prime
        digits &+= 1
        afterStop = false
        noteWordAfterEllipsis()
        previous = 0
        if !inWord {
            inWord = true
            words &+= 1
        }
        length &+= 1
        word = (word ^ UInt64(byte)) &* WordTable.prime
        if length == 6 { stem = word }
    }

    /// Counts a character beyond ASCII.
    @inline(__always)
    private mutating func take(
        _ scalar: UInt32,
        _ character: KnownScalar,
        _ known: WordTable,
        _ notes: inout MutableSpan<UInt32>
    ) {
        width &+= 1
        let isBroken = isBrokenByte(scalar)
        end = scalar
        if first == 0 {
            first = scalar
            if character.isLetter, BlockText.isLower(scalar) { marks.insert(.startsLower) }
        }
        if character.isLetterOrDigit {
            take(scalar, character, &notes)
        } else {
            take(sign: scalar, known, &notes)
        }
        if !isBroken, !character.isClosing { last = scalar }
    }

    /// Whether a character stands for a bad byte, so that a full stop before it still ends the text.
    ///
    /// That is U+FFFD, or right after a stop of East Asia the ellipsis that 0x85 is in windows-1252. After an ASCII stop
    /// texts are cut so.
    @inline(__always)
    private func isBrokenByte(_ scalar: UInt32) -> Bool {
        scalar == 0xFFFD || scalar == 0x2026 && end >= 0x3000 && BlockText.isFullStop(end)
    }

    /// Counts a letter or a digit beyond ASCII.
    @inline(__always)
    private mutating func take(_ scalar: UInt32, _ character: KnownScalar, _ notes: inout MutableSpan<UInt32>) {
        let lower = character.lower
        fold = (fold ^ UInt64(lower)) &* WordTable.prime
        if character.isLetter { letters &+= 1 } else { digits &+= 1 }
        if character.isCapital { capitals &+= 1 }
        let wasAfterStop = afterStop
        afterStop = false
        noteWordAfterEllipsis()
        if character.isUnspaced {
            if wasAfterStop { innerStops &+= 1 }
            unspaced &+= 1
            // These scripts do not show where words end, so every two neighbouring characters are noted as a word.
            if previous != 0 { note(previous &* 0x0100_0193 ^ scalar, &notes) }
            previous = scalar
            inWord = false
            return
        }
        previous = 0
        if !inWord {
            inWord = true
            words &+= 1
            if character.isCapital { capitalised &+= 1 } else if character.isLetter { lowered &+= 1 }
        }
        length &+= 1
        word = (word ^ UInt64(lower)) &* WordTable.prime
        if length == 6 { stem = word }
    }

    @inline(__always)
    private mutating func take(sign scalar: UInt32, _ known: WordTable, _ notes: inout MutableSpan<UInt32>) {
        switch scalar {
        case 0x2C, 0x3001, 0xFF0C, 0x060C: commas &+= 1
        case 0x7C, 0xB7, 0x2022, 0xBB, 0x203A, 0x3E, 0x2192, 0x2F: separators &+= 1
        case 0x40, 0x23: addresses &+= 1
        default: break
        }
        // An apostrophe joins the halves of a word.
        if scalar != 0x27, scalar != 0x2019 { endWord(known, &notes) }
        stops = scalar == 0x2026 ? 3 : scalar == 0x2E ? stops &+ 1 : 0
        if BlockText.isFullStop(scalar) {
            afterStop = true
        } else if !BlockText.isClosing(scalar) {
            afterStop = false
        }
    }

    /// Counts an ellipsis right before a word as the end of a sentence, though no space stands between them.
    ///
    /// Converters join the link that stood after the ellipsis: `...Read more`.
    @inline(__always)
    private mutating func noteWordAfterEllipsis() {
        if stops >= 3, words > 0 { innerStops &+= 1 }
        stops = 0
    }

    /// Ends the current word at a space or a punctuation mark, and notes it.
    @inline(__always)
    private mutating func endWord(_ known: WordTable, _ notes: inout MutableSpan<UInt32>) {
        previous = 0
        inWord = false
        guard length > 0 else { return }
        let meaning = known.bits(ofHash: word)
        if meaning != 0 {
            if length <= BlockCount.longestCommon, meaning & ~PageCounter.commentBit != 0 { common &+= 1 }
            if meaning & PageCounter.commentBit != 0 { marks.insert(.mayTellComments) }
        }
        if length >= 4 { note(UInt32(truncatingIfNeeded: (length >= 6 ? stem : word) &>> 20), &notes) }
        length = 0
        word = WordTable.emptyHash
    }

    @inline(__always)
    private mutating func note(_ word: UInt32, _ notes: inout MutableSpan<UInt32>) {
        guard noted < notes.count else { return }
        notes[noted] = word
        noted &+= 1
    }
}
