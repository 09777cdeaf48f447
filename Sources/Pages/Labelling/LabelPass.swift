import CLabels

/// One pass of the network over a page's blocks, from the first to the last.
///
/// Each layer keeps only as many blocks as it looks at, so the pass takes the same memory for every page, but for the
/// scores that it gives.
struct LabelPass {
    /// What the network says of a page's blocks.
    struct Scores: Sendable {
        /// Emission scores in tenths of a natural logarithm, `[block][label]`, without what the page adds: a page may have
        /// a block for every two of its bytes, so each has one byte.
        var emissions: [Int8] = []
        /// What the page as a whole adds to each label of each block.
        var page = [Int32](repeating: 0, count: BlockLabel.allCases.count)
        /// The log odds, in tenths, that a block shows its item's date, and that it names its author.
        var date: [Int8] = []
        var author: [Int8] = []

        var count: Int { date.count }
    }

    /// How many blocks go through the layers together, so that the weights of a layer are fetched once for all of them.
    private static let batch = 16

    /// The layers, each with the place of its blocks in `rings`.
    private var layers: [label_layer]
    /// The blocks that each layer still needs.
    private var rings: [Int16]
    /// The blocks' scores by their embeddings alone, until the last layer comes to these blocks, as a ring of `delay`
    /// blocks, a power of two.
    private var early: [Int16]
    private let delay: Int
    /// How many blocks came in, and how many have come out of the last layer.
    private var count = 0
    private var finished = 0
    /// The sums of the embeddings of what is observed of the page as a whole.
    private let pageSums: [Int16]
    /// The vectors of the blocks that are on their way through the layers together, and how many came in so far.
    private var vectors = [Int16](repeating: 0, count: LabelPass.batch * LabelNetwork.width)
    private var waiting = 0
    private var outputs = [Int32](repeating: 0, count: LabelPass.batch * LabelNetwork.outputs)
    /// The sum of the last layer over all blocks.
    private var total = [Int64](repeating: 0, count: LabelNetwork.width)
    private(set) var scores = Scores()
    /// The block whose emission scores are wanted in hundredths, to be explained, and those.
    private let exactBlock: Int?
    private(set) var exact: [Int] = []

    /// - Parameters:
    ///   - network: The parameters.
    ///   - pageRows: The rows of what is observed of the page as a whole.
    ///   - count: How many blocks will come.
    ///   - exact: The block whose emission scores are wanted in hundredths.
    init(_ network: LabelNetwork, pageRows: [UInt16], count: Int, exact: Int? = nil) {
        exactBlock = exact
        layers = []
        var values = 0
        for layer in network.layers {
            let size = LabelPass.ring(layer.reach * 2 + 1)
            layers.append(layer.kept(at: values, size))
            values += size * LabelNetwork.width
        }
        rings = [Int16](repeating: 0, count: values)
        delay = LabelPass.ring(network.layers.reduce(LabelPass.batch) { $0 + $1.reach })
        early = [Int16](repeating: 0, count: delay * LabelNetwork.outputs)
        pageSums = (0..<LabelNetwork.width).map { lane in
            pageRows.reduce(0) { $0 + Int16(network.embeddings[Int($1) * LabelNetwork.width + lane]) }
        }
        scores.emissions = [Int8](repeating: 0, count: count * BlockLabel.allCases.count)
        scores.date = [Int8](repeating: 0, count: count)
        scores.author = scores.date
    }

    /// The least power of two that is not below a number of blocks.
    private static func ring(_ blocks: Int) -> Int {
        var size = 1
        while size < blocks { size *= 2 }
        return size
    }

    /// Takes the next block, by the rows of its observations.
    ///
    /// The network is the one that the pass was made for; a copy of its own would be counted anew at each use.
    mutating func take(_ rows: Span<UInt16>, _ network: LabelNetwork) {
        unsafe rows.withUnsafeBufferPointer { rows in
            unsafe label_embed(
                network.embeddings,
                rows.baseAddress,
                Int32(rows.count),
                pageSums,
                network.signedSquash,
                &vectors,
                Int32(waiting)
            )
        }
        waiting += 1
        if waiting == LabelPass.batch { pushWaiting(network) }
    }

    /// Gives the blocks that came in to the first layer.
    private mutating func pushWaiting(_ network: LabelNetwork) {
        unsafe label_score_early(
            network.fromEmbedding.weights,
            network.fromEmbedding.scale,
            vectors,
            Int32(waiting),
            &early,
            Int32(delay),
            Int64(count)
        )
        count += waiting
        push(waiting, into: 0, network)
        waiting = 0
    }

    /// Gives the first of `vectors` to a layer and those after it, and scores the blocks that come out of the last.
    private mutating func push(_ blocks: Int, into layer: Int, _ network: LabelNetwork) {
        let out = unsafe label_push(
            &layers,
            Int32(layers.count),
            Int32(layer),
            network.weights,
            network.floats,
            LabelNetwork.mostActivation,
            &rings,
            &vectors,
            Int32(blocks),
            &total
        )
        if out > 0 { finish(Int(out), network) }
    }

    /// Ends the page: lets the blocks that are still under way come out.
    mutating func end(_ network: LabelNetwork) {
        pushWaiting(network)
        for layer in network.layers.indices {
            // After the last block each layer sees nothing, as before the first.
            var left = network.layers[layer].reach
            while left > 0 {
                let blocks = min(left, LabelPass.batch)
                for place in vectors.indices { vectors[place] = 0 }
                push(blocks, into: layer, network)
                left -= blocks
            }
        }
        addPage(network)
    }

    /// Scores the blocks that have come out of the last layer.
    private mutating func finish(_ blocks: Int, _ network: LabelNetwork) {
        // Blocks beyond those that were told of would have no place.
        let blocks = min(blocks, scores.count - finished)
        unsafe label_score(
            network.fromLayer.weights,
            network.fromLayer.scale,
            network.outputBiases,
            vectors,
            Int32(blocks),
            early,
            Int32(delay),
            &outputs,
            &scores.emissions,
            &scores.date,
            &scores.author,
            Int64(finished)
        )
        if let exactBlock, (finished..<finished + blocks).contains(exactBlock) {
            let first = (exactBlock - finished) * LabelNetwork.outputs
            exact = outputs[first..<first + BlockLabel.allCases.count].map { Int($0) }
        }
        finished += blocks
    }

    /// Computes what the page vector adds.
    private mutating func addPage(_ network: LabelNetwork) {
        guard count > 0 else { return }
        let squash = network.squash
        // Eight times the mean keeps three digits after the point, and 16 bits hold it.
        let means = total.map { Int16(clamping: $0 &* 8 / Int64(count)) }
        let vector = LabelPass.sums(means, network.toPage).enumerated().map { lane, sum in
            let sum = Float(sum) * network.toPage.scale / 8 + network.pageBiases[lane]
            return LabelNetwork.squashed(Int(sum.rounded()), squash)
        }
        scores.page = LabelPass.sums(vector, network.fromPage).prefix(BlockLabel.allCases.count).map {
            Int32((Float($0) * network.fromPage.scale).rounded())
        }
    }

    /// The sums of a vector's products with some weights.
    private static func sums(_ vector: [Int16], _ outlet: LabelNetwork.Outlet) -> [Int32] {
        var sums = [Int32](repeating: 0, count: LabelNetwork.outputs)
        unsafe label_add_outputs(outlet.weights, vector, &sums, Int32(vector.count / 2))
        return sums
    }
}
