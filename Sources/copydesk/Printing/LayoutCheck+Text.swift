import Answers
import Pages

extension LayoutCheck {
    /// The trials for a person: which lines of each dump the layout matched, and what its page is read as.
    var text: String {
        var text = "layout \(layout.name): understood\n"
        for trial in trials {
            switch trial.outcome {
            case .read(let found, let page):
                text += "\n\(trial.path): \(found.isMet ? "the layout is used" : "the layout is not used")"
                text += " (\(found.needs.joined(separator: "; ")))\n"
                text += LayoutCheck.matches(found) + LayoutCheck.items(page)
            case .refused(let refusal):
                text += "\n\(trial.path): refused: \(refusal.reason.rawValue): \(refusal.detail)\n"
            }
        }
        return text
    }

    private static func matches(_ trial: LayoutTrial) -> String {
        trial.matches.map { match in
            "  \(match.section)  \(Console.safe(match.text))  [\(match.rule)]\n"
                + match.fields.map { "    \($0.name): \(Console.safe($0.text))\n" }.joined()
        }.joined()
    }

    private static func items(_ page: Page) -> String {
        var text = "  read as: \(page.articleCount) articles, \(page.teaserCount) teasers"
        if let site = page.site { text += ", site \(Console.safe(site))" }
        text += "\n"
        for (index, item) in page.items.enumerated() {
            text += "    \(index + 1)  \(item.kind.rawValue)  \(Console.safe(item.title ?? "(no title)"))\n"
            for evidence in item.evidence where evidence.field != "title" && evidence.field != "body" {
                text += "       \(evidence.field): \(Console.safe(evidence.raw))  [\(evidence.rule)]\n"
            }
        }
        return text
    }
}
