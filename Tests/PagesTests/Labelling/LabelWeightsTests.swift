import Testing

@testable import Pages

@Suite struct LabelWeightsTests {
    /// A feature that was renamed in one place only would lose its weight, and nothing else would tell.
    @Test func `every line of the table that ships is read, and written again as it stands`() {
        #expect(LabelWeights.shipped.table == LabelTable.text + "\n")
    }

    @Test func `a table with a name that has no weight stops the process`() async {
        await #expect(processExitsWith: .failure) {
            _ = LabelWeights(table: "noSuchFeature=text 1 2 3\n")
        }
        await #expect(processExitsWith: .failure) {
            _ = LabelWeights(table: "> noSuchState story.headline 3\n")
        }
    }
}
