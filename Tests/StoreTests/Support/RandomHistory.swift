import Pages
import TestSupport

@testable import Store

/// A store to which everything happens that can happen to one, by chance that is the same at every run: visits, edits,
/// copies, merges, texts that part, duplicates, the same text in other bytes, refusals and second tries, rereadings,
/// erasures, dumps that come back after one.
final class RandomHistory {
    let scratch: ScratchStore
    var store: Store { scratch.store }
    /// The records as they were when they were new: what stands in a log that nobody has scrubbed.
    private(set) var written: [String] = []
    private var writer: StoryWriter
    private let pages: [[Story]]
    /// Halves of reports, and the reports themselves, which join them.
    private let halves: [[Story]]
    private var told: [(dump: ToldDump, mark: String)] = []
    private var step = 0

    init(seed: UInt64) throws {
        scratch = try ScratchStore()
        writer = StoryWriter(seed: seed &* 31 &+ 7)
        var pages = InventedPages(seed: seed, unknown: seed % 2 == 0 ? .copies : .edited).pages
        pages.shuffle(using: &writer)
        self.pages = pages
        halves = (0..<2).flatMap { RandomHistory.report(seed &* 8 &+ $0) }.map { [$0] }
    }

    /// A report as some pages have it: either half, with other lines round it, the whole, and the whole elsewhere.
    private static func report(_ seed: UInt64) -> [Story] {
        let first = Story(seed &* 2 &+ 100, paragraphs: 5)
        let second = Story(seed &* 2 &+ 101, paragraphs: 5).with {
            $0.title = (first.title ?? "") + ": what the clerk said"
        }
        let whole = first.with { $0.body += "\n" + second.body }
        return [
            first, second, second.with { $0.lines = ["Seen again"] }, first.rewritten(every: 40), whole,
            whole.at("Harbour Post"), second.at("Harbour Post"), whole.at(nil), first.at(nil),
        ]
    }

