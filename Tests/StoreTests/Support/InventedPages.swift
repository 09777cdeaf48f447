import Pages
import TestSupport

/// Some sixty pages that tell a dozen stories again and again, each in another way.
struct InventedPages {
    private(set) var pages: [[Story]] = []
    private var writer: StoryWriter

    private static let sources: [String?] = ["Ferry Times", "Harbour Post", "Quay Mirror", nil]

    /// What pages of unknown source tell.
    enum Unknown: String, CaseIterable {
        /// A text that some source tells word for word.
        case copies
        /// That, and texts of their own, which can be like one source's and like another unknown one that is like a
        /// second source's.
        case edited
    }

    private let unknown: Unknown

    init(seed: UInt64, unknown: Unknown) {
        writer = StoryWriter(seed: seed)
        self.unknown = unknown
        for number in 0..<6 { tellEverywhere(Story(writer.next(), paragraphs: 3 + number)) }
        tellInRevisions()
        addColumns()
        addTemplates()
        addArchive()
        addShortTexts()
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &writer) < percent }

    private mutating func add(_ story: Story) {
        pages.append([story.with { $0.lines += ["Page \(pages.count)", "Imprint of page \(pages.count)"] }])
    }

    /// A story at every source, with few or many words changed, another title, another date, or read otherwise.
    private mutating func tellEverywhere(_ base: Story) {
        for source in InventedPages.sources {
            add(base.at(source))
            var told = base.at(source)
            guard source != nil || unknown == .edited else { continue }
            if chance(60) { told = told.rewritten(every: [25, 40, 80][Int.random(in: 0..<3, using: &writer)]) }
            if chance(30) { told.title = "Council: " + (base.title ?? "") }
            if chance(30) { told.title = writer.title() }
            if chance(30) { told.on = ["2026-03-05", "2026-03-30", nil][Int.random(in: 0..<3, using: &writer)] }
            if chance(30) { told.paragraphs.removeLast() }
            if chance(30) { told.lines += [told.paragraphs.removeLast()] }
            add(told)
        }
    }

    /// One page with one story at one source, visited six times, and once without its source.
    private mutating func tellInRevisions() {
        var story = Story(writer.next(), paragraphs: 6).at("Harbour Post")
        story.page = "7c1e90b4d35fa268"
        for visit in 0..<6 {
            if visit % 2 == 1 { story.paragraphs[visit % 5] += " " + writer.sentence() }
            if visit == 3 { story.title = writer.title() }
            if visit == 4 { story.paragraphs.insert(writer.paragraph(), at: 1) }
            add(story)
        }
        add(story.at(nil))
    }

    private mutating func addColumns() {
        for week in 1...5 {
            let column = Story(writer.next()).at("Ferry Times")
            add(
                column.with {
                    $0.title = "From the pulpit"
                    $0.on = "2026-01-\(week * 7 < 10 ? "0" : "")\(week * 7)"
                }
            )
        }
    }

    private mutating func addTemplates() {
        let form = Story(writer.next()).at("Quay Mirror")
        for month in 1...4 {
            var post = form.rewritten(every: 3, as: "month\(month)")
            post.title = "Harvest report \(month)"
            post.on = "2026-0\(month)-01"
            add(post)
        }
    }

    /// A page with the first story of each earlier page of one source.
    private mutating func addArchive() {
        for source in ["Ferry Times", "Harbour Post"] {
            let told = pages.compactMap(\.first).filter { $0.source == source }
            pages.append(stride(from: 0, to: told.count, by: 3).map { told[$0].with { $0.lines = [] } })
        }
    }

    private mutating func addShortTexts() {
        for source in InventedPages.sources {
            add(
                Story(1).at(source).with {
                    $0.title = "Library"
                    $0.body = "The library is closed on Monday."
                }
            )
        }
    }
}
