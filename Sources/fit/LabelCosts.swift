import Pages

/// The costs of wrong labels, which are added to the scores while weights are learned.
///
/// So the correct path has to score better than a wrong one by what the errors of that one cost, and not just by
/// anything. Text that is labelled as something else, or the reverse, costs by its number of words; a headline has a
/// cost of its own. Softmax-margin: Gimpel and Smith, "Softmax-margin CRFs: training log-linear models with cost
/// functions", NAACL 2010.
struct LabelCosts {
    /// A text of this many words costs 1, one of four times as many 2.
    private static let words = 20.0
    /// Longer texts cost no more than this many words.
    private static let mostWords = 80
    private static let headline = 1.0

    /// For each block the cost of each of the 16 labels.
    private let costs: [[Double]]

    /// - Parameters:
    ///   - allowed: For each block which of the 34 states the gold allows.
    ///   - words: For each block how many words it has.
    init(allowed: [[Bool]], words: [Int]) {
        costs = zip(allowed, words).map { allowed, words in
            let labels = Set(PageState.all.indices.filter { allowed[$0] }.map { PageState.all[$0].label })
            let loss = (Double(min(words, LabelCosts.mostWords)) / LabelCosts.words).squareRoot()
            return BlockLabel.allCases.map { label in
                let errsInText = !labels.contains { $0.isText == label.isText }
                let errsInHeadline = !labels.contains { ($0 == .headline) == (label == .headline) }
                return (errsInText ? loss : 0) + (errsInHeadline ? LabelCosts.headline : 0)
            }
        }
    }

    /// Adds the costs to the emission scores of a page, 32 for each block.
    func added(to scores: [Double]) -> [Double] {
        var scores = scores
        for (block, costs) in costs.enumerated() {
            for (label, cost) in costs.enumerated() {
                scores[block * 32 + label] += cost
                scores[block * 32 + 16 + label] += cost
            }
        }
        return scores
    }
}
