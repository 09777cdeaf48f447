import Foundation
import Testing

extension ProgramTests {
    /// `show --explain` on a desk filled with the sample dumps.
    @Suite struct ExplainTests {
        @Test func `every dump, article and teaser is explained, as text and as JSON`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let dumps = try desk.rows("SELECT sha256, name, articles + teasers AS items FROM dumps")
            #expect(dumps.count == 12)
            for dump in dumps {
                let hash = try #require(dump["sha256"]?.text)
                let text = try desk.command("show", hash, "--explain")
                #expect(text.code == 0 && text.text.hasPrefix("dump        \(hash)"), "\(text.errors)")
                let said = try desk.command("show", String(hash.prefix(12)), "--explain", "--json")
                #expect(said.code == 0)
                let explained = try JSONValue.of(said.output)
                #expect(explained["dump"] == .text(hash) && explained["differences"] == .array([]))
                let items = Set(explained["blocks"].array.compactMap { $0["item"].integer })
                #expect(items == Set(1...max(1, explained["items"].array.count)))
                let marks = explained["blocks"].array.reduce(0) { $0 + $1["fields"].array.count }
                let evidence = explained["items"].array.reduce(explained["page"]["evidence"].array.count) {
                    $0 + $1["evidence"].array.count
                }
                #expect(marks == evidence && marks > 0)
            }
            let ids = try desk.rows("SELECT id FROM articles UNION ALL SELECT id FROM teasers").compactMap {
                $0["id"]?.text
            }
            #expect(!ids.isEmpty)
            for id in [ids.first, ids.last].compactMap(\.self) {
                let ending = try desk.command("show", id, "--explain")
                #expect(ending.code == 0 && ending.text.contains("\nasked for   \(id), filed as item "))
            }
        }

        @Test func `the width is the one asked for, else that of COLUMNS, else a hundred`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let hash = try #require(
                try desk.rows("SELECT sha256 FROM dumps WHERE name LIKE '002%'").first?["sha256"]?.text
            )
            func widest(_ words: String..., columns: String? = nil) throws -> Int {
                let environment = columns.map { ["COLUMNS": $0] } ?? [:]
                let ending = try desk.start(
                    ["show", hash, "--explain", "--home", desk.home] + words,
                    environment: environment
                ).wait()
                return ending.text.split(separator: "\n").map(\.count).max() ?? 0
            }
            #expect(try widest() == 100)
            #expect(try widest(columns: "120") == 120)
            #expect(try widest("--width", "90", columns: "120") == 90)
        }

        @Test func `words that do not go together end with 2, and what is not there with 1`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [try desk.scratch.file("packed.txt", "\u{1F}\u{8B}\u{8}\0\0")])
            #expect(try desk.command("show", "a", "--explain", "--revision", "1").code == 2)
            #expect(try desk.command("show", "a", "--explain", "--diff", "1", "2").code == 2)
            #expect(try desk.command("show", "a", "--explain", "--width", "wide").code == 2)
            #expect(try desk.command("show", "0123456789abcdef", "--explain").code == 1)
            #expect(try desk.command("show", "art_x", "--explain").code == 1)
        }
    }
}
