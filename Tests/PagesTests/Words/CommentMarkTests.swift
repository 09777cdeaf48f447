import Testing

@testable import Pages

@Suite struct CommentMarkTests {
    private func isMarked(_ text: String) throws -> Bool {
        let observations = Observations(BlockList(try TextDecoder.decode(Array((text + "\n").utf8))), nil)
        return observations.signs.contains { $0.contains(.belowComments) }
    }

    @Test(arguments: [
        "34 responses to “The ferry: “We sail on Sunday””", "One thought on “The gate stays shut”",
        "1,204 Comments on The gate stays shut", "6 thoughts on \"The gate stays shut\"",
        "3 Gedanken zu „Das Tor bleibt zu“", "12 Kommentare zu „Das Tor bleibt zu“",
        "Ein Kommentar zu Das Tor bleibt zu",
        "5 réflexions sur « La porte reste fermée »", "2 respuestas a «La puerta sigue cerrada»",
        "7 comentários em “O portão”", "4 commenti su “Il cancello”", "8 komentarzy do “Brama”",
        "9 комментариев к «Ворота закрыты»", "» 5 reacties op “De poort”",
    ])
    func `the number of comments on a story opens them`(line: String) throws {
        #expect(try isMarked(Sample.paragraphs(2) + "\n\n" + line + "\n\n" + Sample.paragraphs(1)))
    }

    @Test(arguments: [
        "34 responses to the survey came in before the clerk went home.", "Comments", "Leave a reply", "12 comments",
        "Two more comments on the gate", "3 thoughts", "1 of 2", "Responses to the board’s plan", "34 responses to ",
    ])
    func `what stories say as well opens none`(line: String) throws {
        #expect(try !isMarked(Sample.paragraphs(2) + "\n\n" + line + "\n\n" + Sample.paragraphs(1)))
    }

    @Test func `above a story's text nothing opens its comments`() throws {
        #expect(try !isMarked("3 comments on “The gate stays shut”\n\n" + Sample.paragraphs(2)))
    }
}
