import Testing

@testable import Answers

/// What differs inside a paragraph.
@Suite struct WordDifferenceTests {
    /// The difference with git's signs.
    private func difference(_ old: String, _ new: String) -> String {
        var words = WordDifference()
        return words.changes(from: old, to: new).map { change in
            switch change.kind {
            case .same: change.text
            case .removed: "[-\(change.text)-]"
            case .inserted: "{+\(change.text)+}"
            }
        }.joined()
    }

    @Test(arguments: [
        ("It costs 1,200 pounds.", "It costs 1,300 pounds.", "It costs [-1,200-]{+1,300+} pounds."),
        ("The old man, they say.", "The young boy, they say.", "The [-old man-]{+young boy+}, they say."),
        ("The ferry waits.", "The ferry waits!", "The ferry waits[-.-]{+!+}"),
        ("a b c", "a c", "a [-b -]c"), ("a c", "a b c", "a {+b +}c"), ("", "new", "{+new+}"), ("old", "", "[-old-]"),
        ("They don't go", "They do go", "They [-don't-]{+do+} go"),
        ("same", "same", "same"), ("two  spaces", "two spaces", "two[-  -]{+ +}spaces"),
        ("one, two", "one, two, three", "one, two{+, three+}"),
    ])
    func `words are compared, not letters`(old: String, new: String, difference: String) {
        #expect(self.difference(old, new) == difference)
    }

    @Test(arguments: [
        ("渡轮晚十五分钟离开。", "渡轮早十五分钟离开。", "渡轮[-晚-]{+早+}十五分钟离开。"),
        ("フェリーは遅れる", "フェリーは急ぐ", "フェリーは[-遅れる-]{+急ぐ+}"),
        ("เรือออกช้า", "เรือออกเร็ว", "เรือออก[-ช้า-]{+เร็ว+}"),
        ("船が quay を出る", "船が pier を出る", "船が [-quay-]{+pier+} を出る"),
    ])
    func `scripts without spaces are compared by characters`(old: String, new: String, difference: String) {
        #expect(self.difference(old, new) == difference)
    }

    @Test func `a letter and its accent are one, in one scalar or in two`() {
        #expect(difference("caf\u{E9} a", "cafe\u{301} b") == "caf\u{E9} [-a-]{+b+}")
        #expect(difference("cafe a", "cafe\u{301} a") == "[-cafe-]{+cafe\u{301}+} a")
    }

    @Test func `what would take too many steps is one removal and one insertion`() {
        let old = (0..<1500).map { "old\($0) x" }.joined(separator: " ")
        let new = (0..<1500).map { "new\($0) x" }.joined(separator: " ")
        var words = WordDifference()
        let changes = words.changes(from: "begin \(old) end", to: "begin \(new) end")
        #expect(changes.map(\.kind) == [.same, .removed, .inserted, .same])
        #expect(changes.first?.text == "begin " && changes.last?.text == " x end")
    }

    @Test func `a few changes in a long paragraph are found`() {
        let old = (0..<20_000).map { "word\($0)" }
        var new = old
        for place in stride(from: 100, to: 20_000, by: 400) { new[place] = "other" }
        var words = WordDifference()
        let changes = words.changes(from: old.joined(separator: " "), to: new.joined(separator: " "))
        #expect(changes.count == 50 * 3 + 1)
    }

    @Test func `after all steps are taken everything is one removal and one insertion`() {
        var words = WordDifference()
        let old = (0..<600).map { "old\($0)" }.joined(separator: " ")
        let new = (0..<600).map { "new\($0) or" }.joined(separator: ",")
        var kinds = 0
        for _ in 0..<60 { kinds = words.changes(from: old, to: new).count }
        #expect(kinds == 2)
        #expect(words.changes(from: "a b c d", to: "x b c y").count == 2)
    }
}
