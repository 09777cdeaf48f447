import Foundation
import Pages

/// The pages parted into folds by site, each read with weights learned from the others.
///
/// The choice between the two readings of a page is learned from these readings too: readings of pages that the
/// weights were learned from would look surer than those of new pages are.
struct Folds {
    private var folds: [Int]
    private let byFold: [LabelWeights]
    private let kinds: [PageKind]
    private var isList: [Bool]

    init(pages: [GoldPage], training: [TrainingPage], count: Int, rounds: Int, made: Int) {
        folds = pages.map { Folds.fold(of: $0.site, count) }
        isList = pages.map { !$0.isStory }
        var weights = [LabelWeights](repeating: LabelWeights(), count: count)
        let lock = NSLock()
        nonisolated(unsafe) let found = UnsafeMutableBufferPointer<LabelWeights>.allocate(capacity: count)
        found.initialize(repeating: LabelWeights())
        DispatchQueue.concurrentPerform(iterations: count) { fold in
            var lists = MadePages(pages.filter { Folds.fold(of: $0.site, count) != fold })
            let known = training.filter { Folds.fold(of: $0.site, count) != fold }
            var fit = Training()
            fit.run(known + lists.pages(made).compactMap(TrainingPage.init), rounds: rounds)
            lock.withLock { found[fold] = fit.parameters.weights }
        }
        for fold in 0..<count { weights[fold] = found[fold] }
        found.deallocate()
        byFold = weights
        var kinds: [PageKind] = []
        for (page, fold) in zip(pages, folds) { kinds.append(Folds.kind(of: page, weights[fold])) }
        // Pages made of each fold's own, read with what was learned from the others.
        for fold in 0..<count {
            var maker = MadePages(pages.filter { Folds.fold(of: $0.site, count) == fold })
            for page in maker.pages(made / count) {
                kinds.append(Folds.kind(of: page, weights[fold]))
                isList.append(!page.isStory)
                folds.append(fold)
            }
        }
        self.kinds = kinds
    }

    private static func kind(of page: GoldPage, _ weights: LabelWeights) -> PageKind {
        let evidence = LabelEvidence(BlockList(page.text), nil)
        return PageKind(Labelling(evidence, weights), evidence)
    }

    /// The weights that know nothing of a page's site.
    func weights(for page: Int) -> LabelWeights {
        var weights = byFold[folds[page]]
        weights.kind = kind(leaving: folds[page])
        return weights
    }

    private static func fold(of site: String, _ folds: Int) -> Int {
        Int(site.utf8.reduce(5381 as UInt64) { $0 &* 33 &+ UInt64($1) } % UInt64(folds))
    }

    /// Weighs what speaks for a list by logistic regression over the pages of all folds but one.
    func kind(leaving fold: Int?) -> [Int32] {
        let pages = kinds.indices.filter { folds[$0] != fold }
        let lists = pages.count { isList[$0] }
        var weights = [Double](repeating: 0, count: PageKind.names.count)
        for _ in 0..<4000 {
            var gradient = weights.map { -2 * $0 / Double(pages.count) }
            for page in pages {
                let odds = zip(kinds[page].values, weights).reduce(0) { $0 + $1.0 * $1.1 }
                // A fifth as many lists as stories: each counts more, and not five times as much.
                let weight = isList[page] ? max(1, (Double(pages.count) / Double(max(1, lists))).squareRoot()) : 1
                let error = ((isList[page] ? 1 : 0) - 1 / (1 + exp(-odds))) * weight / Double(pages.count)
                for place in gradient.indices { gradient[place] += error * kinds[page].values[place] }
            }
            for place in weights.indices { weights[place] += 0.3 * gradient[place] }
        }
        return weights.map { Int32(($0 * LabelWeights.unit).rounded()) }
    }
}
