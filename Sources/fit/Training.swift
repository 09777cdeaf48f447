import Foundation
import Pages

/// Trains the label model, a linear-chain CRF (Lafferty, McCallum, Pereira, 2001), by stochastic gradient ascent.
///
/// It maximises the probability of the labels that the gold allows, which may be several for a block. The gradient is
/// the features expected over the paths that the gold allows, less the features expected over all paths. The step of
/// each parameter is scaled by the changes it has seen (AdaGrad: Duchi, Hazan, Singer, 2011). The order of the pages
/// comes from a fixed seed, so that the same pages give the same weights.
struct Training {
    private(set) var parameters = Parameters()
    /// For each parameter the sum of the squares of its changes so far, as AdaGrad needs it.
    private var moved = Parameters()
    // Larger rates lost four points of exact headlines on pages of other sites, smaller ones a point of their text.
    private let rate = 0.04
    /// How strongly shared and own weights are drawn to zero for each page (L2 regularisation).
    private let sharedDecay: Double
    private let ownDecay: Double
    private var gradient = [Double](repeating: 0, count: LabelFeature.count * 32)
    private var isTouched = [Bool](repeating: false, count: LabelFeature.count)

    init(sharedDecay: Double = 0.002, ownDecay: Double = 0.006) {
        self.sharedDecay = sharedDecay
        self.ownDecay = ownDecay
    }

    mutating func run(_ pages: [TrainingPage], rounds: Int) {
        var order = Array(pages.indices)
        var seed: UInt64 = 20_261_121
        var mean = ParameterMean()
        for round in 0..<rounds {
            for place in order.indices.dropFirst().reversed() {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                order.swapAt(place, Int(seed >> 33) % (place + 1))
            }
            var loss = 0.0
            for (place, index) in order.enumerated() {
                loss += learn(pages[index])
                // The mean of many stages is better than the last stage, which leans towards the pages seen last.
                if round >= 2, place % 25 == 24 { mean.add(parameters) }
            }
            if round % 5 == 4 || round == rounds - 1 {
                FileHandle.standardError.write(Data("round \(round + 1): loss \(loss / Double(pages.count))\n".utf8))
            }
        }
        parameters = mean.value ?? parameters
    }

    /// Changes the parameters by one page's gradient.
    ///
    /// - Returns: The page's loss: how far the allowed paths are below all paths, in logarithms.
    private mutating func learn(_ page: TrainingPage) -> Double {
        let scores = parameters.scores(of: page)
        let free = Lattice(page.costs.added(to: scores), parameters, allowed: nil)
        let held = Lattice(scores, parameters, allowed: page.allowed)
        guard held.isPossible, free.isPossible else {
            FileHandle.standardError.write(Data("no way through \(page.dump)\n".utf8))
            return 0
        }
        let count = PageState.count
        let rows = PageState.all.map(\.row)
        var touched: [Int] = []
        for block in page.features.indices {
            var row = [Double](repeating: 0, count: 32)
            for state in 0..<count {
                row[rows[state]] += held.states[block * count + state] - free.states[block * count + state]
            }
            guard row.contains(where: { abs($0) > 1e-7 }) else { continue }
            for feature in page.features[block] {
                if !isTouched[feature] {
                    isTouched[feature] = true
                    touched.append(feature)
                }
                for label in 0..<32 { gradient[feature * 32 + label] += row[label] }
            }
            if block == 0 {
                let story = row[..<16].reduce(0, +)
                let list = row[16...].reduce(0, +)
                for feature in page.pageFeatures {
                    moveOwn(feature * 32, story * page.weight)
                    moveOwn(feature * 32 + 16, list * page.weight)
                }
            }
        }
        for feature in touched {
            isTouched[feature] = false
            for label in 0..<16 {
                let story = gradient[feature * 32 + label] * page.weight
                let list = gradient[feature * 32 + 16 + label] * page.weight
                moveShared(feature * 16 + label, story + list)
                moveOwn(feature * 32 + label, story)
                moveOwn(feature * 32 + 16 + label, list)
                gradient[feature * 32 + label] = 0
                gradient[feature * 32 + 16 + label] = 0
            }
        }
        for step in parameters.steps.indices {
            let change = (held.steps[step] - free.steps[step]) * page.weight - 0.002 * parameters.steps[step]
            guard change != 0 else { continue }
            moved.steps[step] += change * change
            parameters.steps[step] += rate * change / (moved.steps[step] + 1e-6).squareRoot()
        }
        for state in 0..<count {
            let change = (held.states[state] - free.states[state]) * page.weight - 0.002 * parameters.starts[state]
            guard change != 0 else { continue }
            moved.starts[state] += change * change
            parameters.starts[state] += rate * change / (moved.starts[state] + 1e-6).squareRoot()
        }
        return (free.logSum - held.logSum) * page.weight
    }

    private mutating func moveShared(_ place: Int, _ gradient: Double) {
        let change = gradient - sharedDecay * parameters.shared[place]
        guard change != 0 else { return }
        moved.shared[place] += change * change
        parameters.shared[place] += rate * change / (moved.shared[place] + 1e-6).squareRoot()
    }

    private mutating func moveOwn(_ place: Int, _ gradient: Double) {
        let change = gradient - ownDecay * parameters.own[place]
        guard change != 0 else { return }
        moved.own[place] += change * change
        parameters.own[place] += rate * change / (moved.own[place] + 1e-6).squareRoot()
    }
}
