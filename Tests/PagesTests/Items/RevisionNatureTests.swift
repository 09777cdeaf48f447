import Testing

@testable import Pages

@Suite struct RevisionNatureTests {
    private let title = "The bridge"
    private let body = """
        The council met on Monday and spoke about the bridge for two hours.
        It then went home, and the bridge stayed where it was.
        The clerk counted eleven votes and one cough.
        """

    private func isCosmetic(_ body: String, title: String = "The bridge", furniture: [String] = []) -> Bool {
        let there = RevisionNature.isCosmetic((self.title, self.body), (title, body), furniture: furniture)
        let back = RevisionNature.isCosmetic((title, body), (self.title, self.body), furniture: furniture)
        #expect(there == back)
        return there
    }

    @Test func `case, punctuation, spacing and quotes are cosmetic`() {
        #expect(isCosmetic(body))
        #expect(isCosmetic(body.uppercased()))
        #expect(isCosmetic(body.replacing(".", with: "!").replacing(",", with: " –")))
        #expect(isCosmetic(body.replacing("\n", with: " ")))
        #expect(isCosmetic(body.replacing("the bridge", with: "“the bridge”")))
        #expect(isCosmetic(body, title: "THE BRIDGE…"))
    }

    @Test func `a counter that counts on is cosmetic, and so is one that comes`() {
        #expect(isCosmetic(body + "\n12 comments"))
        #expect(isCosmetic("Read 340 times\n" + body))
        let counted = RevisionNature.isCosmetic(
            (title, body + "\n12 comments"),
            (title, body + "\n13 comments"),
            furniture: []
        )
        #expect(counted)
    }

    @Test func `a sentence with a number is no counter`() {
        #expect(!isCosmetic(body + "\nThe bridge cost 12 crowns."))
        #expect(!isCosmetic(body + "\nThe gull laughed"))
    }

    @Test func `lines that a page prints round its stories are cosmetic`() {
        let line = "Sign up for our letter, it comes every Friday"
        #expect(isCosmetic(body + "\n" + line, furniture: [line]))
        #expect(isCosmetic(body + "\n" + line.uppercased() + "!", furniture: [line]))
        #expect(!isCosmetic(body + "\n" + line))
    }

    @Test func `words, numbers and the order of paragraphs are material`() {
        #expect(!isCosmetic(body.replacing("two hours", with: "six hours")))
        #expect(!isCosmetic(body.replacing("eleven", with: "11")))
        #expect(!isCosmetic(body.split(separator: "\n").reversed().joined(separator: "\n")))
        #expect(!isCosmetic(body.split(separator: "\n").dropLast().joined(separator: "\n")))
        #expect(!isCosmetic(body + "\nThe gull had laughed at all of them by then."))
        #expect(!isCosmetic(body, title: "The bridge stays"))
    }

    @Test func `no title and an empty one are the same`() {
        #expect(RevisionNature.isCosmetic((nil, body), ("", body), furniture: []))
        #expect(!RevisionNature.isCosmetic((nil, body), (title, body), furniture: []))
    }
}
