import Foundation
import Pages
import Testing

/// The user's own two dumps come out as their hand-made gold says.
///
/// Their text belongs to others and is not in the repository, so on a machine without the shared folder these tests
/// are skipped, and the test run says so.
@Suite(.enabled(if: Tree.hasShared, "the shared folder with the user's dumps is not on this machine"))
struct SharedSeedsTests {
    struct GoldPage: Decodable, CustomTestStringConvertible {
        struct Article: Decodable {
            let kind: String
            let title: String
            let bylineRaw: String?
            let authors: [String]
            let outlet: String?
            let published: String?
            let posted: String?
            let categories: [String]
            let tagCount: Int?
            let commentCount: Int?
            let headings: [String]
            let authorBio: [String]
            let captions: [String]
            let body: String
        }

        let dump: String
        let siteName: String?
        let tagline: String?
        let pageDate: String?
        let pageDateRaw: String?
        let boilerplateLines: [String]
        let articles: [Article]

        var testDescription: String { dump }
    }

    static let gold: [GoldPage] = {
        struct File: Decodable { let pages: [GoldPage] }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let file = Tree.shared.appendingPathComponent("eval/gold/seeds.json")
        return (try? decoder.decode(File.self, from: Data(contentsOf: file)).pages) ?? []
    }()

    private func page(_ gold: GoldPage) throws -> Page {
        try Reading.page(Tree.bytes(Tree.shared.appendingPathComponent("seeds/\(gold.dump)")))
    }

    @Test func `the gold speaks of two dumps`() {
        #expect(SharedSeedsTests.gold.count == 2)
    }

    @Test(arguments: gold) func `site, tagline and date of the page are read`(gold: GoldPage) throws {
        let page = try page(gold)
        #expect(page.site == gold.siteName)
        #expect(page.tagline == gold.tagline)
        #expect(page.pageOn == gold.pageDate)
    }

    @Test(arguments: gold) func `what belongs to nothing is boilerplate, and nothing else`(gold: GoldPage) throws {
        // The gold counts the page's own fields and the footers among the boilerplate; here they are fields.
        let fields = [gold.siteName, gold.tagline, gold.pageDateRaw].compactMap(\.self)
        let wanted = gold.boilerplateLines.filter { !fields.contains($0) && !$0.contains(" Posted by |") }
        #expect(try page(gold).boilerplate == wanted)
    }

    @Test(arguments: gold) func `each item comes out field by field`(gold: GoldPage) throws {
        let items = try page(gold).items
        #expect(items.count == gold.articles.count)
        for (item, wanted) in zip(items, gold.articles) {
            #expect(item.kind.rawValue == wanted.kind)
            #expect(item.title == wanted.title)
            #expect(item.byline == wanted.bylineRaw)
            #expect(item.authors == wanted.authors)
            #expect(item.outlet == wanted.outlet)
            #expect(item.publishedOn == wanted.published)
            #expect(item.postedOn == wanted.posted)
            #expect(item.categories == wanted.categories)
            #expect(item.tagCount == wanted.tagCount)
            #expect(item.commentCount == wanted.commentCount)
            #expect(item.body == wanted.body)
        }
    }

    @Test(arguments: gold) func `headings and the author's note stay in the body, captions do not`(gold: GoldPage)
        throws
    {
        for (item, wanted) in zip(try page(gold).items, gold.articles) {
            let blocks = item.body.split(separator: "\n\n").map(String.init)
            for kept in wanted.headings + wanted.authorBio { #expect(blocks.contains(kept)) }
            for caption in wanted.captions { #expect(!item.body.contains(caption)) }
        }
    }

    @Test(arguments: gold) func `every field that is set carries its evidence`(gold: GoldPage) throws {
        for item in try page(gold).items {
            #expect(Set(item.evidence.map(\.field)) == Fields.set(in: item))
        }
    }
}
