import Testing

@testable import Pages

/// The network as it reads a page block by block, against the same network computed all at once, the plain way.
@Suite struct LabelPassTests {
    private static func rows(_ blocks: Int, seed: UInt64) -> [[UInt16]] {
        var state = seed
        func draw(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        return (0..<blocks).map { _ in (0..<20 + draw(40)).map { _ in UInt16(draw(Observation.rows)) } }
    }

    private static func pass(_ rows: [[UInt16]]) -> LabelPass.Scores {
        var pass = LabelPass(.shipped, pageRows: [1, 2], count: rows.count)
        for row in rows { pass.take(row.span, .shipped) }
        pass.end(.shipped)
        return pass.scores
    }

    /// A weight of `[pair][output][2]`.
    private static func weight(_ weights: [Int16], _ input: Int, _ output: Int, of outputs: Int) -> Int {
        Int(weights[(input / 2 * outputs + output) * 2 + input % 2])
    }

    private static func weights(of layer: LabelNetwork.Layer, _ tap: Int) -> [Int16] {
        let size = LabelNetwork.width * LabelNetwork.width
        let first = layer.firstWeight + tap * size
        return Array(LabelNetwork.shipped.weights[first..<first + size])
    }

    /// The last layer's activations of all blocks, and the embeddings.
    private static func plain(_ rows: [[UInt16]]) -> (layer: [[Int]], embeddings: [[Int]]) {
        let network = LabelNetwork.shipped
        let width = LabelNetwork.width
        let embeddings = rows.map { own in
            (0..<width).map { lane -> Int in
                let sum = (own + [1, 2]).reduce(0) { $0 + Int(network.embeddings[Int($1) * width + lane]) }
                return Int(LabelNetwork.squashed(sum, network.squash))
            }
        }
        var values = embeddings
        for (place, layer) in network.layers.enumerated() {
            values = values.indices.map { block in
                (0..<width).map { output -> Int in
                    var sum = 0
                    for tap in 0..<layer.taps {
                        let other = block + (tap - layer.taps / 2) * layer.dilation
                        guard values.indices.contains(other) else { continue }
                        let weights = weights(of: layer, tap)
                        for input in 0..<width {
                            sum += values[other][input] * weight(weights, input, output, of: width)
                        }
                    }
                    let scaled =
                        (Float(sum) + network.floats[layer.firstFloat + output])
                        * network.floats[layer.firstFloat + width + output]
                    let own = Int(min(max(scaled, 0), LabelNetwork.mostActivation) + 0.5)
                    return place == 0 ? own : own + values[block][output] * 3 / 4
                }
            }
        }
        return (values, embeddings)
    }

    @Test(arguments: [1, 2, 9, 40]) func `block by block it is the same as all at once`(blocks: Int) {
        let rows = Self.rows(blocks, seed: UInt64(blocks))
        let scores = Self.pass(rows)
        let (layer, embeddings) = Self.plain(rows)
        let network = LabelNetwork.shipped
        let labels = BlockLabel.allCases.count
        #expect(scores.count == blocks && scores.emissions.count == blocks * labels)
        for block in 0..<blocks {
            for label in 0..<labels {
                func sum(_ values: [Int], _ outlet: LabelNetwork.Outlet) -> Float {
                    Float(
                        values.indices.reduce(0) {
                            $0 + values[$1] * Self.weight(outlet.weights, $1, label, of: LabelNetwork.outputs)
                        }
                    ) * outlet.scale
                }
                let wanted =
                    sum(layer[block], network.fromLayer) + sum(embeddings[block], network.fromEmbedding)
                    + network.outputBiases[label]
                let found = Float(scores.emissions[block * labels + label]) * 10
                #expect(abs(found - max(-1280, min(1270, wanted))) <= 6.5)
            }
        }
    }

    @Test func `no sum of a layer needs more than the 24 bits that a float holds`() {
        let network = LabelNetwork.shipped
        let width = LabelNetwork.width
        for (place, layer) in network.layers.enumerated() {
            // Activations grow to 4 over the fourth that a residual connection leaves out.
            let most = place == 0 ? 127 : 512
            for output in 0..<width {
                var sum = 0
                for tap in 0..<layer.taps {
                    let weights = Self.weights(of: layer, tap)
                    for input in 0..<width { sum += abs(Self.weight(weights, input, output, of: width)) }
                }
                #expect(sum * most < 1 << 24)
            }
        }
    }
}
