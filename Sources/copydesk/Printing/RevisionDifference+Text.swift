import Answers

extension RevisionDifference {
    /// One line for each paragraph that differs: `-` if it was removed, `+` if it is new.
    var text: String {
        lines.map { line in
            switch line {
            case .removed(let paragraph): "- \(Console.safe(paragraph))\n"
            case .inserted(let paragraph): "+ \(Console.safe(paragraph))\n"
            }
        }.joined()
    }
}
