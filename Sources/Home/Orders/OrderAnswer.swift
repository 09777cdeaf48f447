import Platform

/// How far a desk is with an order, and how it ended: one line in a file beside the order's.
package enum OrderAnswer: Equatable, Sendable {
    /// So many of so many files or dumps are done.
    case working(done: Int, of: Int)
    /// It is carried out; the text is for whoever asked, and may have several lines.
    case done(String)
    /// It cannot be carried out, and why.
    case failed(String)

    /// The contents of the answer's file.
    package var text: String {
        switch self {
        case .working(let done, let total): "working \(done) \(total)\n"
        case .done(let text): "done \(Path.display(Array(text.utf8)))\n"
        case .failed(let text): "failed \(Path.display(Array(text.utf8)))\n"
        }
    }

    /// Reads the contents of an answer's file; nil where they are none.
    package init?(_ bytes: [UInt8]) {
        guard bytes.last == UInt8(ascii: "\n") else { return nil }
        let line = String(decoding: bytes.dropLast(), as: UTF8.self)
        let words = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard words.count == 2 else { return nil }
        let text = Path.bytes(displayedAs: String(words[1])).map { String(decoding: $0, as: UTF8.self) }
        switch (words[0], text) {
        case ("working", .some):
            let numbers = words[1].split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 2 else { return nil }
            self = .working(done: numbers[0], of: numbers[1])
        case ("done", .some(let text)): self = .done(text)
        case ("failed", .some(let text)): self = .failed(text)
        default: return nil
        }
    }
}
