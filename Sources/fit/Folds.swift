import Foundation
import Pages
import Synchronization

/// Cross-validation: the pages in folds by site, each read with weights learned from the other folds.
///
/// The weights of `PageKind` are learned from these readings. Readings of pages from which the label weights were
/// learned would look surer than those of new pages.
struct Folds {
    private var folds: [Int]
    private var byFold: [LabelWeights]
    private let kinds: [PageKind]
    /// For each page found, how many of them are of its site, itself included.
    private let ofSite: [Double]
    private var isList: [Bool]
    /// How many pages were found; the pages after them in the arrays were made.
    private let found: Int

    init(pages: [GoldPage], training: [TrainingPage], count: Int, rounds: Int, made: Int, draw: Int) {
        folds = pages.map { Folds.fold(of: $0.site, count) }
        isList = pages.map { !$0.isStory }
        found = pages.count
        let sites = Dictionary(pages.map { ($0.site, 1.0) }, uniquingKeysWith: +)
        ofSite = pages.map { sites[$0.site, default: 1] }
        let learned = Mutex([LabelWeights](repeating: LabelWeights(), count: count))
        DispatchQueue.concurrentPerform(iterations: count) { fold in
            var lists = MadePages(pages.filter { Folds.fold(of: $0.site, count) != fold }, draw: draw)
            let known = training.filter { Folds.fold(of: $0.site, count) != fold }
            var fit = Training()
            fit.run(known + lists.pages(made).compactMap(TrainingPage.init), rounds: rounds)
            let weights = fit.parameters.weights
            learned.withLock { $0[fold] = weights }
        }
        let weights = learned.withLock { $0 }
        byFold = weights
        var kinds: [PageKind] = []
        for (page, fold) in zip(pages, folds) { kinds.append(Folds.kind(of: page, weights[fold])) }
        // The pages made from a fold's own stories are read with weights learned from the other folds.
        for fold in 0..<count {
            var maker = MadePages(pages.filter { Folds.fold(of: $0.site, count) == fold }, draw: draw)
            for page in maker.pages(made / count) {
                kinds.append(Folds.kind(of: page, weights[fold]))
                isList.append(!page.isStory)
                folds.append(fold)
            }
        }
        self.kinds = kinds
        for fold in byFold.indices { byFold[fold].kind = kind(leaving: fold) }
    }

    private static func kind(of page: GoldPage, _ weights: LabelWeights) -> PageKind {
        let observations = Observations(BlockList(page.text).withoutInterjection(), nil)
        return PageKind(Labelling(LabelScores(observations, weights), weights), observations)
    }

    /// The weights that were learned without the pages of a page's site.
    func weights(for page: Int) -> LabelWeights { byFold[folds[page]] }

    private static func fold(of site: String, _ folds: Int) -> Int {
        Int(site.utf8.reduce(5381 as UInt64) { $0 &* 33 &+ UInt64($1) } % UInt64(folds))
    }

    /// The weight of a list page that was found (story pages are eight times as many), and of any made page; a found
    /// story page weighs 1.
    private static let listWeight = 5.0
    private static let madeWeight = 0.1

    /// The weight of a page in the regression.
    ///
    /// All pages of one site weigh as much as one page, since most of them are the same page by several converters.
    private func weight(of page: Int) -> Double {
        if page >= found { return Folds.madeWeight }
        return (isList[page] ? Folds.listWeight : 1) / ofSite[page]
    }

    /// Learns the weights of `PageKind` by logistic regression over the pages of all folds but one, or of all folds.
    func kind(leaving fold: Int?) -> [Int32] {
        let pages = kinds.indices.filter { folds[$0] != fold }
        let scale = PageKind.names.indices.map { deviation(of: $0, pages) }
        var weights = [Double](repeating: 0, count: scale.count)
        // L2 regularisation: a penalty of 1.5 times the square of each weight keeps the odds from being too sure.
        for _ in 0..<4000 {
            var gradient = weights.map { -3 * $0 / Double(pages.count) }
            for page in pages {
                let values = zip(kinds[page].values, scale).map { $0 / $1 }
                let odds = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
                let error = ((isList[page] ? 1 : 0) - 1 / (1 + exp(-odds))) * weight(of: page) / Double(pages.count)
                for place in gradient.indices { gradient[place] += error * values[place] }
            }
            for place in weights.indices { weights[place] += 0.3 * gradient[place] }
        }
        return zip(weights, scale).map { Int32(($0 / $1 * LabelWeights.unit).rounded()) }
    }

    /// The standard deviation of a value, which scales the values so that the penalty is fair to all; 1 for one that
    /// never changes.
    private func deviation(of place: Int, _ pages: [Int]) -> Double {
        let values = pages.map { kinds[$0].values[place] }
        let mean = values.reduce(0, +) / Double(values.count)
        let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
        return spread < 1e-6 ? 1 : spread
    }
}
