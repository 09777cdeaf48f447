@testable import Pages

/// The blocks that a page is cut into, as text.
enum Blocks {
    static func list(_ page: String) throws -> BlockList {
        BlockList(try TextDecoder.decode(Array(page.utf8)))
    }

    static func texts(_ page: String) throws -> [String] {
        let list = try list(page)
        return list.indices.map(list.string)
    }

    /// Text broken at a width, as terminal browsers do: a word that would pass it begins the next line.
    static func wrapped(_ text: String, at width: Int, indentation: Int = 0) -> String {
        let margin = String(repeating: " ", count: indentation)
        var lines: [String] = []
        var line = margin
        for word in text.split(separator: " ") {
            if line.count > indentation, line.count + 1 + word.count > width {
                lines.append(line)
                line = margin
            }
            line += (line.count > indentation ? " " : "") + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
