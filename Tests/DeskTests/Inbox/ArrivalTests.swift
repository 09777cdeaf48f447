import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

@Suite struct ArrivalTests {
    @Test(arguments: [("a", "", "a"), ("x/a", "x", "a"), ("x/y/a", "x/y", "a")])
    func `an arrival's path falls into folder and name, and they make the path again`(
        path: String,
        folder: String,
        name: String
    ) {
        let arrival = Arrival(path: Array(path.utf8))
        #expect(arrival.folder == Array(folder.utf8))
        #expect(arrival.name == Array(name.utf8))
        #expect(InboxPath.join(arrival.folder, arrival.name) == arrival.path)
    }

    @Test func `a name need not be UTF-8`() {
        let arrival = Arrival(path: [0xFF, UInt8(ascii: "/"), 0xFE])
        #expect(arrival.folder == [0xFF])
        #expect(arrival.name == [0xFE])
    }
}
