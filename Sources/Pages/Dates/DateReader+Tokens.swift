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

        var month: Int? { meaning.month }

        func has(_ any: WordMeaning) -> Bool { meaning.has(any) }

        /// The value of a number whose count of digits is in a range; nil for any other token.
        func number(digits range: ClosedRange<Int>) -> Int? {
            kind == .number && range.contains(digits) ? value : nil
        }

        func isSymbol(_ symbol: Unicode.Scalar) -> Bool {
            kind == .symbol && value == Int(symbol.value)
        }
    }

    /// The words, numbers and symbols of a line; white space only separates them.
    static func tokens(of line: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(line.count / 4 + 8)
        var offset = 0
        while offset < line.count {
            let start = offset
            let scalar = BlockText.scalar(in: line, at: &offset)
            if LineCase.digit(scalar) != nil {
                tokens.append(number(in: line, from: start, offset: &offset))
            } else if LineCase.isLetter(scalar), !isDateSign(scalar) {
                endWord(in: line, offset: &offset)
                let meaning = WordMeaning.of(line, start..<offset)
                tokens.append(Token(kind: .word, value: 0, digits: 0, meaning: meaning, range: start..<offset))
            } else if !BlockText.isSpace(scalar) {
                let value = Int(scalar)
                tokens.append(Token(kind: .symbol, value: value, digits: 0, meaning: [], range: start..<offset))
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

    /// Whether a line has as many digits as the shortest date; nearly all lines without a date have fewer.
    static func hasDigits(_ line: [UInt8]) -> Bool {
        var count = 0
        var previous: UInt8 = 0
        for byte in line {
            let isDigit =
                byte >= 0x30 && byte <= 0x39
                // The last byte of an Arabic, Persian or fullwidth digit.
                || byte >= 0x90
                    && (previous == 0xD9 && byte >= 0xA0 && byte <= 0xA9
                        || previous == 0xDB && byte >= 0xB0 && byte <= 0xB9
                        || previous == 0xBC && byte <= 0x99)
            if isDigit {
                count += 1
                if count == 4 { return true }
            }
            previous = byte
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
        for index in bytes.indices {
            let byte = bytes[index]
            if byte &- 0x30 < 10 {
                count += 1
                continue
            }
            // The first bytes of Arabic, Persian and fullwidth digits.
            if byte == 0xD9 || byte == 0xDB || byte == 0xEF { return true }
            if (4...6).contains(count) { return true }
            let isSeparator = count > 0 && (byte == 0x2E || byte == 0x2F)
            if isSeparator, index + 1 < bytes.count, bytes[index + 1] &- 0x30 < 10 { return true }
            count = 0
        }
        return (4...6).contains(count)
    }

    private static func number(in line: [UInt8], from start: Int, offset: inout Int) -> Token {
        var value = 0
        var digits = 0
        var next = start
        while next < line.count, let digit = LineCase.digit(BlockText.scalar(in: line, at: &next)) {
            // No number of a date has more than nine digits, and the value of a longer one is never used.
            if digits < 9 { value = value * 10 + digit }
            digits += 1
            offset = next
        }
        return Token(kind: .number, value: value, digits: digits, meaning: [], range: start..<offset)
    }

    private static func endWord(in line: [UInt8], offset: inout Int) {
        while offset < line.count {
            var next = offset
            let scalar = BlockText.scalar(in: line, at: &next)
            // Combining marks belong to the letter before them: a decomposed é must not split the name of a month.
            guard LineCase.isLetter(scalar) || (0x300...0x36F).contains(scalar), !isDateSign(scalar) else { return }
            offset = next
        }
    }
}
