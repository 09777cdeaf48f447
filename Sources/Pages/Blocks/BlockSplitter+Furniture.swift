extension BlockSplitter {
    /// Whether a line stands for something that was no text on the page: a rule, a picture, a form's field.
    func isFurniture(_ content: Range<Int>) -> Bool {
        let utf8 = source.utf8
        guard let first = utf8[content].first else { return true }
        switch first {
        case UInt8(ascii: "["): return isPictureMark(content) || isBare(content)
        case UInt8(ascii: "("): return isButton(content) || isBare(content)
        case UInt8(ascii: "I"): return begins(content, BlockSplitter.frame)
        case 0x21...0x2F, 0x3A...0x40, 0x5C...0x60, 0x7B...0x7E, 0xC2, 0xE2: return isBare(content)
        default: return false
        }
    }

    /// Makes the last block a heading where a line of `=` stands right below it.
    func underline(_ blocks: inout [Block], _ content: Range<Int>, isClose: Bool) {
        guard isClose, content.count >= 3, let last = blocks.last, last.headingLevel == 0 else { return }
        guard last.range.count <= 200 else { return }
        for index in content where source.utf8[index] != UInt8(ascii: "=") { return }
        blocks[blocks.count - 1].headingLevel = 1
    }

    /// Whether a line holds no letter and no digit: rules, separators, empty fields, bullets without text.
    private func isBare(_ content: Range<Int>) -> Bool {
        let utf8 = source.utf8
        var index = content.lowerBound
        while index < content.upperBound {
            switch BlockText.scalar(in: utf8, at: &index) {
            case 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: continue
            // Symbols of Latin-1 but not its letters and numbers; then punctuation, arrows, box drawing and dingbats.
            case 0xA1...0xA9, 0xAB...0xB1, 0xB4, 0xB6...0xB8, 0xBB, 0xBF, 0xD7: continue
            case 0x2010...0x206F, 0x2190...0x2BFF: continue
            default: return false
            }
        }
        return true
    }

    /// Whether a line is a picture's file name in brackets, as text browsers show pictures without alternative text.
    ///
    /// On wrapped pages any single word in brackets is one; elsewhere it must end as the names of picture files do.
    private func isPictureMark(_ content: Range<Int>) -> Bool {
        let utf8 = source.utf8
        guard content.count >= 3, utf8[content.upperBound - 1] == UInt8(ascii: "]") else { return false }
        let inner = content.lowerBound + 1..<content.upperBound - 1
        var dot: Int?
        var hasLetter = false
        for index in inner {
            switch utf8[index] {
            case 0x20, UInt8(ascii: "["), UInt8(ascii: "]"): return false
            case UInt8(ascii: "."): dot = index
            case 0x30...0x39: continue
            default: hasLetter = true
            }
        }
        if wrap != nil, hasLetter { return true }
        guard let dot else { return false }
        return BlockSplitter.endings.contains { utf8[dot + 1..<inner.upperBound].elementsEqual($0) }
    }

    private static let endings: [[UInt8]] = ["jpg", "jpeg", "png", "gif", "svg", "webp", "avif", "bmp"].map {
        Array($0.utf8)
    }

    /// Whether a line names nothing but form buttons.
    private func isButton(_ content: Range<Int>) -> Bool {
        var rest = content
        while begins(rest, BlockSplitter.button) {
            rest = LineShape.unindented(rest.lowerBound + BlockSplitter.button.count..<rest.upperBound, source.utf8)
        }
        return rest.isEmpty
    }

    private func begins(_ range: Range<Int>, _ word: [UInt8]) -> Bool {
        source.utf8[range].starts(with: word)
    }

    // lynx writes these where a page has a frame or a button.
    private static let frame = Array("IFRAME: ".utf8)
    private static let button = Array("(BUTTON)".utf8)
}
