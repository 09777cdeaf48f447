import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// The program as a copy without anything of its own beside it.
    @Suite struct AloneTests {
        private static let readings = [
            """
            SELECT dump_name, ordinal, kind, title, authors_json, outlet, published_on, posted_on, categories_json, body,
                evidence_json FROM appearances ORDER BY 1, 2
            """,
            "SELECT name, site, tagline, page_on, layout, boilerplate_json FROM dumps ORDER BY 1",
        ]

        @Test func `the sample dumps are read the same wherever the program stands`() throws {
            let beside = try TestDesk()
            let alone = try TestDesk(isAlone: true)
            try beside.once(delivering: [Samples.seeds])
            try alone.once(delivering: [Samples.seeds])
            for reading in Self.readings { #expect(try alone.rows(reading) == beside.rows(reading)) }
            #expect(try alone.number("SELECT count(*) FROM dumps WHERE layout = 'posted-by'") == 2)
        }

        @Test func `a layout file beside the configuration replaces the one of its name, and an empty one masks it`()
            throws
        {
            let desk = try TestDesk()
            let configuration = try desk.scratch.folder("etc") + "/copydesk.conf"
            let layouts = try desk.scratch.folder("etc/layouts.d")
            try "".write(toFile: configuration, atomically: false, encoding: .utf8)
            try "".write(toFile: layouts + "/posted-by.layout", atomically: false, encoding: .utf8)
            let other = "[page]\nneeds = byline >= 9\n[byline]\nline = {authors:name} wrote this\n"
            for name in ["dated-posts", "own"] {
                try other.write(toFile: "\(layouts)/\(name).layout", atomically: false, encoding: .utf8)
            }
            let check = try desk.start(["check", "--config", configuration]).wait()
            #expect(check.code == 0)
            #expect(check.text.hasSuffix("# 3 layouts: dated-posts, filed-under, own\n"), "\(check.text)")
            try desk.once(delivering: [Samples.seeds], configuration: configuration)
            #expect(try desk.number("SELECT count(*) FROM dumps WHERE layout IS NOT NULL") == 0)
        }
    }
}
