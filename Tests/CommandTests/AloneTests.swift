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

        @Test(arguments: [
            ("", "# 3 layouts: dated-posts, filed-under, own\n"),
            (
                "[page]\nneeds = byline >= 99\n[byline]\nline = {authors:name} wrote this\n",
                "# 4 layouts: dated-posts, filed-under, own, posted-by\n"
            ),
        ])
        func `a layout file replaces the one of its name in the program, and an empty one masks it`(
            file: String,
            inForce: String
        ) throws {
            let desk = try TestDesk()
            let configuration = try desk.scratch.folder("etc") + "/copydesk.conf"
            let layouts = try desk.scratch.folder("etc/layouts.d")
            try "".write(toFile: configuration, atomically: false, encoding: .utf8)
            try file.write(toFile: layouts + "/posted-by.layout", atomically: false, encoding: .utf8)
            let own = "[page]\nneeds = byline >= 99\n[byline]\nline = {authors:name} wrote this\n"
            try own.write(toFile: layouts + "/own.layout", atomically: false, encoding: .utf8)
            let check = try desk.start(["check", "--config", configuration]).wait()
            #expect(check.code == 0)
            #expect(check.text.hasSuffix(inForce), "\(check.text)")
            // Two sample dumps are read by the layout of the program; by neither file can they be.
            try desk.once(delivering: [Samples.seeds], configuration: configuration)
            #expect(try desk.number("SELECT count(*) FROM dumps WHERE layout IS NOT NULL") == 0)
        }
    }
}
