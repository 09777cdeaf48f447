/// Makes ids from content, so that desks on different machines give the same text the same id.
///
/// How an id is made is part of the public contract and never changes. It is a prefix and 26 base32 digits: the first
/// 130 bits of SHA-256 over some fields in UTF-8, each followed by one zero byte. Names, titles and texts are folded
/// first (see `Folding`); days and other ids go in as they are.
package enum Identity {
    /// The id of an article: `art_` and 26 characters of lower-case base32 over SHA-256 of site or outlet, folded
    /// title, and date of publication.
    ///
    /// Where there is no title, or folding leaves nothing of it, the SHA-256 of the folded body takes its place, as 64
    /// hexadecimal digits: two untitled stories of one day are two articles.
    package static func article(source: String?, title: String?, publishedOn: String?, body: String) -> String {
        let title = folded(title ?? "")
        return id("art_", [folded(source ?? ""), title.isEmpty ? foldedHash(body) : title, publishedOn ?? ""])
    }

    /// The id of a teaser: `tea_` and 26 characters over SHA-256 of site, folded title and folded summary.
    package static func teaser(site: String?, title: String?, summary: String) -> String {
        id("tea_", [folded(site ?? ""), folded(title ?? ""), folded(summary)])
    }

    /// The id of an article whose base id already belongs to another article.
    ///
    /// Columns such as "Letters" give several texts of one day the same source, title and date. The id of the second
    /// one is made from the base id and its own folded body.
    package static func unlike(_ base: String, body: String) -> String {
        id("art_", [base, foldedHash(body)])
    }

    /// The id of a group of stories: `grp_` and 26 characters over SHA-256 of the id of the story it likely began with.
    package static func group(origin: String) -> String {
        id("grp_", [origin])
    }

    /// Text folded for comparison: lower case, no accents, runs of anything but letters and digits as one space.
    package static func folded(_ text: String) -> String {
        String(decoding: Folding.folded(text), as: UTF8.self)
    }

    /// The same as UTF-8.
    package static func foldedBytes(_ text: String) -> [UInt8] { Folding.folded(text) }

    /// SHA-256 of the folded text, in hexadecimal.
    package static func foldedHash(_ text: String) -> String {
        SHA256.digest(of: Folding.folded(text).span).hex
    }

    private static func id(_ prefix: String, _ fields: [String]) -> String {
        var bytes: [UInt8] = []
        for field in fields {
            bytes.append(contentsOf: field.utf8)
            bytes.append(0)
        }
        return prefix + Base32.text(SHA256.digest(of: bytes.span).bytes, digits: 26)
    }
}

/// Base32 of RFC 4648, in lower case and without padding.
enum Base32 {
    private static let digits = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    /// The first `count` digits of the bytes' base32; bits past the last byte count as zero.
    static func text(_ bytes: [UInt8], digits count: Int) -> String {
        let text = (0..<count).map { index in
            let bit = index * 5
            let high = bit / 8 < bytes.count ? UInt16(bytes[bit / 8]) : 0
            let low = bit / 8 + 1 < bytes.count ? UInt16(bytes[bit / 8 + 1]) : 0
            return digits[Int((high << 8 | low) >> UInt16(11 - bit % 8) & 31)]
        }
        return String(decoding: text, as: UTF8.self)
    }
}
