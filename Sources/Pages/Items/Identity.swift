/// Ids made from content, so that desks on different machines give the same text the same id.
///
/// How an id comes about is part of the public contract and never changes: SHA-256 over some fields in UTF-8, each
/// folded (see `Folding`) and followed by one zero byte; of the digest the first 130 bits as 26 base32 digits.
package enum Identity {
    /// `art_` and 26 characters of lower-case base32 over SHA-256 of site or outlet, folded title, published date.
    ///
    /// Where there is no title, or nothing of it is left when folded, the SHA-256 of the folded body stands in its
    /// place as 64 hexadecimal digits: two untitled stories of one day are two articles.
    package static func article(source: String?, title: String?, publishedOn: String?, body: String) -> String {
        let title = folded(title ?? "")
        return id("art_", [folded(source ?? ""), title.isEmpty ? foldedHash(body) : title, publishedOn ?? ""])
    }

    /// `tea_` and 26 characters over SHA-256 of site, folded title and folded summary.
    package static func teaser(site: String?, title: String?, summary: String) -> String {
        id("tea_", [folded(site ?? ""), folded(title ?? ""), folded(summary)])
    }

    /// The id of an article that is not the one that holds its base id already.
    ///
    /// Columns such as "Letters" give several texts of one day the same source, title and date; the second one's id
    /// is made from the base id and its own folded body.
    package static func unlike(_ base: String, body: String) -> String {
        id("art_", [base, foldedHash(body)])
    }

    /// Text folded for comparison: lower case, no accents, runs of anything but letters and digits as one space.
    package static func folded(_ text: String) -> String {
        String(decoding: Folding.folded(text), as: UTF8.self)
    }

    private static func foldedHash(_ text: String) -> String {
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
