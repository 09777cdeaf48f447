import CLabels

/// The parameters of the network that scores the labels of a page's blocks.
///
/// The observations of a block are indicators; each has a row in a table of embeddings. A block's rows are added up and
/// squashed (tanh) to its embedding. Small dilated convolutions over the blocks (van den Oord et al., 2016) let each
/// block see its neighbourhood. The mean of the last layer over the page is the page vector, which is added to what the
/// blocks score by themselves. `.ci/fit` learns the parameters.
///
/// All sums are of whole numbers, so a page has the same labels on every machine.
package struct LabelNetwork: Sendable {
    /// The outputs of a layer, and the lanes of the network's outputs: a score for each label, then the log odds that a
    /// block shows its item's date and that it names its author.
    static let width = Int(LABEL_WIDTH)
    static let outputs = Int(LABEL_OUTPUTS)
    /// An activation of an embedding or of the page vector is a multiple of 1 / 127, one of a layer a multiple of 1 / 32
    /// and at most 4, so 128 in whole numbers.
    static let mostActivation: Float = 128

    /// One convolution over the blocks of a page.
    struct Layer: Sendable {
        /// How many blocks it looks at.
        let taps: Int
        /// How far these stand apart.
        let dilation: Int
        /// Where its parameters begin in `weights` and `floats` of the network.
        let firstWeight: Int
        let firstFloat: Int

        /// How many blocks before and after it sees.
        var reach: Int { taps / 2 * dilation }

        /// The layer with its weights so much further on.
        func moved(by padding: Int) -> Layer {
            Layer(taps: taps, dilation: dilation, firstWeight: padding + firstWeight, firstFloat: firstFloat)
        }

        /// The layer as a pass keeps it: with a ring of so many blocks.
        func kept(at place: Int, _ size: Int) -> label_layer {
            label_layer(
                taps: Int32(taps),
                dilation: Int32(dilation),
                weights: firstWeight,
                floats: firstFloat,
                ring: Int32(place),
                size: Int32(size),
                pushed: 0
            )
        }
    }

    /// Weights from a vector to the network's outputs, `[pair of inputs][output][2]`, and what makes the sums hundredths
    /// of a natural logarithm.
    struct Outlet: Sendable {
        let weights: [Int16]
        let scale: Float
    }

    /// Embeddings, `[row][lane]`.
    let embeddings: [Int8]
    /// tanh of the sums 0, 1, 2 …, times 127; that of a negative sum is the negative.
    let squash: [Int16]
    /// The same of the sums from -1023 to 1023.
    let signedSquash: [Int16]
    let layers: [Layer]
    /// The weights of all layers, of each `[tap][pair of inputs][output][2]`; before them what brings the first to the
    /// beginning of one of the processor's lines of 64 bytes, so that loading some of them takes one line and not two.
    let weights: [Int16]
    /// Of each layer what is added to its sums, and then what makes them whole activations, `[output]` each.
    let floats: [Float]
    let fromEmbedding: Outlet
    let fromLayer: Outlet
    let outputBiases: [Float]
    /// From the mean of the last layer to the page vector, whose sums `squash` takes; and from that to the outputs.
    let toPage: Outlet
    let pageBiases: [Float]
    let fromPage: Outlet
    /// Transition scores in hundredths of a natural logarithm, `[from][to]`, and those of a page's first label.
    let transitions: [Int32]
    let starts: [Int32]

    /// The parameters that ship.
    static let shipped = unsafe LabelNetwork(UnsafeBufferPointer(start: label_table(), count: label_table_count()))

    /// Reads the table that `.ci/fit` writes.
    ///
    /// The table ships with the program, so one that does not fit is a bug and stops it.
    package init(_ table: some Collection<UInt8>) {
        var reader = TableReader(table)
        let width = LabelNetwork.width
        precondition(reader.text(4) == "CDLN", "The table of labels does not begin as one.")
        precondition(reader.number() == Observation.rows, "The table of labels is of other observations.")
        precondition(reader.number() == width, "The table of labels is of another width.")
        let count = reader.number()
        let labels = reader.number()
        precondition(labels == BlockLabel.allCases.count, "The table of labels is of other labels.")
        let forms = (0..<count).map { _ in (taps: reader.number(), dilation: reader.number()) }
        embeddings = reader.bytes(Observation.rows * width)
        squash = reader.floats(1024).map { Int16($0) }
        signedSquash = squash.dropFirst().reversed().map { -$0 } + squash
        var (layers, weights, floats): ([Layer], [Int16], [Float]) = ([], [], [])
        for form in forms {
            layers.append(
                Layer(
                    taps: form.taps,
                    dilation: form.dilation,
                    firstWeight: weights.count,
                    firstFloat: floats.count
                )
            )
            let scales = reader.floats(width)
            floats += reader.floats(width) + scales
            for _ in 0..<form.taps { weights += reader.pairs(width, width) }
        }
        let (placed, padding) = LabelNetwork.aligned(weights)
        self.layers = layers.map { $0.moved(by: padding) }
        (self.weights, self.floats) = (placed, floats)
        let (embedding, layer) = (reader.float(), reader.float())
        outputBiases = reader.floats(LabelNetwork.outputs)
        fromEmbedding = Outlet(weights: reader.pairs(width, LabelNetwork.outputs), scale: embedding)
        fromLayer = Outlet(weights: reader.pairs(width, LabelNetwork.outputs), scale: layer)
        let page = reader.float()
        pageBiases = reader.floats(LabelNetwork.outputs)
        toPage = Outlet(weights: reader.pairs(width, LabelNetwork.outputs), scale: page)
        let fromPage = reader.float()
        self.fromPage = Outlet(weights: reader.pairs(LabelNetwork.outputs, LabelNetwork.outputs), scale: fromPage)
        transitions = reader.scores(labels * labels)
        starts = reader.scores(labels)
        precondition(reader.isAtEnd, "The table of labels is longer than it should be.")
    }

    /// Weights behind so many others that they begin a line of 64 bytes, and how many those are.
    ///
    /// Where the array is copied later, to an address of another kind, sums only take longer.
    private static func aligned(_ weights: [Int16]) -> (weights: [Int16], padding: Int) {
        let line = 64 / MemoryLayout<Int16>.size
        var placed = [Int16](repeating: 0, count: weights.count + line)
        let padding = unsafe placed.withUnsafeBufferPointer { placed in
            let start = UInt(bitPattern: placed.baseAddress) / UInt(MemoryLayout<Int16>.size)
            return Int((0 &- start) & UInt(line - 1))
        }
        for place in weights.indices { placed[padding + place] = weights[place] }
        return (placed, padding)
    }

    /// tanh of a sum, in whole numbers.
    @inline(__always)
    static func squashed(_ sum: Int, _ squash: [Int16]) -> Int16 {
        let size = squash[min(abs(sum), squash.count &- 1)]
        return sum < 0 ? -size : size
    }
}

