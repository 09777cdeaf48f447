import Foundation

/// A document of the repository, as the blocks in it that a reader may type.
struct Document {
    static let layoutGuide = "etc/copydesk/layouts.d/README.md"

    /// Its path below the repository.
    let path: String
    let lines: [Substring]
    let blocks: [DocumentBlock]

    init(_ path: String) throws {
        self.path = path
        let text = try String(contentsOfFile: Samples.repository + "/" + path, encoding: .utf8)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        blocks = path.hasSuffix(".md") ? Document.fences(path, lines) : Document.displays(path, lines)
    }

    /// The blocks that somebody in particular runs, in their order.
    func blocks(for runner: DocumentBlock.Runner) -> [DocumentBlock] { blocks.filter { $0.runner == runner } }

    /// Every document of the repository: what is Markdown, and every manual page.
    static func all() throws -> [Document] {
        let listing = """
            find . -name .build -prune -o -name '*.md' -print -o -path './etc/man/*.[0-9]' -print | sed 's,^./,,' | sort
            """
        let found = try ChildProcess.run(
            ["sh", "-euc", "cd '\(Samples.repository)'; \(listing)"],
            outputIn: FileManager.default.temporaryDirectory.path
        )
        return try found.text.split(separator: "\n").map { try Document(String($0)) }
    }

    private static func fences(_ path: String, _ lines: [Substring]) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        var open: (mark: String, line: Int)?
        var inside: [Substring] = []
        for (index, line) in lines.enumerated() {
            guard line.hasPrefix("```") else {
                inside.append(line)
                continue
            }
            if let fence = open {
                let text = inside.joined(separator: "\n")
                blocks.append(DocumentBlock(document: path, line: fence.line, mark: fence.mark, text: text))
                open = nil
            } else {
                open = (String(line.dropFirst(3)), index + 1)
                inside = []
            }
        }
        return blocks
    }

    /// What stands between `.Bd -literal` and `.Ed`, and after `.Dl`; the comment in the line before is the mark.
    private static func displays(_ path: String, _ lines: [Substring]) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = []
        for (index, line) in lines.enumerated() {
            var text: String
            if line.hasPrefix(".Dl ") {
                text = plain(line.dropFirst(4))
            } else if line.hasPrefix(".Bd -literal") {
                text = lines[(index + 1)...].prefix { $0 != ".Ed" }.map(plain).joined(separator: "\n")
            } else {
                continue
            }
            let before = index > 0 ? lines[index - 1] : ""
            let mark = before.hasPrefix(".\\\" ") ? String(before.dropFirst(4)) : ""
            blocks.append(DocumentBlock(document: path, line: index + 1, mark: mark, text: text))
        }
        return blocks
    }

    /// A line of a display as its reader sees it.
    private static func plain(_ line: Substring) -> String {
        var text = String(line)
        for (escape, sign) in [
            ("\\&", ""), ("\\-", "-"), ("\\(aq", "'"), ("\\(dq", "\""), ("\\(ga", "`"), ("\\(ti", "~"), ("\\e", "\\"),
        ] { text = text.replacingOccurrences(of: escape, with: sign) }
        return text
    }
}
