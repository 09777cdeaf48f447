import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// Reports as a browser shows them: chromium opens each at 360 and at 1,440 pixels, light and dark.
    ///
    /// `Fixtures/report-look.html` looks at it from a page around it. It also runs axe-core, a checker of accessibility,
    /// where `.ci/answers` has installed that.
    @Suite struct ReportLookTests {
        static let browser = ["chromium", "chromium-browser", "google-chrome"].first { Tool.has($0) }

        /// The text of axe-core; nil where it is not installed.
        static let axe: String? = {
            let folder = Checkout.path + "/.build/answers"
            let found = FileManager.default.enumerator(atPath: folder)?.first {
                ($0 as? String)?.hasSuffix("/axe.min.js") == true
            }
            return (found as? String).flatMap { try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }
        }()

        /// What one look at one page found.
        struct Look {
            let width: Int
            let problems: [String]
            let counts: JSONValue
        }

        /// The reports of the samples, of a desk whose pages are hostile, and of an empty desk; made once.
        private static let pages = Result {
            let samples = try TestDesk()
            try samples.once(delivering: [Samples.seeds])
            let empty = try TestDesk()
            try empty.once()
            return try [samples, try ReportSamples.hostileDesk(), empty].map { desk in
                try desk.start(["report", "-", "--home", desk.home]).wait(120).text
            }
        }

        @Test(.enabled(if: browser != nil, "skipped: chromium is not installed"), arguments: [false, true])
        func `reports can be read at any width, light and dark`(isDark: Bool) throws {
            let scratch = try Scratch()
            let looks = try look(at: try Self.pages.get(), isDark: isDark, in: scratch)
            #expect(looks.map(\.width) == [360, 1440, 360, 1440, 360, 1440])
            for look in looks {
                #expect(look.problems.isEmpty, "at \(look.width): \(look.problems.joined(separator: "\n"))")
                // Where the checker is there, it had something to check.
                #expect(Self.axe == nil || (look.counts["rules"].integer ?? 0) > 20)
                #expect(look.counts["headings"].integer == 6 && look.counts["dark"] == .bool(isDark))
            }
            #expect((looks.first?.counts["pictures"].integer ?? 0) >= 4)
            #expect((looks.first?.counts["marks"].integer ?? 0) >= 2)
        }

        @Test(.enabled(if: browser != nil, "skipped: chromium is not installed"))
        func `the look finds what is wrong`() throws {
            let scratch = try Scratch()
            let broken = """
                <!DOCTYPE html><html lang="de"><head><title>x</title></head><body><h1>x</h1><h3>y</h3>
                <main><div style="width:2000px" onclick="x()">wide</div><svg width="10" height="10"></svg>
                <img src="http://127.0.0.1:9/missing.png" alt=""><a href="#nowhere">x</a></main></body></html>
                """
            let looks = try look(at: [broken], isDark: false, in: scratch)
            let problems = looks.flatMap(\.problems).joined(separator: "\n")
            for problem in [
                "no language", "not one header", "no skip link", "heading out of order: H3 after H1",
                "a link to nothing",
                "an element that does not belong", "an event handler", "a picture without words",
                "wider than the window",
                "over the edge", "it asked for ",
            ] {
                #expect(problems.contains(problem), "\(problem) was not found among \(problems)")
            }
        }

        /// Opens the pages in the browser.
        ///
        /// - Returns: What was found of each page at each width; nothing was said on the browser's console.
        private func look(at pages: [String], isDark: Bool, in scratch: Scratch) throws -> [Look] {
            if Self.axe == nil { print("axe-core is not installed (.ci/answers): only our own look at the report") }
            func json(_ value: some Encodable) throws -> String {
                // Inside a script element nothing may look like its end.
                String(decoding: try JSONEncoder().encode(value), as: UTF8.self).replacingOccurrences(
                    of: "<",
                    with: "\\u003c"
                )
            }
            var around = try String(
                contentsOfFile: Checkout.path + "/Tests/CommandTests/Fixtures/report-look.html",
                encoding: .utf8
            )
            for (name, value) in [("AXE</script>", try json(Self.axe)), ("PAGES</script>", try json(pages))] {
                let place = try #require(around.range(of: name))
                around.replaceSubrange(place, with: value + "</script>")
            }
            let file = try scratch.file("look-\(isDark).html", around)
            // The virtual time runs as fast as the page needs, so that nothing waits for a clock.
            let ending = try scratch.run(
                Self.browser ?? "",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=\(scratch.path)/profile-\(isDark)",
                "--window-size=1600,1000",
                "--virtual-time-budget=600000",
                "--enable-logging=stderr",
                "--blink-settings=preferredColorScheme=\(isDark ? 0 : 1)",
                "--dump-dom",
                "file://" + file
            )
            let said = ending.errors.split(separator: "\n").filter { $0.contains("CONSOLE") }
            if !pages.contains(where: { $0.contains("missing.png") }) { #expect(said.isEmpty, "\(said)") }
            let found = try #require(
                ending.text.firstMatch(of: /<pre id="found">([^<]*)<\/pre>/),
                "chromium ended with \(ending.code ?? -1): \(ending.errors.suffix(600))"
            )
            let text = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\u{A0}"), ("&amp;", "&")].reduce(String(found.1)) {
                $0.replacingOccurrences(of: $1.0, with: $1.1)
            }
            return try JSONValue.of(Array(text.utf8)).array.map { look in
                Look(
                    width: look["width"].integer ?? 0,
                    problems: look["problems"].array.compactMap(\.text),
                    counts: look["counts"]
                )
            }
        }
    }
}
