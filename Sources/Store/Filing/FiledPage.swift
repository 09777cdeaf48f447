package import Pages

/// A page with all values of its rows that can be computed without the database.
///
/// So it can be made ahead of time, on any core.
package struct FiledPage: Sendable {
    let digest: Digest
    /// The dump as delivered.
    let bytes: [UInt8]
    let textDigest: Digest
    let encoding: Encoding
    let undecodable: Int
    let page: Page
    let items: [FiledItem]
    let boilerplate: String?
    let evidence: String?

    package init(_ digest: Digest, bytes: [UInt8], _ text: SourceText, _ page: Page) {
        self.digest = digest
        self.bytes = bytes
        textDigest = text.digest
        encoding = text.encoding
        undecodable = text.undecodable
        self.page = page
        items = page.items.map { FiledItem($0, on: page, bytes) }
        boilerplate = page.boilerplate.isEmpty ? nil : JSON.array(page.boilerplate.map(JSON.text)).string
        evidence = page.evidence.isEmpty ? nil : TextForm.evidence(page.evidence)
    }
}
