import Testing

@testable import Pages

struct LabelledLineTests {
    @Test(arguments: [
        ("Written by Lolo 131 Comments Posted in cookbook August 15, 2009", "Lolo"),
        ("Posted by satyam under Old Ships", "satyam"),
        ("By admin on Allgemein", "admin"),
        ("Apr 20th, 2009 | Posted by Harbour2 crew | Comments", "Harbour2 crew"),
    ])
    func announcedNames(_ line: String, _ name: String) {
        #expect(LabelledLine(Array(line.utf8)).announced?.value == [name])
    }

    @Test func bothNamesAfterBy() {
        let line = LabelledLine(Array("von Ada Marsh, Ole Brandt".utf8))
        #expect(line.announced?.value == ["Ada Marsh", "Ole Brandt"])
    }

    @Test func sectionsOfTheMenuAreNoNames() {
        let menu: Set = [Array("profiles".utf8)]
        let line = LabelledLine(Array("Profiles Ada Marsh - September 10, 2021".utf8))
        #expect(line.nameAlone(menu.contains)?.value == ["Ada Marsh"])
        #expect(LabelledLine(Array("Profiles".utf8)).nameAlone(menu.contains) == nil)
    }

    @Test func labelsNameNobody() {
        #expect(LabelledLine(Array("By the author".utf8)).announced == nil)
    }

    @Test func dateAmongUnknownWords() {
        let line = LabelledLine(Array("Special , Licences of all kinds / Harbour / 14/02/2019".utf8))
        #expect(line.dated(nil)?.days == ["2019-02-14"])
        #expect(line.dated(nil)?.isDateByLabel == true)
    }
}
