import Pages

/// What wrong labels cost: while weights are learned, wrong ways through a page score so much more than they do.
///
/// The right way has to be better than another by what that one would lose, and not by anything at all: text taken for
/// none, or the other way round, by how many words it has; a headline by itself. Softmax-margin: Gimpel and Smith,
/// "Softmax-margin CRFs: training log-linear models with cost functions", NAACL 2010.
struct LabelCosts {
    /// A text of so many words costs one, one of four times as many two.
    private static let words = 20.0
    /// Longer ones cost no more.
    private static let mostWords = 80
    private static let headline = 1.0

    /// For each block what each row of labels costs there.
    private let costs: [[Double]]

    /// - Parameters:
    ///   - allowed: for each block which states the gold allows.
    ///   - words: for each block how many words it has.
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

    /// The scores of a page's blocks, 32 each, with what their labels cost.
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
