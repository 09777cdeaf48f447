import Foundation
import Pages

/// Reads dumps with a table, as the program would without layouts.
enum ReadDumps {
    /// Writes one line of JSON for each dump: its items and the labels of its blocks.
    static func write(table: Data) throws {
        let normaliser = Normaliser(layouts: [], network: LabelNetwork(table))
        while let (name, text) = try Fit.next() {
            var object: [String: Any] = ["dump": name]
            do {
                object["items"] = try normaliser.read(text).items.map(values)
            } catch {
                object["items"] = [Any]()
            }
            object["labels"] = normaliser.labels(of: text).map { "\($0)" }
            FileHandle.standardOutput.write(try JSONSerialization.data(withJSONObject: object) + Data("\n".utf8))
        }
    }

    private static func values(_ item: Item) -> [String: Any] {
        [
            "kind": item.kind.rawValue, "title": item.title ?? NSNull(), "authors": item.authors,
            "outlet": item.outlet ?? NSNull(), "published_on": item.publishedOn ?? NSNull(),
            "posted_on": item.postedOn ?? NSNull(), "body": item.body,
            "rules": item.evidence.map { "\($0.field)=\($0.rule)" },
        ]
    }
}
