import Foundation
import Pages
import Synchronization

/// The pages parted into folds by site, each read with weights learned from the others.
///
/// The choice between the two readings of a page is learned from these readings too: readings of pages that the
/// weights were learned from would look surer than those of new pages are.
struct Folds {
    private var folds: [Int]
    private var byFold: [LabelWeights]
    private let kinds: [PageKind]
    /// How many of the pages found are of the same site as each, itself among them.
    private let ofSite: [Double]
    private var isList: [Bool]
    /// How many pages were found; those behind them were made.
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
        // Pages made of each fold's own, read with what was learned from the others.
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

    /// The weights that know nothing of a page's site.
    func weights(for page: Int) -> LabelWeights { byFold[folds[page]] }

    private static func fold(of site: String, _ folds: Int) -> Int {
        Int(site.utf8.reduce(5381 as UInt64) { $0 &* 33 &+ UInt64($1) } % UInt64(folds))
    }

    /// What a list counts against a story, of which there are eight times as many, and a made page against one found.
    private static let listWeight = 5.0
    private static let madeWeight = 0.1

    /// What a page counts: the dumps of one site, most of them one page by several converters, say one thing together.
    private func weight(of page: Int) -> Double {
        if page >= found { return Folds.madeWeight }
        return (isList[page] ? Folds.listWeight : 1) / ofSite[page]
    }

    /// Weighs what speaks for a list by logistic regression over the pages of all folds but one.
    func kind(leaving fold: Int?) -> [Int32] {
        let pages = kinds.indices.filter { folds[$0] != fold }
        let scale = PageKind.names.indices.map { deviation(of: $0, pages) }
        var weights = [Double](repeating: 0, count: scale.count)
        // Three times a weight's square is what it costs to be sure.
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

    /// How far a value strays from its mean, so that all are weighed alike; one for what never changes.
    private func deviation(of place: Int, _ pages: [Int]) -> Double {
        let values = pages.map { kinds[$0].values[place] }
        let mean = values.reduce(0, +) / Double(values.count)
        let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
        return spread < 1e-6 ? 1 : spread
    }
}
