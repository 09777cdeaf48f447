import Pages

/// What is learned: weights that both kinds of page share, what each adds to them, and the weights of steps.
struct Parameters {
    /// By feature and label.
    var shared = [Double](repeating: 0, count: LabelFeature.count * 16)
    /// By feature and row: sixteen labels of a story page, then sixteen of a list.
    var own = [Double](repeating: 0, count: LabelFeature.count * 32)
    var steps = [Double](repeating: 0, count: PageState.count * PageState.count)
    var starts = [Double](repeating: 0, count: PageState.count)

    /// The scores of a page's blocks, 32 each.
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
        // The page's own features choose between its kinds, so they count once.
        for feature in page.pageFeatures {
            for label in 0..<32 { scores[label] += own[feature * 32 + (label < 16 ? 0 : 16)] }
        }
        return scores
    }

    /// The weights as they ship.
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
        // A story's text that is lost costs as much as one too many, and learning alone loses more than it adds. Lists
        // were read worse with it: what their posts gained in text, their headlines and dates lost.
        for label in BlockLabel.allCases where label.isText { weights[0, Int(label.rawValue)] += rounded(0.25) }
        // A numbered line heads a part of a story and no other story; too few pages have them to learn it from.
        let numbered =
            LabelFeature.offsets[LabelFeature.sign.rawValue] + BlockSigns.numbered.rawValue.trailingZeroBitCount
        weights[numbered, Int(BlockLabel.teaser.rawValue)] -= rounded(20)
        // Nor does a story go on below the line that opens readers' comments.
        let comments =
            LabelFeature.offsets[LabelFeature.sign.rawValue]
            + BlockSigns.belowComments.rawValue.trailingZeroBitCount
        for state in PageState.all where state.part == .story { weights[comments, state.row] -= rounded(20) }
        weights.transitions = steps.map(rounded)
        weights.starts = starts.map(rounded)
        return weights
    }
}
