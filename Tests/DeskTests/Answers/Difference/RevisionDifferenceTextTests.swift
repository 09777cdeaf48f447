import Testing

@testable import Answers
@testable import copydesk

/// The difference as it is printed.
@Suite struct RevisionDifferenceTextTests {
    private func difference(_ old: [String], _ new: [String]) -> RevisionDifference {
        func revision(_ number: Int, _ nature: String, _ paragraphs: [String]) -> RevisionDifference.Revision {
            RevisionDifference.Revision(
                number: number,
                seenAt: "2026-11-2\(number)T09:00:00.000Z",
                nature: nature,
                cause: "source",
                paragraphs: paragraphs
            )
        }
        return RevisionDifference(id: "art_x", from: revision(1, "first", old), to: revision(2, "material", new))
    }

    private func lines(_ old: [String], _ new: [String], width: Int = 40) -> [String] {
        let text = difference(old, new).text(width: width, colours: false)
        #expect(text.last == "\n")
        return text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).dropFirst().map(String.init)
    }

    @Test func `paragraphs that differ stand with one beside them, and a sign for those left out`() {
        let old = ["Title", "one", "two", "three", "four", "five", "six", "seven of the boats wait"]
        var new = old
        new[3] = "new"
        new.append("eight")
        let last = "  seven of the boats wait"
        #expect(lines(old, new) == ["…", "  two", "- three", "+ new", "  four", "…", last, "+ eight"])
        new[7] = "seven of the ships wait"
        #expect(lines(old, new).suffix(2) == ["~ seven of the [-boats-]{+ships+} wait", "+ eight"])
    }

    @Test func `what moved tells from where to where, and what is left as it was is cut to a line`() {
        let long = String(repeating: "a long paragraph of tides and boats ", count: 3)
        let found = lines(["Title", long, "short"], ["Title", "short", long], width: 20)
        #expect(found == ["  Title", "> from 3 to 2: short", "  a long paragraph …"])
    }

    @Test func `the head names both revisions, and equal ones are said to be so`() {
        let text = difference(["Title", "one"], ["Title", "one"]).text(width: 80, colours: false)
        #expect(
            text == """
                art_x: revision 1 (2026-11-21T09:00:00.000Z, first, by source) to revision 2 \
                (2026-11-22T09:00:00.000Z, material, by source)
                revisions 1 and 2 are equal in text

                """
        )
    }

    @Test func `a terminal gets colours, and nothing else that it obeys`() {
        let stays = "a long paragraph stays here"
        let old = ["", "the \u{1B}[2Jferry waits at the quay", "gone \u{7}\tand away", stays, "b"]
        let new = ["Title", "the \u{202E}ferry waits at the quay", "b", stays, "new"]
        let difference = difference(old, new)
        let coloured = difference.text(width: 80, colours: true)
        for sign in ["[31m- ", "[32m+ ", "[33m~ ", "[36m> ", "[31m[-", "[32m{+"] {
            #expect(coloured.contains("\u{1B}" + sign), "\(sign)")
        }
        let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(bare == difference.text(width: 80, colours: false))
        #expect(bare.contains("- (no title)\n") && bare.contains("- gone \u{FFFD} and away\n"))
        #expect(!bare.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }
}
