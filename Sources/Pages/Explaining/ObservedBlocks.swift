/// What was observed of a page's blocks, kept so that each label can be explained.
struct ObservedBlocks: Sendable {
    /// The rows of all blocks, one after another, and where those of each begin.
    private var rows: [UInt16] = []
    private var starts: [Int] = [0]
    private var pageRows: [UInt16] = []

    /// Of a page with more blocks no reasons are told: they would take many times the page's size, and long to find.
    private static let mostBlocks = 300

    /// How far around a block the network is run for its reasons, in blocks: the nearest say nearly all, and the network
    /// runs once for each of some 75 observations.
    private static let reach = 6

    /// - Parameter observations: nil for a page that the network did not read.
    init(_ observations: Observations?) {
        guard let observations, observations.list.count <= ObservedBlocks.mostBlocks else { return }
        var reader = BlockReader(observations)
        while reader.next() {
            rows.append(contentsOf: reader.rows)
            starts.append(rows.count)
        }
        pageRows = observations.pageRows()
    }

    /// How much more each observation of a block speaks for one label than for another, in log odds: by how much the
    /// difference of the two emission scores falls where the block is read without it.
    func weights(
        of index: Int,
        _ network: LabelNetwork,
        for label: BlockLabel,
        against other: BlockLabel
    ) -> [Explanation.Reason] {
        guard index + 1 < starts.count else { return [] }
        let whole = margin(of: index, network, without: nil, label, other)
        return (starts[index]..<starts[index + 1]).map { place in
            let part = margin(of: index, network, without: place, label, other)
            return Explanation.Reason(
                name: Observation.name(of: Int(rows[place])),
                weight: Double(whole - part) / 100
            )
        }
    }

    private func margin(
        of index: Int,
        _ network: LabelNetwork,
        without left: Int?,
        _ label: BlockLabel,
        _ other: BlockLabel
    ) -> Int {
        let reach = ObservedBlocks.reach
        let first = max(0, index - reach)
        let last = min(starts.count - 2, index + reach)
        var pass = LabelPass(network, pageRows: pageRows, count: last - first + 1, exact: index - first)
        for block in first...last {
            var own = Array(rows[starts[block]..<starts[block + 1]])
            if block == index, let left { own.remove(at: left - starts[block]) }
            pass.take(own.span, network)
        }
        pass.end(network)
        return pass.exact[Int(label.rawValue)] - pass.exact[Int(other.rawValue)]
    }
}