/// Reads the parts of the table one after another; numbers are little-endian.
private struct TableReader {
    private let table: [UInt8]
    private var at = 0

    init(_ table: some Collection<UInt8>) { self.table = Array(table) }

    var isAtEnd: Bool { at == table.count }

    private mutating func byte() -> UInt8 {
        at += 1
        return table[at - 1]
    }

    mutating func text(_ count: Int) -> String { String(decoding: (0..<count).map { _ in byte() }, as: UTF8.self) }

    mutating func number() -> Int { Int(byte()) | Int(byte()) << 8 }

    mutating func float() -> Float {
        Float(bitPattern: (0..<4).reduce(0) { bits, place in bits | UInt32(byte()) << UInt32(8 * place) })
    }

    mutating func floats(_ count: Int) -> [Float] { (0..<count).map { _ in float() } }

    mutating func scores(_ count: Int) -> [Int32] {
        (0..<count).map { _ in Int32(Int16(truncatingIfNeeded: number())) }
    }

    mutating func bytes(_ count: Int) -> [Int8] {
        at += count
        return table[at - count..<at].map { Int8(bitPattern: $0) }
    }

    /// A matrix of bytes, `[input][output]`, as numbers of 16 bits, `[pair of inputs][output][2]`.
    mutating func pairs(_ inputs: Int, _ outputs: Int) -> [Int16] {
        let matrix = bytes(inputs * outputs)
        var found: [Int16] = []
        found.reserveCapacity(matrix.count)
        for pair in 0..<inputs / 2 {
            for output in 0..<outputs {
                found.append(Int16(matrix[2 * pair * outputs + output]))
                found.append(Int16(matrix[(2 * pair + 1) * outputs + output]))
            }
        }
        return found
    }
}
