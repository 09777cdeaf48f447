extension DateReader {
    /// A number, a word or a symbol of a line.
    struct Token {
        enum Kind {
            case number
            case word
            case symbol
        }

        let kind: Kind
        /// A number's value, or a symbol's scalar; 0 for a word.
        let value: Int
        /// How many digits a number has; 0 for anything else.
        let digits: Int
        let meaning: WordMeaning
        let range: Range<Int>
        /// A word's first scalar, a number's zero in its script (that of ASCII for Han numbers), a symbol's scalar.
        let first: UInt32

        func has(_ any: WordMeaning) -> Bool { meaning.has(any) }

        /// The value of a number whose count of digits is in a range; nil for any other token.
        func number(digits range: ClosedRange<Int>) -> Int? {
            kind == .number && range.contains(digits) ? value : nil
        }

        func isSymbol(_ symbol: Unicode.Scalar) -> Bool {
            kind == .symbol && value == Int(symbol.value)
        }

        /// Whether it is a word that begins with a capital; letters of scripts without case are none.
        var isCapital: Bool { kind == .word && LineCase.isCapital(first) }

        /// Whether it is a number in digits of a script that has its own, other than the fullwidth ones of East Asia.
        var isNative: Bool { kind == .number && first != 0x30 && first != 0xFF10 }
    }

    /// The words, numbers and symbols of a line; white space only separates them.
    static func tokens(of line: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(line.count / 4 + 8)
        var offset = 0
        let bytes = line.span
        while offset < bytes.count {
            let start = offset
            if let meaning = asciiWord(in: bytes, offset: &offset) {
                let first = UInt32(bytes[start])
                tokens.append(
                    Token(kind: .word, value: 0, digits: 0, meaning: meaning, range: start..<offset, first: first)
                )
                continue
            }
            let scalar = BlockText.scalar(in: bytes, at: &offset)
            if let zero = DecimalDigit.zero(scalar) {
                tokens.append(number(in: line, from: start, zero: zero, offset: &offset))
            } else if HanNumber.mayBegin(scalar), let number = HanNumber.read(line, from: start) {
                offset = number.end
                tokens.append(
                    Token(
                        kind: .number,
                        value: number.value,
                        digits: number.digits,
                        meaning: [],
                        range: start..<offset,
                        first: 0x30
                    )
                )
            } else if LineCase.isLetter(scalar), !isDateSign(scalar) {
                endWord(in: line, isThai: isThai(scalar), offset: &offset)
                let meaning = WordMeaning.of(line, start..<offset)
                let range = start..<offset
                tokens.append(Token(kind: .word, value: 0, digits: 0, meaning: meaning, range: range, first: scalar))
            } else if !BlockText.isSpace(scalar) {
                let range = start..<offset
                tokens.append(
                    Token(kind: .symbol, value: Int(scalar), digits: 0, meaning: [], range: range, first: scalar)
                )
            }
        }
        return tokens
    }

    /// Whether a scalar is a sign for year, month or day, which follows a number in Chinese, Japanese and Korean.
    static func isDateSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5E74, 0x6708, 0x65E5: true  // 年 月 日
        case 0xB144, 0xC6D4, 0xC77C: true  // 년 월 일
        default: false
        }
    }

    /// Whether a line has as many digits as the shortest date, `R8.3.2`, or a Han number before a sign for a year.
    ///
    /// Nearly all lines without a date have fewer.
    static func hasDigits(_ line: [UInt8]) -> Bool {
        var count = 0
        var offset = 0
        var isHan = false
        while offset < line.count {
            let byte = line[offset]
            if byte < 0x80 {
                offset += 1
                count += byte &- 0x30 < 10 ? 1 : 0
            } else {
                let scalar = BlockText.scalar(in: line, at: &offset)
                if DecimalDigit.value(scalar) != nil { count += 1 }
                if isHan, scalar == 0x5E74 { return true }
                isHan = scalar >= 0x3007 && HanNumber.mayBegin(scalar)
            }
            if count == 3 { return true }
        }
        return false
    }

    /// Whether a line may have a year.
    ///
    /// It has four to six digits in a row (the hour of a time may follow a year without a space), or digits before and
    /// after a full stop or a slash, or digits of another script.
    static func mayHaveYear(_ line: [UInt8]) -> Bool {
        let bytes = line.span
        var count = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte &- 0x30 < 10 {
                count += 1
                index += 1
                continue
            }
            if (4...6).contains(count) { return true }
            let isSeparator = count > 0 && (byte == 0x2E || byte == 0x2F)
            if isSeparator, index + 1 < bytes.count, bytes[index + 1] &- 0x30 < 10 { return true }
            // A sign for a year after digits, as in 令和8年: the year may have one digit.
            if byte == 0xE5, count > 0 { return true }
            count = 0
            if byte < 0xD9 {
                index += 1
            } else {
                let scalar = BlockText.scalar(in: bytes, at: &index)
                if DecimalDigit.value(scalar) != nil { return true }
                if scalar == 0x5E74, HanNumber.occurs(in: line) { return true }
            }
        }
        return (4...6).contains(count)
    }

    private static func number(in line: [UInt8], from start: Int, zero: UInt32, offset: inout Int) -> Token {
        var value = 0
        var digits = 0
        var next = start
        while next < line.count, let digit = DecimalDigit.value(BlockText.scalar(in: line, at: &next)) {
            // No number of a date has more than nine digits, and the value of a longer one is never used.
            if digits < 9 { value = value * 10 + digit }
            digits += 1
            offset = next
        }
        return Token(kind: .number, value: value, digits: digits, meaning: [], range: start..<offset, first: zero)
    }

    /// Reads a word of ASCII letters alone, as nearly all are, and looks it up; nil where none begins at the offset.
    @inline(__always)
    private static func asciiWord(in line: Swift.Span<UInt8>, offset: inout Int) -> WordMeaning? {
        var at = offset
        var hash = WordTable.emptyHash
        while at < line.count, (line[at] | 0x20) &- 0x61 < 26 {
            hash = (hash ^ UInt64(line[at] | 0x20)) &* WordTable.prime
            at &+= 1
        }
        guard at > offset, at == line.count || line[at] < 0x80 else { return nil }
        let isShort = at &- offset <= WordMeaning.longestWord
        offset = at
        return isShort ? WordMeaning.of(hash: hash) : []
    }

    /// Moves an offset from a word's second letter to its end.
    private static func endWord(in line: [UInt8], isThai: Bool, offset: inout Int) {
        while offset < line.count {
            let start = offset
            var next = offset
            let scalar = BlockText.scalar(in: line, at: &next)
            if scalar == 0x2E {
                // Thai abbreviations have full stops within: `พ.ศ.`, `มี.ค.`.
                guard isThai, next < line.count, DateReader.isThai(BlockText.scalar(in: line, at: &next)) else {
                    return
                }
            } else {
                guard LineCase.isLetter(scalar) && !isDateSign(scalar) || isMark(scalar) else { return }
                // In 民國一一五年 a number follows the era without a space.
                if HanNumber.mayBegin(scalar), HanNumber.read(line, from: start) != nil { return }
            }
            offset = next
        }
    }

    /// Whether a scalar belongs to the letter before it: a decomposed é and the signs for vowels of India and Thailand
    /// must not split the name of a month, nor must the joiners between letters.
    private static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x200C, 0x200D, 0x64B...0x65F: true
        case 0x900...0x1CFF:
            switch Unicode.Scalar(scalar)?.properties.generalCategory {
            case .nonspacingMark, .spacingMark: true
            default: false
            }
        default: false
        }
    }

    static func isThai(_ scalar: UInt32) -> Bool { (0xE01...0xE4E).contains(scalar) }
}
