import Testing

@testable import Pages

@Suite struct BylineListTests {
    private static func list(_ blocks: [Int], _ rule: String) -> BylineList {
        var list = BylineList()
        for block in blocks { list.append(Byline(rule: rule), at: block) }
        return list
    }

    @Test(arguments: [
        ([1, 4, 9], [4, 5]), ([], [2]), ([2], []), ([1, 2, 3], [1, 2, 3]), ([5], [1, 9]), ([1, 9], [5]),
    ])
    func `of two lists the second wins where both have a byline`(own: [Int], new: [Int]) {
        let merged = Self.list(own, "own").merged(with: Self.list(new, "new"))
        for block in 0...10 {
            let rule = new.contains(block) ? "new" : own.contains(block) ? "own" : nil
            #expect(merged[block]?.rule == rule)
        }
        #expect(merged.values.map(\.rule).count == Set(own + new).count)
    }
}
