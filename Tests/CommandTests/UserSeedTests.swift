import Foundation
import Testing

extension ProgramTests {
    /// The dumps that the user gave; their text belongs to others, so they are not in the repository.
    ///
    /// Skipped where the folder is missing: the sample dumps then stand for their layouts.
    @Suite(.enabled(if: Disk.exists(Samples.userSeeds), "no ../shared/seeds on this machine"))
    struct UserSeedTests {
        @Test func `the user's dumps hold twelve articles, and one article with three teasers`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.userSeeds])
            let rows = try desk.rows("SELECT articles, teasers FROM dumps ORDER BY name")
            #expect(rows.map { $0["articles"] } == [.integer(1), .integer(12)])
            #expect(rows.map { $0["teasers"] } == [.integer(3), .integer(0)])
            #expect(try desk.number("SELECT count(*) FROM articles") == 13)
            #expect(try desk.number("SELECT count(*) FROM teasers") == 3)
        }

        @Test(
            .enabled(if: Disk.exists(Samples.userGold), "no hand-made reading on this machine"),
            arguments: [false, true]
        )
        func `their items are those that a person read, also by a program that stands alone`(isAlone: Bool) throws {
            let desk = try TestDesk(isAlone: isAlone)
            try desk.once(delivering: [Samples.userSeeds])
            let gold = try JSONValue.of(Array(try #require(FileManager.default.contents(atPath: Samples.userGold))))
            #expect(gold["pages"].array.count == 2)
            let names = [
                "title": "title", "byline": "byline_raw", "outlet": "outlet", "published_on": "published",
                "posted_on": "posted", "tag_count": "tag_count", "comment_count": "comment_count", "body": "body",
                "kind": "kind",
            ]
            for page in gold["pages"].array {
                let dump = try #require(page["dump"].text)
                let facts = try #require(try desk.rows("SELECT * FROM dumps WHERE name = '\(dump)'").first)
                #expect(facts["site"] == page["site_name"])
                #expect(facts["tagline"] == page["tagline"])
                #expect(facts["page_on"] == page["page_date"])
                // The person's list also names lines whose content is in fields here: site, tagline, date, footers.
                let read =
                    [page["site_name"], page["tagline"], page["page_date_raw"]]
                    + page["articles"].array.map { $0["footer_raw"] }
                let rest = page["boilerplate_lines"].array.filter { !read.contains($0) }
                #expect(facts["boilerplate_json"]?.listInText == .array(rest))
                let seen = try desk.rows("SELECT * FROM appearances WHERE dump_name = '\(dump)' ORDER BY ordinal")
                #expect(seen.count == page["articles"].array.count)
                for (item, row) in zip(page["articles"].array, seen) {
                    let place = "\(dump), item \(row["ordinal"] ?? .null)"
                    for (column, key) in names { #expect(row[column] == item[key], "\(place): \(column)") }
                    #expect(row["authors_json"]?.listInText == item["authors"], "\(place): authors")
                    #expect(row["categories_json"]?.listInText == item["categories"], "\(place): categories")
                }
            }
        }

        @Test func `delivered again they are duplicates, and as UTF-16 the same text`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.userSeeds])
            try desk.once(delivering: [Samples.userSeeds])
            #expect(try desk.outcomes() == ["new": 2, "duplicate": 2])
            let folder = try desk.scratch.folder("utf16")
            try desk.scratch.shell(
                "for f in '\(Samples.userSeeds)'/*.txt; do iconv -f UTF-8 -t UTF-16 \"$f\" > '\(folder)'/\"${f##*/}\"; done"
            )
            try desk.once(delivering: [folder])
            #expect(try desk.outcomes() == ["new": 2, "duplicate": 2, "same_text": 2])
            #expect(try desk.number("SELECT count(*) FROM articles") == 13)
        }
    }
}
