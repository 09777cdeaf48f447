import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// What `export` writes, opened by the tools that people open it with, which must find what the database holds.
    ///
    /// `Fixtures/export.py` says how; `.ci/answers --install` makes the environment of Python that it needs.
    @Suite struct ExportReadersTests {
        private static let python = Checkout.path + "/.build/answers/bin/python3"
        private static let script = Checkout.path + "/Tests/CommandTests/Fixtures/export.py"

        /// Whether the environment has these modules.
        private static func has(_ modules: String) -> Bool {
            guard FileManager.default.isExecutableFile(atPath: python), let scratch = try? Scratch() else {
                return false
            }
            return (try? scratch.run(python, "-c", "import \(modules)").code) == 0
        }

        private static let hasTables = has("pandas, duckdb")
        private static let hasCitations = has("bibtexparser, pybtex") && Tool.has("pandoc")
        private static let hasMarkdown = has("yaml") && Tool.has("pandoc")

        /// A desk whose articles say what no page should, some of them nothing but a text.
        private func hostileDesk() throws -> TestDesk {
            let desk = try TestDesk()
            let pages = try desk.scratch.folder("pages")
            for number in 1...30 { try desk.scratch.file("pages/\(number).txt", Samples.page(number)) }
            try desk.once(delivering: [pages])
            let harm =
                "'\(Self.python)' '\(Self.script)' harm > harm.sql; sqlite3 -cmd '.filectrl persist_wal 1' '\(desk.database)' < harm.sql"
            try desk.scratch.shell("cd '\(desk.scratch.path)'; \(harm)")
            #expect(try desk.number("SELECT max(length(body)) FROM articles") >= 1_000_000)
            return desk
        }

        /// Exports in a form and has the file read.
        private func expectReads(_ form: String, _ name: String) throws {
            let desk = try hostileDesk()
            let file = desk.scratch.path + "/" + name
            let into = form == "markdown" ? "--into '\(file)'" : "> '\(file)'"
            try desk.scratch.shell("'\(TestDesk.program)' export --home '\(desk.home)' --format \(form) \(into)")
            let ending = try desk.scratch.run(Self.python, Self.script, form, desk.database, file)
            #expect(ending.code == 0 && ending.line == "30", "\(ending.text)\(ending.errors.suffix(2000))")
        }

        @Test(.enabled(if: hasTables, "needs pandas and duckdb in .build/answers: .ci/answers --install"))
        func `pandas and DuckDB read JSON Lines and find the same values`() throws {
            try expectReads("jsonl", "a.jsonl")
        }

        @Test(.enabled(if: hasTables, "needs pandas and duckdb in .build/answers: .ci/answers --install"))
        func `pandas and DuckDB read CSV and find the same values`() throws {
            try expectReads("csv", "a.csv")
        }

        @Test(.enabled(if: hasCitations, "needs pandoc, and bibtexparser and pybtex in .build/answers"))
        func `bibtexparser, pybtex and pandoc read BibTeX`() throws {
            try expectReads("bibtex", "a.bib")
        }

        @Test(.enabled(if: hasCitations, "needs pandoc, and bibtexparser and pybtex in .build/answers"))
        func `pandoc reads CSL JSON and prints a bibliography`() throws {
            try expectReads("csl", "a.json")
        }

        @Test(.enabled(if: hasMarkdown, "needs pandoc, and pyyaml in .build/answers"))
        func `PyYAML reads the fields of Markdown files, and pandoc finds the plain text below them`() throws {
            try expectReads("markdown", "notes")
        }
    }
}
