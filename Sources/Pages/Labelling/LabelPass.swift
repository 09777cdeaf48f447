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

    /// The blocks that a layer still needs, as a ring of vectors.
    private struct Window {
        private let size: Int
        private let width: Int
        private(set) var values: [Int16]
        /// How many blocks came in.
        private(set) var count = 0

        init(_ size: Int, of width: Int) {
            self.size = size
            self.width = width
            values = [Int16](repeating: 0, count: size * width)
        }

        mutating func push(_ vector: [Int16]) {
            let place = place(count)
            for lane in 0..<width { values[place &+ lane] = vector[lane] }
            count += 1
        }

        /// Where the vector of a block begins.
        func place(_ block: Int) -> Int { block % size * width }
    }

    private let network: LabelNetwork
    private var windows: [Window]
    /// The blocks' scores by their embeddings alone, until the last layer comes to these blocks.
    private var early: Window
    /// The sums of the embeddings of what is observed of the page as a whole.
    private let pageSums: [Int16]
    private var vector = [Int16](repeating: 0, count: LabelNetwork.width)
    private var sums = [Int32](repeating: 0, count: LabelNetwork.width)
    private var outputs = [Int32](repeating: 0, count: LabelNetwork.outputs)
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
        self.network = network
        exactBlock = exact
        windows = network.layers.map { Window($0.reach * 2 + 1, of: LabelNetwork.width) }
        early = Window(network.layers.reduce(1) { $0 + $1.reach }, of: LabelNetwork.outputs)
        pageSums = (0..<LabelNetwork.width).map { lane in
            pageRows.reduce(0) { $0 + Int16(network.embeddings[Int($1) * LabelNetwork.width + lane]) }
        }
        scores.emissions.reserveCapacity(count * BlockLabel.allCases.count)
        scores.date.reserveCapacity(count)
        scores.author.reserveCapacity(count)
    }

    /// Takes the next block, by the rows of its observations.
    mutating func take(_ rows: [UInt16]) {
        unsafe label_embed(
            network.embeddings,
            rows,
            Int32(rows.count),
            pageSums,
            network.squash,
            Int32(network.squash.count),
            &vector
        )
        addOutputs(network.fromEmbedding)
        // A score of more than 327 natural logarithms is as sure as any.
        let scale = network.fromEmbedding.scale
        early.push(outputs.map { Int16(clamping: Int((Float($0) * scale).rounded())) })
        push(into: 0)
    }

    /// Sets `outputs` to the sums of `vector` and some weights.
    private mutating func addOutputs(_ outlet: LabelNetwork.Outlet) {
        for lane in outputs.indices { outputs[lane] = 0 }
        unsafe label_add_outputs(outlet.weights, vector, &outputs, Int32(vector.count / 2))
    }

    /// Gives `vector` to a layer, and what comes out of that to the next.
    private mutating func push(into layer: Int) {
        guard layer < network.layers.count else { return finish() }
        windows[layer].push(vector)
        let reach = network.layers[layer].reach
        guard windows[layer].count > reach else { return }
        convolve(layer, at: windows[layer].count - 1 - reach)
        push(into: layer + 1)
    }

    /// Ends the page: lets the blocks that are still under way come out.
    mutating func end() {
        let count = early.count
        let nothing = [Int16](repeating: 0, count: LabelNetwork.width)
        for layer in network.layers.indices {
            // After the last block each layer sees nothing, as before the first.
            for _ in 0..<network.layers[layer].reach {
                let block = windows[layer].count - network.layers[layer].reach
                windows[layer].push(nothing)
                guard block >= 0, block < count else { continue }
                convolve(layer, at: block)
                push(into: layer + 1)
            }
        }
        addPage(count)
    }

    /// Computes one layer's output at one block, into `vector`.
    private mutating func convolve(_ place: Int, at block: Int) {
        let layer = network.layers[place]
        let width = LabelNetwork.width
        for lane in 0..<width { sums[lane] = 0 }
        for tap in 0..<layer.taps {
            let other = block + (tap - layer.taps / 2) * layer.dilation
            guard other >= 0 else { continue }
            let from = windows[place].place(other)
            unsafe layer.weights.withUnsafeBufferPointer { weights in
                unsafe windows[place].values.withUnsafeBufferPointer { inputs in
                    guard let weights = weights.baseAddress, let inputs = inputs.baseAddress else { return }
                    unsafe label_add_width(weights + tap * width * width, inputs + from, &sums, Int32(width / 2))
                }
            }
        }
        let own = windows[place].place(block)
        unsafe windows[place].values.withUnsafeBufferPointer { inputs in
            // The first layer's input is in other steps than its output.
            let input = unsafe place > 0 ? inputs.baseAddress.map { unsafe $0 + own } : nil
            unsafe label_activate(sums, layer.biases, layer.scales, LabelNetwork.mostActivation, input, &vector)
        }
    }

    /// Scores a block that has come out of the last layer.
    private mutating func finish() {
        let block = scores.count
        for lane in vector.indices { total[lane] += Int64(vector[lane]) }
        addOutputs(network.fromLayer)
        let place = early.place(block)
        let labels = BlockLabel.allCases.count
        func score(_ lane: Int) -> Float {
            (Float(outputs[lane]) * network.fromLayer.scale + network.outputBiases[lane]).rounded()
                + Float(early.values[place + lane])
        }
        for label in 0..<labels { scores.emissions.append(Int8(clamping: Int((score(label) / 10).rounded()))) }
        if block == exactBlock { exact = (0..<labels).map { Int(score($0)) } }
        scores.date.append(Int8(clamping: Int(score(labels) / 10)))
        scores.author.append(Int8(clamping: Int(score(labels + 1) / 10)))
    }

    /// Computes what the page vector adds.
    private mutating func addPage(_ count: Int) {
        guard count > 0 else { return }
        let squash = network.squash
        // Eight times the mean keeps three digits after the point, and 16 bits hold it.
        for lane in vector.indices { vector[lane] = Int16(clamping: total[lane] &* 8 / Int64(count)) }
        addOutputs(network.toPage)
        vector = outputs.indices.map { lane in
            let sum = Float(outputs[lane]) * network.toPage.scale / 8 + network.pageBiases[lane]
            return LabelNetwork.squashed(Int(sum.rounded()), squash)
        }
        addOutputs(network.fromPage)
        scores.page = outputs.prefix(BlockLabel.allCases.count).map {
            Int32((Float($0) * network.fromPage.scale).rounded())
        }
        vector = [Int16](repeating: 0, count: LabelNetwork.width)
    }
}
