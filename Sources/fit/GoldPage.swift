import Foundation
import Pages

/// A page whose items are known: a dump's text, and what people found in it.
struct GoldPage {
    struct Item {
        let title: String?
        let body: String
        /// The day it was published, where the gold knows it.
        var day: String?
        /// Passages that are in the item's text, where the text as a whole is not known.
        var passages: [String] = []
        /// Passages that are on the page and not in the item's text.
        var others: [String] = []
    }

    let dump: String
    /// The host the page is from: all pages of one site are in one fold, so no page is judged by weights learned from
    /// its own site.
    let site: String
    /// Whether it holds one story; otherwise it is a list of items.
    let isStory: Bool
    let items: [Item]
    /// Teasers beside the story, where the gold knows them.
    var teasers: [Item] = []
    let text: SourceText

    /// Reads the gold of the evaluation set.
    static func all(in folder: URL) throws -> [GoldPage] {
        var pages: [GoldPage] = []
        for row in try rows(folder.appending(path: "article-pages/gold.jsonl")) {
            var item = Item(title: row["title"] as? String, body: row["body"] as? String ?? "")
            item.passages = row["must_have"] as? [String] ?? []
            item.others = row["must_not_have"] as? [String] ?? []
            for dump in row["dumps"] as? [[String: Any]] ?? [] {
                guard let file = dump["file"] as? String else { continue }
                pages.append(try page(folder.appending(path: "article-pages/\(file)"), row, isStory: true, [item]))
            }
        }
        for row in try rows(folder.appending(path: "archive-pages/gold.jsonl")) {
            guard let file = row["file"] as? String else { continue }
            let items = (row["posts"] as? [[String: Any]] ?? []).map {
                Item(
                    title: $0["title"] as? String,
                    body: $0["body"] as? String ?? "",
                    day: ($0["published"] as? String).map { String($0.prefix(10)) }
                )
            }
            pages.append(try page(folder.appending(path: "archive-pages/\(file)"), row, isStory: false, items))
        }
        return pages
    }

    private static func rows(_ file: URL) throws -> [[String: Any]] {
        try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).compactMap {
            try JSONSerialization.jsonObject(with: $0) as? [String: Any]
        }
    }

    private static func page(_ file: URL, _ row: [String: Any], isStory: Bool, _ items: [Item]) throws -> GoldPage {
        let host = (row["url"] as? String).flatMap { URL(string: $0)?.host() } ?? file.lastPathComponent
        return GoldPage(
            dump: file.lastPathComponent,
            site: host.hasPrefix("www.") ? String(host.dropFirst(4)) : host,
            isStory: isStory,
            items: items,
            text: try TextDecoder.decode([UInt8](Data(contentsOf: file)))
        )
    }
}
