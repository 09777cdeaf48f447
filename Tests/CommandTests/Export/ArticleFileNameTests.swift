import Testing

@testable import copydesk

@Suite struct ArticleFileNameTests {
    private static let id = "art_" + String(repeating: "a7", count: 13)

    @Test func `an id is found at the end of a name, and nowhere else`() {
        #expect(ArticleFileName.id(in: "2026-01-27-a-title-\(Self.id).md") == Self.id)
        #expect(ArticleFileName.id(in: "undated-\(Self.id).md") == Self.id)
        for name in [
            "\(Self.id).md", "-\(Self.id)", "x-\(Self.id).txt", "x-\(Self.id.dropLast()).md", "x-\(Self.id)a.md",
            "x-art_\(String(repeating: "a1", count: 13)).md", "x-tea_\(Self.id.dropFirst(4)).md", "", ".md", "-.md",
        ] {
            #expect(ArticleFileName.id(in: name) == nil, "\(name)")
        }
    }
}
