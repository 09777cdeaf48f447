import Foundation

/// `etc/cookbook.sql`, or a file of its form: questions, each with a query and the answer in comments.
struct Cookbook {
    static let path = "etc/cookbook.sql"

    /// One question with its answer.
    struct Question {
        let number: Int
        /// What is asked; in other files of this form, where the query was published.
        let words: String
        /// The lines below, without the answer.
        var lines: [String] = []
        /// What the shell prints.
        var answer: [String] = []

        /// The query alone, with the parameters that it needs and without words and output settings.
        var query: String {
            lines.filter { !$0.hasPrefix("--") && !$0.isEmpty }
                .filter { !$0.hasPrefix(".") || $0.hasPrefix(".parameter") }
                .joined(separator: "\n")
        }
    }

    /// What stands before the first question: words, and how the shell is to print.
    private(set) var head: [String] = []
    private(set) var questions: [Question] = []

    /// Reads a file of this form; `-->` begins a line of an answer.
    init(_ file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if let (number, words) = Cookbook.opening(line) {
                questions.append(Question(number: number, words: words))
            }
            guard let last = questions.indices.last else {
                head.append(line)
                continue
            }
            if line.hasPrefix("-->") {
                questions[last].answer.append(String(line.dropFirst(line.hasPrefix("--> ") ? 4 : 3)))
            } else {
                questions[last].lines.append(line)
            }
        }
    }

    /// The cookbook that ships.
    static func shipped() throws -> Cookbook { try Cookbook(Samples.repository + "/" + path) }

    /// The command lines of the head, which make the desk that answers.
    var commands: [String] {
        head.filter { $0.hasPrefix("--     copydesk ") }.map { $0.dropFirst(2).trimmingCharacters(in: .whitespaces) }
    }

    /// The number and the words of a line such as `-- 12. Which articles are the longest?`.
    private static func opening(_ line: String) -> (Int, String)? {
        guard line.hasPrefix("-- ") else { return nil }
        let parts = line.dropFirst(3).split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].last == ".", let number = Int(parts[0].dropLast()) else { return nil }
        return (number, String(parts[1]))
    }
}
