import Pages

/// A page as the training sees it: the features of its blocks, and the states that the gold allows for each block.
struct TrainingPage {
    let site: String
    let dump: String
    let features: [[Int]]
    let pageFeatures: [Int]
    let allowed: [[Bool]]
    let costs: LabelCosts
    /// The page's weight in the gradient: lists are few, so each weighs more.
    let weight: Double

    /// Reads a gold page; nil where its gold is not in the dump.
    init?(_ page: GoldPage) {
        let observations = Observations(BlockList(page.text).withoutInterjection(), nil)
        let labels = GoldLabels(page, observations)
        guard labels.isUsable else { return nil }
        site = page.site
        dump = page.dump
        var found: [Int] = []
        features = observations.list.indices.map { index in
            observations.features(of: index, into: &found)
            return found
        }
        pageFeatures = observations.pageFeatures()
        allowed = labels.allowed.map { bits in
            PageState.all.map { ($0.part == .list) != page.isStory && bits & (1 << UInt16($0.label.rawValue)) != 0 }
        }
        costs = LabelCosts(allowed: allowed, words: observations.list.statistics.map(\.words))
        // Made pages are not quite like found ones, so they weigh less; found lists are few, so they weigh most.
        weight = page.isStory ? (page.site.isEmpty ? 0.3 : 1) : page.site.isEmpty ? 0.5 : 3
    }
}
