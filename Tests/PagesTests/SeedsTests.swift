import Foundation
import Pages
import Testing

/// The project's own sample dumps come out as a careful reader says.
@Suite struct SeedsTests {
    @Test func `every sample dump has its expected reading`() throws {
        let expected = Set(try ExpectedPage.read().map(\.dump))
        let files = try FileManager.default.contentsOfDirectory(atPath: Tree.seeds.path)
        #expect(Set(files.filter { $0.hasSuffix(".txt") }) == expected)
        #expect(expected.count >= 10)
    }

    @Test(arguments: ExpectedPage.all)
    func `a sample dump's page fields are read`(expected: ExpectedPage) throws {
        let bytes = try Tree.bytes(Tree.seeds.appendingPathComponent(expected.dump))
        let page = try Reading.page(bytes)
        #expect(try TextDecoder.decode(bytes).encoding.rawValue == expected.encoding)
        #expect(page.site == expected.site)
        #expect(page.tagline == expected.tagline)
        #expect(page.pageOn == expected.pageOn)
        #expect(page.layout == expected.layout)
        #expect(page.boilerplate == expected.boilerplate)
    }

    @Test(arguments: ExpectedPage.all)
    func `a sample dump's items are read field by field`(expected: ExpectedPage) throws {
        let page = try Reading.page(Tree.bytes(Tree.seeds.appendingPathComponent(expected.dump)))
        #expect(page.items.map(\.title) == expected.items.map(\.title))
        for (item, wanted) in zip(page.items, expected.items) {
            #expect(item.kind.rawValue == wanted.kind)
            #expect(item.byline == wanted.byline)
            #expect(item.authors == wanted.authors)
            #expect(item.outlet == wanted.outlet)
            #expect(item.publishedOn == wanted.publishedOn)
            #expect(item.publishedAt == wanted.publishedAt)
            #expect(item.postedOn == wanted.postedOn)
            #expect(item.categories == wanted.categories)
            #expect(item.tagCount == wanted.tagCount)
            #expect(item.commentCount == wanted.commentCount)
            #expect(item.language == wanted.language)
            #expect(item.body == wanted.body)
        }
    }

    @Test(arguments: ExpectedPage.all)
    func `each field that is set says where it stands in the dump`(expected: ExpectedPage) throws {
        let bytes = try Tree.bytes(Tree.seeds.appendingPathComponent(expected.dump))
        let page = try Reading.page(bytes)
        for (set, field) in [(page.site, "site"), (page.tagline, "tagline"), (page.pageOn, "page_on")] where set != nil
        {
            #expect(page.evidence.contains { $0.field == field })
        }
        for item in page.items {
            #expect(Set(item.evidence.map(\.field)) == Fields.set(in: item))
            for evidence in item.evidence {
                #expect(!evidence.bytes.isEmpty && !evidence.rule.isEmpty && !evidence.raw.isEmpty)
                #expect(
                    item.bytes.contains(evidence.bytes.lowerBound) && evidence.bytes.upperBound <= item.bytes.upperBound
                )
            }
        }
    }

    @Test(arguments: ExpectedPage.all.filter { $0.encoding == "utf-8" })
    func `evidence names the very bytes that the field was read from`(expected: ExpectedPage) throws {
        let bytes = try Tree.bytes(Tree.seeds.appendingPathComponent(expected.dump))
        for item in try Reading.page(bytes).items {
            for evidence in item.evidence {
                let stands = String(decoding: bytes[evidence.bytes], as: UTF8.self)
                let values: [String]
                switch evidence.field {
                case "title": values = [item.title ?? ""]
                case "byline": values = [item.byline ?? ""]
                case "outlet": values = [item.outlet ?? ""]
                case "authors": values = item.authors
                case "categories": values = item.categories
                default: values = []
                }
                for value in values { #expect(Fields.folded(stands).contains(Fields.folded(value))) }
                if evidence.field == "published_on" {
                    #expect(stands.utf8.contains { (0x30...0x39).contains($0) } && stands.utf8.count <= 40)
                }
            }
        }
    }
}
