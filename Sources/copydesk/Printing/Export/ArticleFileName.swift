import Pages

/// The name of an article's file: the day, the title, and the id, by which it is known again.
enum ArticleFileName {
    private static let ending = ".md"
    /// The most bytes that the title may take, so that no name is too long for any file system.
    private static let titleLimit = 60

    /// `2026-01-27-thursday-ferry-art_….md`.
    ///
    /// Letters and digits of all scripts stand as they are, in lower case; all else is one hyphen. So a name never
    /// begins with a dot or a hyphen, and has no slash, space or control character in it.
    static func name(of article: ExportedArticle) -> String {
        let day = article.published?.text ?? "undated"
        let title = slug(article.text("title") ?? "")
        return ([day, title, article.id].filter { !$0.isEmpty }).joined(separator: "-") + ending
    }

    /// The id in such a name; nil where it is another.
    static func id(in name: String) -> String? {
        guard name.hasSuffix(ending) else { return nil }
        let id = name.dropLast(ending.count).suffix(30)
        let digits = id.dropFirst(4)
        let isID =
            id.hasPrefix("art_") && digits.utf8.count == 26
            && digits.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                    || (UInt8(ascii: "2")...UInt8(ascii: "7")).contains($0)
            }
        return isID && name.dropLast(ending.count + 30).hasSuffix("-") ? String(id) : nil
    }

    private static func slug(_ title: String) -> String {
        var slug = String.UnicodeScalarView()
        var bytes = 0
        var isGap = false
        for scalar in title.lowercased().unicodeScalars {
            guard isKept(scalar) else {
                isGap = true
                continue
            }
            let gap = isGap && bytes > 0 ? 1 : 0
            bytes += gap + UTF8.width(scalar)
            if bytes > titleLimit {
                // Back to the last whole word, where there is one.
                if gap == 0, let end = slug.lastIndex(of: "-") { slug.removeSubrange(end...) }
                break
            }
            if gap > 0 { slug.append("-") }
            slug.append(scalar)
            isGap = false
        }
        return String(slug)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .nonspacingMark, .spacingMark:
            true
        default: false
        }
    }
}
