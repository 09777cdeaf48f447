import Pages
import Platform

/// Shows what a layout file makes of dumps, without touching a desk.
package enum LayoutCheck {
    /// Reads the layout and each dump.
    ///
    /// - Parameters:
    ///   - file: The layout file.
    ///   - dumps: Dumps to try it on.
    /// - Returns: Text for a person, and whether the layout was used for every dump.
    /// - Throws: `Fault` naming file and line of what is wrong in the layout, or the dump that cannot be read.
    package static func run(_ file: String, dumps: [[UInt8]]) throws(Fault) -> (text: String, isUsed: Bool) {
        let layout = try LayoutFolder.layout(at: Path(file))
        var text = "layout \(layout.name): understood\n"
        var isUsed = true
        for path in dumps.compactMap(Path.init(bytes:)) {
            let bytes = try doing("read \(path)") { () throws(Errno) in
                try Descriptor.open(path, .readOnly).readAll(limit: 1 << 26)
            }
            do throws(Refusal) {
                let source = try TextDecoder.decode(bytes)
                let trial = LayoutTrial(layout, on: source)
                let page = try Normaliser(layouts: [layout]).read(source)
                isUsed = isUsed && page.layout == layout.name
                text += "\n\(path): \(trial.isMet ? "the layout is used" : "the layout is not used")"
                text += " (\(trial.needs.joined(separator: "; ")))\n"
                text += matches(trial) + items(page)
            } catch {
                isUsed = false
                text += "\n\(path): refused: \(error.reason.rawValue): \(error.detail)\n"
            }
        }
        return (text, isUsed)
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
