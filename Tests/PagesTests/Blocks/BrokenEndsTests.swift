import Testing

@testable import Pages

@Suite struct BrokenEndsTests {
    @Test(arguments: [
        "The bridge is shut.\u{FFFD}", "다리가 닫혔다고 말했다.\u{FFFD}", "桥已关闭。…",
        "The bridge is shut.\u{FFFD}\u{FFFD}",
    ])
    func `a bad byte after a full stop leaves the sentence ended`(text: String) {
        let statistics = BlockStatistics(Array(text.utf8))
        #expect(statistics.endsSentence && !statistics.isCut)
    }

    @Test(arguments: [
        "The bridge is shut\u{FFFD}", "The bridge is…", "The bridge is shut.…", "The bridge is...", "The bridge is....",
        "The bridge \u{FFFD} is",
    ])
    func `where no single full stop stands before it nothing ended`(text: String) {
        #expect(!BlockStatistics(Array(text.utf8)).endsSentence)
    }
}
