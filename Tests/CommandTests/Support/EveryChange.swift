import Foundation
import TestSupport

/// A desk to which everything has happened that its change log can tell of.
enum EveryChange {
    /// The types of records that such a log holds.
    static let types: Set = [
        "log.opened", "dump.received", "dump.duplicate", "dump.same_text", "dump.rejected", "dump.released",
        "dump.reread", "dump.deleted", "article.created", "article.revised", "article.seen", "article.reread",
        "article.merged", "article.deleted", "teaser.created", "teaser.seen", "group.changed", "content.part",
    ]
    /// Those that came with schema 4.
    static let newTypes: Set = ["teaser.deleted", "row.revision", "row.appearance", "row.forgotten"]

    private static func page(_ title: String, _ outlet: String, _ paragraphs: [String]) -> String {
        ([title, "By Odalys Pemberwick | \(outlet) | March 3, 2026"] + paragraphs).joined(separator: "\n\n") + "\n"
    }

    static func desk() throws -> TestDesk {
        let desk = try TestDesk()
        var writer = StoryWriter(seed: 919)
        func paragraphs(_ count: Int) -> [String] { (0..<count).map { _ in writer.paragraph() } }
        var number = 0
        func deliver(_ texts: String..., environment: [String: String] = [:]) throws {
            for text in texts {
                number += 1
                try desk.scratch.file("home/inbox/n\(100 + number).txt", text)
            }
            let ending = try desk.start(["run", "--once", "--home", desk.home], environment: environment).wait()
            guard ending.code == 0 else { throw ChildProcess.Failure(description: ending.errors) }
        }
        let (carried, long, goat, clerk) = (paragraphs(5), paragraphs(400), paragraphs(5), paragraphs(5))
        let timetable = "Night ferry gets a later timetable"
        try deliver(
            page(timetable, "The Ferry Times", carried),
            page("Long report on the tide gauges", "The Ferry Times", long),
            environment: ["COPYDESK_TEST_BUG": "olderReader"]
        )
        // Carried by others, edited, retitled; and two stories that the third page shows to be one.
        try deliver(page(timetable, "The Harbour Post", carried), page(timetable, "The Quay Mirror", carried))
        try deliver(page(timetable, "The Ferry Times", carried + [writer.paragraph()]), "{}", "%PDF-1.7\n")
        try deliver(page("Goat elected by a show of hooves", "The Ferry Times", goat))
        try deliver(page("Goat elected by a show of hooves: what the clerk said", "The Ferry Times", clerk))
        try deliver(page("Goat elected by a show of hooves", "The Ferry Times", goat + clerk))
        try desk.once(delivering: [Samples.seeds])
        let list = try String(contentsOfFile: Samples.seeds + "/002_e2a84f0619c7db53.txt", encoding: .utf8)
        try deliver(list + "\nSomething more\n", page(timetable, "The Harbour Post", carried))
        try operate(desk, mended: page("A page that was mended", "The Ferry Times", paragraphs(3)))
        return desk
    }

    /// What an operator does: retries, a rereading, and forgetting an article of a group, a story and a dump of teasers.
    private static func operate(_ desk: TestDesk, mended: String) throws {
        for name in names(in: desk.rejected).sorted() where !name.hasSuffix(".reason.json") {
            let kept = "\(desk.rejected)/\(name)"
            let isPDF = (FileManager.default.contents(atPath: kept) ?? Data()).starts(with: Data("%PDF".utf8))
            if isPDF { try mended.write(toFile: kept, atomically: true, encoding: .utf8) }
            _ = try desk.command("retry", name)
        }
        _ = try desk.command("reread", "--all")
        let query = """
            SELECT id FROM articles WHERE outlet IN ('The Quay Mirror', 'The Harbour Post')
            UNION ALL SELECT id FROM articles WHERE title LIKE 'Long report%'
            UNION ALL SELECT sha256 FROM dumps WHERE teasers > 0
            """
        for row in try desk.rows(query) {
            _ = try desk.command("forget", row["id"]?.text ?? "", "--reason", "somebody asked for it")
        }
    }
}
