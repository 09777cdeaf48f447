import Platform

/// An order and when it was left, as they stand in its file: a few lines of a word and a value each.
///
///     copydesk-order 1
///     placed 2026-11-28T19:02:11.030Z
///     retry
///     name page\x0a.txt
///     end
///
/// Values are escaped as names are for display, so that any byte survives and none ends its line. The last line tells
/// that nothing is missing.
package struct PlacedOrder: Equatable, Sendable {
    package let order: OperatorOrder
    /// When it was left, UTC.
    ///
    /// What was done since then belongs to it, so that it can be gone on with after a crash.
    package let placedAt: String

    package init(_ order: OperatorOrder, placedAt: String) {
        self.order = order
        self.placedAt = placedAt
    }

    private static let head = "copydesk-order 1"

    /// The contents of its file.
    package var text: String {
        var lines = [PlacedOrder.head, "placed \(placedAt)", order.command]
        func add(_ word: String, _ value: [UInt8]) { lines.append("\(word) \(Path.display(value))") }
        switch order {
        case .retry(let names): for name in names { add("name", name) }
        case .reread(let dumps): for dump in dumps { add("dump", Array(dump.utf8)) }
        case .forget(let id, let reason, let blocks, let scrubsLog):
            add("id", Array(id.utf8))
            add("reason", Array(reason.utf8))
            add("blocks", Array("\(blocks)".utf8))
            add("scrubs-log", Array("\(scrubsLog)".utf8))
        }
        return lines.joined(separator: "\n") + "\nend\n"
    }

    /// Reads the contents of an order's file; nil where they are none.
    package init?(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\nend\n") else { return nil }
        let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
        guard lines.count >= 4, lines[0] == PlacedOrder.head else { return nil }
        guard lines[1].hasPrefix("placed "), Timestamp.parse(String(lines[1].dropFirst(7))) != nil else { return nil }
        var values: [(word: String, value: [UInt8])] = []
        for line in lines[3..<(lines.count - 1)] {
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let value = Path.bytes(displayedAs: String(parts[1])) else { return nil }
            values.append((String(parts[0]), value))
        }
        guard let order = PlacedOrder.order(lines[2], values) else { return nil }
        self.init(order, placedAt: String(lines[1].dropFirst(7)))
    }

    private static func order(_ command: String, _ values: [(word: String, value: [UInt8])]) -> OperatorOrder? {
        func text(_ index: Int) -> String? { String(validating: values[index].value, as: UTF8.self) }
        switch command {
        case "retry": return values.allSatisfy { $0.word == "name" } ? .retry(values.map(\.value)) : nil
        case "reread":
            let dumps = values.indices.compactMap { values[$0].word == "dump" ? text($0) : nil }
            return dumps.count == values.count ? .reread(dumps) : nil
        case "forget":
            guard values.map(\.word) == ["id", "reason", "blocks", "scrubs-log"], let id = text(0),
                let reason = text(1), let blocks = text(2).flatMap({ Bool($0) }),
                let scrubsLog = text(3).flatMap({ Bool($0) })
            else { return nil }
            return .forget(id: id, reason: reason, blocks: blocks, scrubsLog: scrubsLog)
        default: return nil
        }
    }
}
