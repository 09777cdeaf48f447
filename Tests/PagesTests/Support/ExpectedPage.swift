import Foundation
import Testing

/// What a dump must come out as, written by hand.
struct ExpectedPage: Decodable, CustomTestStringConvertible {
    struct Item: Decodable {
        let kind: String
        let title: String?
        let byline: String?
        let authors: [String]
        let outlet: String?
        let publishedOn: String?
        let publishedAt: String?
        let postedOn: String?
        let categories: [String]
        let tagCount: Int?
        let commentCount: Int?
        let language: String?
        let body: String
    }

    let dump: String
    let encoding: String
    let site: String?
    let tagline: String?
    let pageOn: String?
    let layout: String?
    let boilerplate: [String]
    let items: [Item]

    var testDescription: String { dump }

    /// The expected pages of the sample dumps; none where the file cannot be read, which a test of its own tells.
    static let all: [ExpectedPage] = (try? read()) ?? []

    static func read() throws -> [ExpectedPage] {
        struct File: Decodable { let pages: [ExpectedPage] }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(File.self, from: Data(contentsOf: Tree.expected)).pages
    }
}
