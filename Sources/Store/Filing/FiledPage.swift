package import Pages

/// A page with all values of its rows that can be computed without the database.
///
/// So it can be made ahead of time, on any core.
package struct FiledPage: Sendable {
    package let digest: Digest
    /// The dump as delivered.
    let bytes: [UInt8]
    let textDigest: Digest
    let encoding: Encoding
    let undecodable: Int
    let page: Page
    let items: [FiledItem]
    let boilerplate: String?
    let evidence: String?

    /// The page of a dump; `name` is that of its file, which may hold the page's key.
    package init(_ digest: Digest, bytes: [UInt8], name: String = "", _ text: SourceText, _ page: Page) {
        self.digest = digest
        self.bytes = bytes
        textDigest = text.digest
        encoding = text.encoding
        undecodable = text.undecodable
        self.page = page
        let pageKey = PageKey.read(name)
        items = page.items.map { FiledItem($0, on: page, bytes, pageKey: pageKey) }
        boilerplate = page.boilerplate.isEmpty ? nil : JSON.array(page.boilerplate.map(JSON.text)).string
        evidence = page.evidence.isEmpty ? nil : TextForm.evidence(page.evidence)
    }
}
