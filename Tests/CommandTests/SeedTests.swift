import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// The sample dumps, from delivery to what the stock shell reads.
    @Suite struct SeedTests {
        private static let outcomes = [
            "000_7c1e90b4d35fa268.txt": "new", "001_7c1e90b4d35fa268.txt": "new", "002_e2a84f0619c7db53.txt": "new",
            "003_5d90c3eb7a21f846.txt": "new", "004_b8f2176ad40e3c95.txt": "new", "005_0f63ad928e5b14c7.txt": "new",
            "006_94d7e05c1b3a82f6.txt": "new", "007_3ab6f81d70c9e254.txt": "new", "008_c64e25f9078bd1a3.txt": "new",
            "009_18b5c7d3e96f4a02.txt": "same_text", "010_f7093b6e2dc8a415.txt": "new",
            "011_5d90c3eb7a21f846.txt": "duplicate", "012_6e3d19a7f5b0c482.txt": "new",
        ]

        @Test func `the sample dumps come to the outcomes that seeds/README.md names`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let rows = try desk.rows("SELECT name, outcome FROM deliveries ORDER BY delivery")
            let found = rows.map { [$0["name"]?.text, $0["outcome"]?.text] }
            #expect(found == SeedTests.outcomes.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
            #expect(try desk.number("SELECT count(*) FROM articles") == 15)
            #expect(try desk.number("SELECT count(*) FROM teasers") == 13)
            #expect(try desk.number("SELECT count(*) FROM appearances WHERE kind = 'article'") == 20)
            #expect(try desk.number("SELECT count(*) FROM revisions WHERE revision > 1") == 1)
            #expect(try desk.filesInInbox() == 0)
        }

        @Test func `the sample dumps come out field by field as written down`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let file = Samples.repository + "/Tests/PagesTests/Expected/seeds.json"
            let expected = try JSONValue.of(Array(try #require(FileManager.default.contents(atPath: file))))["pages"]
                .array
            #expect(expected.count == 13)
            var items = 0
            for page in expected {
                let name = try #require(page["dump"].text)
                // The bytes of a duplicate are the earlier dump's.
                guard SeedTests.outcomes[name] != "duplicate" else { continue }
                let dump = try #require(try desk.rows("SELECT * FROM dumps WHERE name = '\(name)'").first, "\(name)")
                for key in ["encoding", "site", "tagline", "page_on", "layout"]
                where SeedTests.outcomes[name] == "new" || key == "encoding" {
                    #expect(dump[key] == page[key], "\(name): \(key)")
                }
                guard SeedTests.outcomes[name] == "new" else { continue }
                #expect(dump["boilerplate_json"]?.listInText == page["boilerplate"], "\(name): boilerplate")
                let seen = try desk.rows("SELECT * FROM appearances WHERE dump_name = '\(name)' ORDER BY ordinal")
                #expect(seen.count == page["items"].array.count, "\(name): items")
                for (item, row) in zip(page["items"].array, seen) {
                    items += 1
                    let place = "\(name), item \(row["ordinal"] ?? .null)"
                    for key in [
                        "kind", "title", "byline", "outlet", "published_on", "posted_on", "tag_count", "comment_count",
                        "body",
                    ] {
                        #expect(row[key] == item[key], "\(place): \(key)")
                    }
                    #expect(row["authors_json"]?.listInText == item["authors"], "\(place): authors")
                    #expect(row["categories_json"]?.listInText == item["categories"], "\(place): categories")
                }
            }
            #expect(items == 33)
        }

        @Test func `every field points at bytes of its dump that say so`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let rows = try desk.rows("SELECT dump_name, title, byte_start, byte_end, evidence_json FROM appearances")
            var marks = 0
            for row in rows {
                let name = try #require(row["dump_name"]?.text)
                let bytes = Array(try #require(FileManager.default.contents(atPath: "\(Samples.seeds)/\(name)")))
                let start = try #require(row["byte_start"]?.integer)
                let end = try #require(row["byte_end"]?.integer)
                #expect(0 <= start && start < end && end <= bytes.count, "\(name)")
                let evidence = row["evidence_json"]?.listInText.array ?? []
                #expect(row["title"] == .null || evidence.contains { $0["field"].text == "title" }, "\(name)")
                for mark in evidence {
                    marks += 1
                    let range = mark["bytes"].array.compactMap(\.integer)
                    try #require(range.count == 2, "\(name): \(mark)")
                    try #require(0 <= range[0] && range[0] <= range[1] && range[1] <= bytes.count, "\(name): \(mark)")
                }
            }
            #expect(marks > 100)
        }

        @Test func `a second delivery of everything is thirteen duplicates and no new article`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let before = try desk.rows("SELECT * FROM articles ORDER BY id")
            try desk.once(delivering: [Samples.seeds])
            #expect(try desk.rows("SELECT * FROM articles ORDER BY id") == before)
            let second = try desk.rows("SELECT DISTINCT outcome FROM deliveries WHERE delivery > 13")
            #expect(second == [["outcome": .text("duplicate")]])
            #expect(try desk.number("SELECT count(*) FROM deliveries") == 26)
        }

        // The program iconv makes the older encodings; a machine without it has none to offer.
        @Test(
            .enabled(if: Tool.has("iconv")),
            arguments: [
                ("004_b8f2176ad40e3c95.txt", "WINDOWS-1252", "windows-1252"),
                ("010_f7093b6e2dc8a415.txt", "EUC-KR", "euc-kr"),
            ]
        )
        func `a sample dump in an older encoding is the same text`(
            name: String,
            codec: String,
            encoding: String
        ) throws {
            let desk = try TestDesk()
            let dump = "\(Samples.seeds)/\(name)"
            let recoded = try ChildProcess.run(
                ["iconv", "-f", "UTF-8", "-t", codec, dump],
                outputIn: desk.scratch.said
            )
            #expect(recoded.code == 0)
            try desk.once(delivering: [dump])
            let other = desk.scratch.path + "/other.txt"
            try Disk.write(recoded.output, to: Array(other.utf8))
            try desk.once(delivering: [other])
            let outcomes = try desk.rows("SELECT outcome FROM deliveries ORDER BY delivery").map { $0["outcome"]?.text }
            #expect(outcomes == ["new", "same_text"])
            let encodings = try desk.rows("SELECT encoding FROM dumps WHERE name = 'other.txt'")
            #expect(encodings == [["encoding": .text(encoding)]])
        }

        @Test(arguments: Contract.views.keys.sorted())
        func `a view has exactly the columns of the design, in order, each documented`(view: String) throws {
            let desk = try TestDesk()
            try desk.once()
            let columns = try desk.rows("SELECT name FROM pragma_table_info('\(view)') ORDER BY cid")
            #expect(columns.compactMap { $0["name"]?.text } == Contract.views[view])
            let documented = try desk.rows(
                "SELECT \"column\" AS name FROM schema_column WHERE view = '\(view)' AND meaning <> '' AND type <> ''"
            )
            #expect(documented.compactMap { $0["name"]?.text }.sorted() == Contract.views[view]?.sorted())
        }

        @Test func `no other view is documented than the public ones`() throws {
            let desk = try TestDesk()
            try desk.once()
            let views = try desk.rows("SELECT DISTINCT view FROM schema_column ORDER BY view")
            #expect(views.compactMap { $0["view"]?.text } == Contract.views.keys.sorted())
        }
    }
}
