import Foundation

/// The queries that today's documents tell their readers to ask: in blocks of SQL, in command lines, in the cookbook.
enum PublishedQueries {
    /// A query, and where it stands.
    struct Query {
        let place: String
        let text: String
    }

    static func all() throws -> [Query] {
        var found: [Query] = []
        for document in try Document.all() {
            for block in document.blocks {
                let place = "\(document.path), below \"\(heading(of: block, in: document))\""
                if block.mark == "sql" {
                    found.append(Query(place: place, text: block.text))
                } else {
                    found += inCommands(block.text).map { Query(place: place, text: $0) }
                }
            }
        }
        let installer = try String(contentsOfFile: Samples.repository + "/systemd/install", encoding: .utf8)
        found += inCommands(installer).map { Query(place: "systemd/install, its last words", text: $0) }
        for question in try Cookbook.shipped().questions {
            found.append(Query(place: "\(Cookbook.path), \"\(question.words)\"", text: question.query))
        }
        return found
    }

    /// What command lines hand to the shell.
    private static func inCommands(_ text: String) -> [String] {
        text.matches(of: /sqlite3 -readonly [^\s"']+ (["'])(SELECT.+?)\1/.dotMatchesNewlines())
            .map { String($0.2) + ";" }
    }

    /// The heading that a block stands under.
    private static func heading(of block: DocumentBlock, in document: Document) -> String {
        for line in document.lines.prefix(block.line - 1).reversed() {
            for mark in ["## ", "# ", ".Sh ", ".Ss "] where line.hasPrefix(mark) {
                return String(line.dropFirst(mark.count))
            }
        }
        return "its first line"
    }
}
