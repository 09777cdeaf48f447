import Answers

extension RevisionDifference {
    /// A paragraph a line: `-` gone, `+` new.
    var text: String {
        lines.map { line in
            switch line {
            case .removed(let paragraph): "- \(Console.safe(paragraph))\n"
            case .inserted(let paragraph): "+ \(Console.safe(paragraph))\n"
            }
        }.joined()
    }
}
