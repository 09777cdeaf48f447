import Pages
import TestSupport
import Testing

@testable import Store

/// In whatever order pages come, the same texts are one article and the same articles are one group.
@Suite struct OrderTests {
    private struct Filed: Equatable {
        let articles: Set<Set<String>>
        let groups: Set<Set<String>>
    }

    /// Files the pages in an order, in batches of random size, and opens the store anew now and then.
    private func file(_ pages: [[Story]], _ order: [Int], _ writer: inout StoryWriter) throws -> Filed {
        let room = try Newsroom()
        var left = order[...]
        while !left.isEmpty {
            let batch = left.prefix(Int.random(in: 1...12, using: &writer))
            left = left.dropFirst(batch.count)
            try room.tell(batch.map { pages[$0] })
            if Int.random(in: 0..<6, using: &writer) == 0 { try room.reopen() }
        }
        try room.expectSound()
        return Filed(articles: try room.articleParts(), groups: try room.groupParts())
    }

    /// Files the pages in order, reversed, and in random orders; all have to come to the same.
    private func expectOrderNotToMatter(_ pages: [[Story]], seed: UInt64, orders: Int) throws {
        var writer = StoryWriter(seed: seed &+ 1)
        let expected = try file(pages, Array(pages.indices), &writer)
        print(
            "\(orders) orders of \(pages.count) pages: \(expected.articles.count) articles, \(expected.groups.count) groups"
        )
        #expect(pages.count > 60 && expected.groups.count >= 6 && expected.articles.contains { $0.count > 5 })
        for number in 1...orders {
            let order = number == 1 ? pages.indices.reversed() : pages.indices.shuffled(using: &writer)
            let filed = try file(pages, Array(order), &writer)
            let lost = expected.articles.subtracting(filed.articles).map(\.count).sorted()
            let made = filed.articles.subtracting(expected.articles).map(\.count).sorted()
            #expect(lost == made, "seed \(seed), order \(number): \(order)")
            // Both are hundreds of digests long.
            let isSame = filed == expected
            #expect(isSame, "seed \(seed), order \(number): \(order)")
        }
    }

    @Test(arguments: [2026, 11, 3, 7] as [UInt64])
    func `pages filed in any order and in any batches come to the same articles and groups`(seed: UInt64) throws {
        try expectOrderNotToMatter(InventedPages(seed: seed, unknown: .copies).pages, seed: seed, orders: 8)
    }

    @Test(arguments: [3, 7, 14] as [UInt64])
    func `so do pages of unknown source that are like one another and like two sources`(seed: UInt64) throws {
        try expectOrderNotToMatter(InventedPages(seed: seed, unknown: .edited).pages, seed: seed, orders: 8)
    }

    @Test func `two texts of one source that only a text of unknown source joins are joined in any order`() {
        withKnownIssue("they are joined only where that text comes before the source that takes it over") {
            try expectOrderNotToMatter(InventedPages(seed: 8, unknown: .edited).pages, seed: 8, orders: 8)
        }
    }
}
