/// Ids made from content, so that desks on different machines give the same text the same id.
package enum Identity {
    /// `art_` and 26 characters of lower-case base32 over SHA-256 of site or outlet, folded title, published date.
    package static func article(source: String?, title: String?, publishedOn: String?, body: String) -> String {
        fatalError("filled by the decoding room")
    }

    /// `tea_` and 26 characters over SHA-256 of site, folded title and folded summary.
    package static func teaser(site: String?, title: String?, summary: String) -> String {
        fatalError("filled by the decoding room")
    }

    /// Text folded for comparison: lower case, no accents, runs of anything but letters and digits as one space.
    package static func folded(_ text: String) -> String {
        fatalError("filled by the decoding room")
    }
}
