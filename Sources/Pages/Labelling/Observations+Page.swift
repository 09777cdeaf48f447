extension Observations {
    /// The features of the page as a whole.
    package func pageFeatures() -> [Int] {
        var found: [Int] = []
        func add(_ kind: LabelFeature, _ value: Int) { found.append(LabelFeature.offsets[kind.rawValue] + value) }
        let prose = prose(0, list.count)
        let counts = [0, 1, 2, 4, 8]
        add(.pageBlocks, step(list.count, [4, 9, 19, 49, 99, 199]))
        add(.pageProse, step(prose, [0, 49, 149, 299, 599, 1199]))
        add(.pageStretch, prose == 0 ? 0 : 1 + step(longestStretch * 100 / prose, [9, 19, 39, 59, 79, 94]))
        add(.pageDates, step(shapes.count { $0 == .date }, counts))
        add(.pageBylines, step(shapes.count { $0 == .byline }, counts))
        add(.pageContinuations, step(signs.count { $0.contains(.continuation) }, counts))
        add(.pageCuts, step(shapes.count { $0 == .cut }, counts))
        add(.pageHeadings, step(shapes.count { $0 == .heading }, counts))
        let heads = list.indices.dropLast().count {
            (Observations.group(shapes[$0]) == 2 || shapes[$0] == .heading) && isFacts($0 + 1)
        }
        add(.pageHeads, step(heads, counts))
        add(.pageAnchors, step(anchorCount, counts))
        return found
    }
}
