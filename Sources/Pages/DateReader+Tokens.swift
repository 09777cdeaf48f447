extension DateReader {
    /// A number, a word or a sign of a line.
    struct Token {
        enum Kind {
            case number(value: Int, digits: Int)
            case word(String)
            case symbol(UInt32)
        }

        let kind: Kind
        let range: Range<Int>

        /// The word in lower case.
        var word: String? {
            if case .word(let word) = kind { word } else { nil }
        }

        /// The value of a number that has so many digits.
        func number(digits: ClosedRange<Int>) -> Int? {
            if case .number(let value, let count) = kind, digits.contains(count) { value } else { nil }
        }

        func isSymbol(_ symbol: Unicode.Scalar) -> Bool {
            if case .symbol(let value) = kind { value == symbol.value } else { false }
        }
    }

    /// The words, numbers and signs of a line; white space only separates them.
    static func tokens(of line: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var offset = 0
        while offset < line.count {
            let start = offset
            let scalar = BlockText.scalar(in: line, at: &offset)
            if scalar >= 0x30, scalar <= 0x39 {
                tokens.append(number(in: line, from: start, offset: &offset))
            } else if BlockText.isLetter(scalar), !isDateSign(scalar) {
                tokens.append(word(in: line, from: start, offset: &offset))
            } else if !BlockText.isSpace(scalar) {
                tokens.append(Token(kind: .symbol(scalar), range: start..<offset))
            }
        }
        return tokens
    }

    /// The signs for year, month and day that stand right behind a figure in Chinese, Japanese and Korean.
    static func isDateSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5E74, 0x6708, 0x65E5: true  // 年 月 日
        case 0xB144, 0xC6D4, 0xC77C: true  // 년 월 일
        default: false
        }
    }

    private static func number(in line: [UInt8], from start: Int, offset: inout Int) -> Token {
        var value = Int(line[start]) - 0x30
        while offset < line.count, line[offset] >= 0x30, line[offset] <= 0x39 {
            // Nine digits are more than any figure of a date has; the value of a longer number is never asked for.
            if offset - start < 9 { value = value * 10 + Int(line[offset]) - 0x30 }
            offset += 1
        }
        return Token(kind: .number(value: value, digits: offset - start), range: start..<offset)
    }

    private static func word(in line: [UInt8], from start: Int, offset: inout Int) -> Token {
        while offset < line.count {
            var next = offset
            let scalar = BlockText.scalar(in: line, at: &next)
            // Combining marks belong to the letter before them: a decomposed é must not cut a month in two.
            guard BlockText.isLetter(scalar) || (0x300...0x36F).contains(scalar), !isDateSign(scalar) else { break }
            offset = next
        }
        let word = String(decoding: line[start..<offset], as: UTF8.self).lowercased()
        return Token(kind: .word(word), range: start..<offset)
    }
}
