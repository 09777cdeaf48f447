import Testing

@testable import Pages

@Suite struct TagListTests {
    private func signs(_ line: String) throws -> BlockSigns {
        let observations = Observations(BlockList(try TextDecoder.decode(Array((line + "\n").utf8))), nil)
        return try #require(observations.signs.first)
    }

    @Test(arguments: [
        "Tags: harbour, mud", "Posted in Harbour and Coast", "Filed under: Ferries", "Kategorie: Hafen",
        "Classé dans Port, Marée", "Рубрика: Порт", "Etiquetas: puerto",
    ])
    func `a line that says what a post is filed under is seen as one`(line: String) throws {
        #expect(try signs(line).contains(.tags))
    }

    @Test(arguments: ["Mud, Gates, Ferries", "Harbour , Food and Drink , , Mud", "порт, паром, грязь"])
    func `short pieces with commas between them are seen`(line: String) throws {
        #expect(try signs(line).contains(.pieces))
    }

    @Test(arguments: [
        "Ferry timetable, printed upside down, is to be corrected again today", "Mud, gates",
        "The gate is shut, says the office, and nobody knows why.", "Ferry timetable is printed upside down",
    ])
    func `a headline or a sentence is no list of tags`(line: String) throws {
        #expect(try signs(line).isDisjoint(with: [.tags, .pieces]))
    }
}
