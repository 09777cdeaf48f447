extension Observations {
    /// How many of a short line's longer words the running text has, less those that it has not; below zero where
    /// nothing is known.
    private func shareScore(_ index: Int) -> Int {
        let share = Int(shares[index])
        guard share >= 0, list.statistics[index].words >= 3 else { return -1 }
        return Int(list.wordCounts[index]) * (2 * share - 100) / 100
    }

    /// Finds the lines that share most with the running text.
    mutating func rankShares() {
        for index in list.indices {
            let score = shareScore(index)
            guard score > 0, bestShares.count < 8 || score > bestShares[7] else { continue }
            let place = bestShares.firstIndex { $0 < score } ?? bestShares.count
            bestShares.insert(score, at: place)
            if bestShares.count > 8 { bestShares.removeLast() }
        }
    }

    /// A line's rank by what it shares with the running text, as a value of `Observation.shareRank`.
    func shareRank(_ index: Int) -> Int {
        let score = shareScore(index)
        guard score > 0 else { return 0 }
        switch bestShares.firstIndex(where: { $0 <= score }) {
        case 0: return 1
        case 1, 2: return 2
        case nil: return 4
        default: return 3
        }
    }
}
