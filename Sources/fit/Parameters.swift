import Pages

/// What is learned, as natural logarithms: emission weights, transition scores and start scores.
///
/// An emission weight is the sum of one that both kinds of page share and one of the kind's own.
struct Parameters {
    /// Shared weights, features × 16 labels.
    var shared = [Double](repeating: 0, count: LabelFeature.count * 16)
    /// Own weights, features × 32: sixteen labels of a story page, then sixteen of a list.
    var own = [Double](repeating: 0, count: LabelFeature.count * 32)
    /// Transition scores, 34 × 34 at `to * PageState.count + from`.
    var steps = [Double](repeating: 0, count: PageState.count * PageState.count)
    /// The scores of starting in each of the 34 states.
    var starts = [Double](repeating: 0, count: PageState.count)

    /// The emission scores of a page's blocks, 32 each.
    func scores(of page: TrainingPage) -> [Double] {
        var scores = [Double](repeating: 0, count: page.features.count * 32)
        func add(_ feature: Int, to block: Int) {
            for label in 0..<16 {
                let value = shared[feature * 16 + label]
                scores[block * 32 + label] += value + own[feature * 32 + label]
                scores[block * 32 + 16 + label] += value + own[feature * 32 + 16 + label]
            }
        }
        for block in page.features.indices {
            for feature in page.features[block] { add(feature, to: block) }
        }
        // The features of the page as a whole choose between its kinds, so they count once, at the first block.
        for feature in page.pageFeatures {
            for label in 0..<32 { scores[label] += own[feature * 32 + (label < 16 ? 0 : 16)] }
        }
        return scores
    }

    /// The weights in the form that ships.
    var weights: LabelWeights {
        var weights = LabelWeights()
        func rounded(_ value: Double) -> Int32 { Int32((value * LabelWeights.unit).rounded()) }
        let page = LabelFeature.offsets[LabelFeature.pageBlocks.rawValue]
        for feature in 0..<LabelFeature.count {
            for label in 0..<16 {
                let source = feature >= page ? 0 : label
                weights[feature, label] = rounded(shared[feature * 16 + label] + own[feature * 32 + source])
                weights[feature, 16 + label] = rounded(shared[feature * 16 + label] + own[feature * 32 + 16 + source])
            }
        }
        // Text of a story that is lost costs as much as text too many, but the learned weights lose more than they add,
        // so text labels get a bonus. Lists were read worse with it: their posts gained text, but lost headlines and
        // dates.
        for label in BlockLabel.allCases where label.isText { weights[0, Int(label.rawValue)] += rounded(0.25) }
        // A numbered line is a heading within a story and no teaser; too few pages have such lines to learn it from
        // them.
        let numbered =
            LabelFeature.offsets[LabelFeature.sign.rawValue] + BlockSigns.numbered.rawValue.trailingZeroBitCount
        weights[numbered, Int(BlockLabel.teaser.rawValue)] -= rounded(20)
        // A story does not go on below the line that opens readers' comments either.
        let comments =
            LabelFeature.offsets[LabelFeature.sign.rawValue]
            + BlockSigns.belowComments.rawValue.trailingZeroBitCount
        for state in PageState.all where state.part == .story { weights[comments, state.row] -= rounded(20) }
        weights.transitions = steps.map(rounded)
        weights.starts = starts.map(rounded)
        return weights
    }
}
