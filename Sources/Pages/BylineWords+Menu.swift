extension BylineWords {
    /// Words that stand in menus and headings and in no name.
    static let menuWords = DateWords.words(
        "the of and for to in on at with your our my more most all new news home about contact privacy policy terms",
        "service services sign log login subscribe newsletter menu search breaking latest live top stories story video",
        "videos audio podcast sports sport business politics world culture health science technology tech opinion weather",
        "travel money markets market events jobs shop store deals daily weekly magazine times post journal review wire",
        "radio tv press media today gallery related popular trending current issue read share facebook twitter follow us",
        "main content skip advertisement photo photos image images credit getty reuters united states north south east",
        "west city university president government court council house white street games food life style real estate",
        "arts art music movie movies film books book best how what why who when where is are by get app free join now",
        "nachrichten startseite wirtschaft politik kultur die das der und zum zur les une los las noticias bildung",
        "newsticker archiv archive archives category tags google apple amazon club association institute foundation",
        "center centre society committee department ministry party league cup day week year school college online",
        "digital international national global american european german british statement update updates report reports",
        "analysis interview guide tips list next previous back recent posts comments leave reply add view show click",
        "here see watch listen download print email save copy link donate support"
    )

    /// Words of menus that are surnames too, and stand at a name's end.
    static func isSurname(_ word: ArraySlice<UInt8>) -> Bool {
        surnames.contains { word.elementsEqual($0) }
    }

    private static let surnames = DateWords.words("white west north best court read page").map { Array($0.utf8) }

    /// A word without the handle or label that lost the space before it: `MarshTwitter`, `Marsh@ada`, `MarshFOX`.
    static func withoutTail(_ word: [UInt8]) -> [UInt8] {
        if let at = word.firstIndex(of: UInt8(ascii: "@")), at >= 2 { return Array(word[..<at]) }
        for tail in gluedTails where word.count > tail.count + 1 && word.suffix(tail.count).elementsEqual(tail) {
            return Array(word.dropLast(tail.count))
        }
        // Three capitals behind a small letter begin another word; "McDonald" and "DiCaprio" have one.
        guard word.count >= 5 else { return word }
        for index in 2..<word.count - 2 where isLower(word[index - 1]) {
            if isUpper(word[index]), isUpper(word[index + 1]), isUpper(word[index + 2]) { return Array(word[..<index]) }
        }
        return word
    }

    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }

    private static let gluedTails = [
        "Twitter", "Facebook", "Follow", "Email", "Contact", "Updated", "Published", "Posted", "Staff", "Reporter",
        "Editor", "Instagram", "Share",
    ].map { Array($0.utf8) }
}
