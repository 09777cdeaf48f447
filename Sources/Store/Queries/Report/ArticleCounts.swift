/// What a report counts of articles and of their revisions, in one walk through both tables.
package struct ArticleCounts: Sendable {
    /// A field of which a report tells for how many articles it is known.
    package enum Field: Int, CaseIterable, Sendable {
        case title, authors, publishedOn, outlet, language
    }

    /// Articles by the day they came in, `YYYY-MM-DD`, and there by source: its number in the list of sources that were
    /// asked for; after these come all other sources, and last the articles of no known source.
    package private(set) var byArrival: [String: [Int]] = [:]
    /// The same articles by the day they were published.
    package private(set) var byPublication: [String: [Int]] = [:]
    package private(set) var articles = 0
    /// Articles without a date of publication.
    package private(set) var undated = 0
    /// Articles that were seen in more than one place: on another page, or on the same page at another visit.
    package private(set) var seenAgain = 0
    /// The places where the articles were seen, all together.
    package private(set) var appearances = 0
    /// Revisions that changed words, by the day they were seen.
    package private(set) var material: [String: Int] = [:]
    /// Revisions that changed only spacing, punctuation or lines round the text, by the day they were seen.
    package private(set) var cosmetic: [String: Int] = [:]
    /// Revisions that newer rules made of a dump that did not change.
    package private(set) var reread = 0

    /// The newest revisions that changed words: where they are, the newest first.
    package private(set) var newestEdits: [(seenAt: String, article: Int64, revision: Int64)] = []

    private var known: [Int]
    private let sources: Int
    private let mostEdits: Int

    /// - Parameters:
    ///   - sources: How many sources were asked for.
    ///   - mostEdits: How many of the newest edits to remember.
    init(sources: Int, mostEdits: Int) {
        self.sources = sources
        self.mostEdits = mostEdits
        known = [Int](repeating: 0, count: Field.allCases.count)
    }

    /// For how many articles a field is known.
    package func known(_ field: Field) -> Int { known[field.rawValue] }

    /// Counts an article, whose source is a number from 0 to `sources` + 1.
    ///
    /// `fields` has one bit for each field that is known, by the number of the field.
    mutating func add(arrivedOn: String, publishedOn: String?, source: Int, fields: Int, appearances: Int) {
        let source = min(max(source, 0), sources + 1)
        articles += 1
        self.appearances += appearances
        if appearances > 1 { seenAgain += 1 }
        for field in Field.allCases where fields >> field.rawValue & 1 == 1 { known[field.rawValue] += 1 }
        byArrival[arrivedOn, default: [Int](repeating: 0, count: sources + 2)][source] += 1
        guard let publishedOn else {
            undated += 1
            return
        }
        byPublication[publishedOn, default: [Int](repeating: 0, count: sources + 2)][source] += 1
    }

    /// Counts a revision that changed words.
    mutating func addMaterial(seenAt: String, article: Int64, revision: Int64) {
        material[String(seenAt.prefix(10)), default: 0] += 1
        if newestEdits.count == mostEdits, let last = newestEdits.last, seenAt <= last.seenAt { return }
        let place = newestEdits.firstIndex { $0.seenAt < seenAt } ?? newestEdits.count
        newestEdits.insert((seenAt, article, revision), at: place)
        if newestEdits.count > mostEdits { newestEdits.removeLast() }
    }

    mutating func addCosmetic(on day: String) { cosmetic[day, default: 0] += 1 }

    mutating func addReread() { reread += 1 }
}
