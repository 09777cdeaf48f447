import Testing

@testable import Pages

@Suite struct ListMarkTests {
    private func isMarked(_ text: String) throws -> Bool {
        Observations(BlockList(try TextDecoder.decode(Array((text + "\n").utf8))), nil).hasListMark
    }

    @Test(arguments: [
        "Tag: Ferries", "TAG: Ferries", "Archives for May 2026", "Posts tagged ‘mud’", "Category Archives: Harbour",
        "Browsing: Gates", "Schlagwort: Hafen", "Метка: паром", "Author Archives: Ada Marsh", "Category: Harbour",
    ])
    func `the name of what all items have in common marks a list`(line: String) throws {
        #expect(try isMarked(line + "\n\n" + Sample.paragraphs(1)))
        #expect(try isMarked("Dunnow Tide\n\n" + line + "\n\n" + Sample.paragraphs(1)))
    }

    @Test(arguments: [
        "Older posts", "← Older Entries", "« Older posts", "Page 2 of 7", "Pages 1 of 4", "Seite 1 von 12",
        "1 - 20 of 175", "1–20 из 175", "Ältere Beiträge", "Страница 1 из 7", "1 2 3 Next", "Load more stories",
    ])
    func `the way to older items marks a list, wherever it stands`(line: String) throws {
        #expect(try isMarked(Sample.paragraphs(6) + "\n\n" + line))
    }

    @Test(arguments: [
        "Tags: mud, gates", "Next page", "3 of 7", "Photo 3 of 7", "1 of 2", "2025 was a year of 3 floods",
        "Category", "Older posts of the pier are to be replaced before the winter, the board says", "2 - 1 win of 2026",
        "→ ← »",
    ])
    func `what single stories print as well marks none`(line: String) throws {
        #expect(try !isMarked(Sample.paragraphs(6) + "\n\n" + line))
    }

    @Test func `a tag named below the text is the story's`() throws {
        #expect(try !isMarked(Sample.paragraphs(6) + "\n\nTag: Ferries"))
        #expect(try !isMarked("Ferry timetable is printed upside down\n\nAda Marsh\n\nCategory: Harbour"))
    }
}
