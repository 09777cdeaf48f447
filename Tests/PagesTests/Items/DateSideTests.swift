import Testing

@testable import Pages

/// On which side of their items the dates between them stand.
@Suite struct DateSideTests {
    /// Aligns labels given by hand; the network is taken to be sure of each line with a date.
    private func aligned(_ blocks: [(BlockLabel, String)]) throws -> [BlockLabel] {
        let list = BlockList(try TextDecoder.decode(Array(blocks.map(\.1).joined(separator: "\n\n").utf8)))
        try #require(list.count == blocks.count)
        let bylines = Observations(list, nil).bylines
        var scores = LabelPass.Scores()
        scores.date = blocks.indices.map { bylines[$0]?.date == nil ? -50 : 50 }
        return DateSide.aligned(blocks.map(\.0), bylines, scores)
    }

    private func head(_ number: Int) -> (BlockLabel, String) { (.headline, "The gate of basin \(number) stays shut") }
    private func text(_ number: Int) -> (BlockLabel, String) { (.paragraph, Sample.paragraph(number)) }
    private func date(_ label: BlockLabel, _ day: Int) -> (BlockLabel, String) { (label, "\(day) March 2026") }

    @Test func `a date above the first headline decides where labels are torn`() throws {
        let labels = try aligned([
            date(.above, 1), head(1), text(1), date(.above, 2), head(2), text(2), date(.footer, 3), head(3), text(3),
        ])
        #expect(labels[3] == .above && labels[6] == .above && labels[0] == .above)
    }

    @Test func `a date below the last text decides where labels are torn`() throws {
        let labels = try aligned([
            head(1), text(1), date(.footer, 1), head(2), text(2), date(.above, 2), head(3), text(3), date(.footer, 3),
        ])
        #expect(labels[2] == .footer && labels[5] == .footer && labels[8] == .footer)
    }

    @Test func `without a sign at either end most of the labels decide`() throws {
        let labels = try aligned([
            head(1), text(1), date(.above, 2), head(2), text(2), date(.footer, 3), head(3), text(3), date(.above, 4),
            head(4), text(4),
        ])
        #expect(labels[2] == .above && labels[5] == .above && labels[8] == .above)
    }

    @Test func `dates below their headlines leave all labels as they are`() throws {
        let blocks = [
            head(1), date(.facts, 1), text(1), date(.footer, 9), head(2), date(.facts, 2), text(2), date(.above, 9),
            head(3), date(.facts, 3), text(3),
        ]
        #expect(try aligned(blocks) == blocks.map(\.0))
    }

    @Test func `two items show no habit`() throws {
        let blocks = [head(1), text(1), date(.above, 2), head(2), text(2), date(.footer, 3)]
        #expect(try aligned(blocks) == blocks.map(\.0))
    }
}