    private func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &writer) }

    /// Lets one more thing happen.
    func goOn() throws {
        step += 1
        switch roll(20) {
        case 0, 1: try repeatDump()
        case 2: try refuse()
        case 3, 4: try reread()
        case 5, 6: try forget()
        case 7: try unblock()
        case 8: try longStory()
        default: try tell()
        }
        let made = try store.records(after: Int64(written.count), limit: 100_000)
        written += made.map { String(decoding: $0.line.dropLast(), as: UTF8.self) }
    }

    private func tell() throws {
        let stories = roll(2) == 0 ? halves[roll(halves.count)] : pages[roll(pages.count)]
        // Another visit finds the same stories among other lines.
        let isVisit = roll(3) == 0
        let visited = stories.map { $0.with { if isVisit { $0.lines.append("Visit \(step)") } } }
        try take(ToldDump(visited, number: step), mark: roll(8) == 0 ? "\u{FEFF}" : "", teasers: roll(3))
    }

    private func longStory() throws {
        var story = Story(UInt64(roll(3)) + 900, paragraphs: 140)
        if roll(2) == 0 { story = story.rewritten(every: 60) }
        try take(ToldDump([story], number: step), mark: "", teasers: 0)
    }

    /// A dump of before, in its own bytes or with a mark before them.
    private func repeatDump() throws {
        guard !told.isEmpty else { return }
        let (dump, mark) = told[roll(told.count)]
        try file(dump, mark: roll(2) == 0 ? mark : (mark.isEmpty ? "\u{FEFF}" : ""))
    }

    private func take(_ dump: ToldDump, mark: String, teasers: Int) throws {
        var dump = dump
        for _ in 0..<teasers {
            dump.page.items.append(ScratchStore.teaser("Teaser \(roll(4))", "Of a story that is told elsewhere."))
        }
        told.append((dump, mark))
        try file(dump, mark: mark)
    }

    private func file(_ dump: ToldDump, mark: String) throws {
        let bytes = Array((mark + dump.text).utf8)
        let filed = FiledPage(
            SHA256.digest(of: bytes.span),
            bytes: bytes,
            name: dump.name,
            try TextDecoder.decode(bytes),
            dump.page
        )
        let now = scratch.now()
        let delivery = ScratchStore.delivery(name: dump.name, at: now, size: bytes.count)
        if try store.refusal(of: .page(filed)) != nil { return }
        let isOld = roll(3) == 0
        try store.inTransaction(at: now) { () throws(StoreError) in
            let receipt = try store.file(delivery, .page(filed))
            guard isOld, receipt.outcome == .new else { return }
            // As if an older version had read it; what came again after it was forgotten keeps both.
            try store.connection.script(
                """
                UPDATE revision SET extractor = 'copydesk/1' WHERE number > 0 AND seen_at = '\(now)'
                    AND dump IN (SELECT key FROM dump WHERE sha256 = '\(filed.digest.hex)' AND reread_by IS NULL);
                UPDATE dump SET extractor = 'copydesk/1' WHERE sha256 = '\(filed.digest.hex)' AND reread_by IS NULL;
                """,
                doing: "age a dump"
            )
        }
    }

    /// A file that is refused, or one that was refused before and is sent through again.
    private func refuse() throws {
        let now = scratch.now()
        let kept = try store.keptRejections(orTakenSince: "9").filter { !$0.isResolved }
        let refused = Delivery.Content.refused(nil, Refusal(.pdf, "It is a PDF."), attempts: 1)
        guard let again = kept.first, roll(2) == 0 else {
            let name = "refused-\(step).pdf"
            try scratch.take(refused, name: name, destiny: .setAside(as: Array(name.utf8), shown: name))
            return
        }
        let delivery = ScratchStore.delivery(name: again.name, at: now, size: 7)
        let dump = ToldDump(pages[roll(pages.count)], number: step)
        let content = roll(2) == 0 ? refused : .page(try dump.filed)
        try store.inTransaction(at: now) { () throws(StoreError) in
            _ = try store.retry(again, as: delivery, content, .person)
        }
    }

    /// Newer rules read a dump: with another title or date, with an item less or more, as a teaser, or as it was.
    private func reread() throws {
        let keys = try store.dumpsToReread(.all, since: "9").keys
        guard !keys.isEmpty, let dump = try store.rereadDump(keys[roll(keys.count)]) else { return }
        let found = told.first { dump.bytes.suffix($0.dump.text.utf8.count).elementsEqual($0.dump.text.utf8) }
        guard let told = found?.dump else { return }
        var page = told.page
        switch roll(6) {
        case 0 where !page.items.isEmpty: page.items.remove(at: roll(page.items.count))
        case 1 where !page.items.isEmpty: page.items[0].title = writer.title()
        case 2 where !page.items.isEmpty: page.items[0].publishedOn = "2026-02-0\(1 + roll(9))"
        case 3: page.items.insert(ScratchStore.article(writer.title(), writer.body(3)), at: 0)
        case 4:
            page.boilerplate.append("A line that was a story's")
            page.tagline = "A tagline"
        default: break
        }
        let filed = FiledPage(
            SHA256.digest(of: dump.bytes.span),
            bytes: dump.bytes,
            name: dump.name,
            try TextDecoder.decode(dump.bytes),
            page
        )
        let now = scratch.now()
        try store.inTransaction(at: now) { () throws(StoreError) in _ = try store.reread(dump, filed, at: now) }
    }

    private func forget() throws {
        let ids = try store.ask("SELECT sha256 FROM dumps UNION SELECT id FROM articles ORDER BY 1")
        guard !ids.isEmpty, let subject = try store.removable(ids[roll(ids.count)]).first else { return }
        let removal = Removal(
            subject,
            reason: "a test, step \(step)",
            blocks: roll(3) == 0,
            scrubsLog: false,
            now: scratch.now()
        )
        try store.inTransaction(at: removal.now) { () throws(StoreError) in try store.remove(removal) }
    }

    private func unblock() throws {
        guard let id = try store.ask("SELECT id FROM forgotten WHERE blocked = 1 AND kind <> 'text' ORDER BY 1").first,
            let grave = try store.tombstones(startingWith: id).first
        else { return }
        let now = scratch.now()
        try store.inTransaction(at: now) { () throws(StoreError) in
            _ = try store.setBlocked(false, grave)
            try store.noteScrubbing(grave, now: now)
        }
    }
}
