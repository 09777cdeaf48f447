import Foundation
import Testing

extension ProgramTests {
    /// Every query that a document of any version published keeps running, with the columns that it had.
    ///
    /// `Fixtures/queries/VERSION` holds what a version published: `published.sql`, in the form of the cookbook, where the
    /// first line of an answer names the columns and the others are the rows, where these are the same on every desk
    /// filled with the samples; and `views.txt`, the columns of each view. While a version is made its folder grows:
    ///
    ///     COPYDESK_RECORD=1 swift test --filter CompatibilityTests
    ///
    /// adds what today's documents publish and it does not have yet. Nothing is ever taken out of an older version's.
    @Suite struct CompatibilityTests {
        private static let folder = Samples.repository + "/Tests/CommandTests/Fixtures/queries"
        private static let settings = ".mode list\n.headers on\n.nullvalue NULL\n"
        private static let isToRecord = ProcessInfo.processInfo.environment["COPYDESK_RECORD"] != nil

        /// Versions with recorded queries; `.` and what is no folder left out.
        private static func versions() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        }

        /// The version that the program under test names.
        private static func made(_ scratch: Scratch) throws -> String {
            try scratch.run(TestDesk.program, "--version").text.split(separator: " ").dropFirst().first.map(String.init)
                ?? ""
        }

        /// A desk with the samples and a file that was refused, so that most queries have rows.
        private static func desk() throws -> TestDesk {
            let desk = try TestDesk()
            try desk.scratch.folder("home/inbox")
            try desk.scratch.shell("printf '\\037\\213\\010\\000\\000\\000' > '\(desk.inbox)/packed.txt'")
            try desk.once(delivering: [Samples.seeds])
            return desk
        }

        /// The rows that a query gives, below its columns; no lines at all where it gives no row.
        private static func answer(_ query: String, _ desk: TestDesk) throws -> ChildProcess.Ending {
            try StockShell.run(settings + query + "\n", on: desk.database, in: desk.scratch)
        }

        /// The columns of a query, whether it gives rows or not.
        private static func columns(_ query: String, _ desk: TestDesk) throws -> String {
            var lines = query.split(separator: "\n").map(String.init)
            let first = lines.firstIndex { !$0.hasPrefix(".") } ?? 0
            let last = lines.count - 1
            lines[last] = lines[last].trimmingCharacters(in: CharacterSet(charactersIn: "; "))
            lines[first] = "SELECT * FROM (SELECT 1 AS present) LEFT JOIN (" + lines[first]
            lines[last] += ");"
            let ending = try answer(lines.joined(separator: "\n"), desk)
            #expect(ending.code == 0 && ending.errors.isEmpty, "\(query)\n\(ending.errors)")
            return StockShell.lines(ending).first.map { String($0.dropFirst("present|".count)) } ?? ""
        }

        /// The columns of every public view, in their order.
        private static func views(_ desk: TestDesk) throws -> [String: [String]] {
            let query = """
                SELECT v.view, (SELECT group_concat(name, ' ') FROM (
                    SELECT name FROM pragma_table_info(v.view) ORDER BY cid)) FROM (SELECT DISTINCT view FROM schema_column) v;
                """
            let ending = try StockShell.run(".mode list\n" + query, on: desk.database, in: desk.scratch)
            var views: [String: [String]] = [:]
            for line in StockShell.lines(ending) {
                let parts = line.split(separator: "|")
                guard parts.count == 2 else { continue }
                views[String(parts[0])] = parts[1].split(separator: " ").map(String.init)
            }
            return views
        }

        private static func recordedViews(_ version: String) throws -> [String: [String]] {
            let text = try String(contentsOfFile: "\(folder)/\(version)/views.txt", encoding: .utf8)
            var views: [String: [String]] = [:]
            for line in text.split(separator: "\n") {
                let words = line.split(separator: " ").map(String.init)
                views[String(words[0].dropLast())] = Array(words.dropFirst())
            }
            return views
        }

        /// One spelling of a query, however it is broken into lines, without a comment before it.
        private static func folded(_ query: String) -> String {
            query.replacing(/^\/\*.*?\*\//.dotMatchesNewlines(), with: "")
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        /// The columns, then the rows: as they came, or sorted where the query asks for no order.
        private static func inOrder(_ answer: [String], of query: String) -> [String] {
            query.contains("ORDER BY") ? answer : answer.prefix(1) + answer.dropFirst().sorted()
        }

        @Test func `every published query of every version runs, with its columns and its answer`() throws {
            let desk = try Self.desk()
            var asked = 0
            var compared = 0
            for version in try Self.versions() {
                let recorded = try Cookbook("\(Self.folder)/\(version)/published.sql")
                #expect(!recorded.questions.isEmpty)
                for question in recorded.questions {
                    let place = "version \(version), query \(question.number), \(question.words)"
                    #expect(try Self.columns(question.query, desk) == question.answer.first, "\(place)")
                    asked += 1
                    guard question.answer.count > 1 else { continue }
                    let ending = try Self.answer(question.query, desk)
                    let isAnswered = ending.code == 0 && ending.errors.isEmpty
                    #expect(isAnswered, "\(place): \(ending.errors)")
                    let lines = Self.inOrder(StockShell.lines(ending), of: question.query)
                    #expect(
                        lines == Self.inOrder(question.answer, of: question.query),
                        "\(place) answers:\n\(ending.text)"
                    )
                    compared += 1
                }
            }
            print("\(asked) published queries asked, \(compared) answers compared")
            #expect(asked >= 16 && compared >= 10)
        }

        @Test func `columns of views are only added, at the end`() throws {
            let desk = try Self.desk()
            let now = try Self.views(desk)
            for version in try Self.versions() {
                let recorded = try Self.recordedViews(version)
                #expect(recorded.count >= 10)
                for (view, columns) in recorded {
                    let today = now[view] ?? []
                    #expect(today.starts(with: columns), "\(view) of version \(version) had: \(columns); has: \(today)")
                }
            }
        }

        @Test func `what today's documents publish is recorded for the version being made`() throws {
            let desks = try [Self.desk(), Self.desk()]
            let version = try Self.made(desks[0].scratch)
            let file = "\(Self.folder)/\(version)/published.sql"
            if Self.isToRecord { try Self.record(version, desks) }
            let hint = "COPYDESK_RECORD=1 swift test --filter CompatibilityTests records it"
            let known = Set((try? Cookbook(file))?.questions.map { Self.folded($0.query) } ?? [])
            for query in try PublishedQueries.all() {
                #expect(
                    known.contains(Self.folded(query.text)),
                    "not recorded for \(version): \(query.place):\n\(query.text)\n\(hint)"
                )
            }
            #expect(try Self.views(desks[0]) == (try? Self.recordedViews(version)), "\(hint)")
        }

        /// Adds what is published and not recorded, and the views as they are.
        private static func record(_ version: String, _ desks: [TestDesk]) throws {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(version)", withIntermediateDirectories: true)
            let file = "\(folder)/\(version)/published.sql"
            var text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            let recorded = text.isEmpty ? [] : try Cookbook(file).questions
            var known = Set(recorded.map { folded($0.query) })
            var number = recorded.last?.number ?? 0
            for query in try PublishedQueries.all() where known.insert(folded(query.text)).inserted {
                number += 1
                let answers = try desks.map { StockShell.lines(try answer(query.text, $0)) }
                // Times and the epoch differ from desk to desk, and which rows come first may, where no order is asked for.
                let isChosen = query.text.contains("LIMIT") && !query.text.contains("ORDER BY")
                let isSame = answers[0] == answers[1] && !answers[0].isEmpty && !isChosen
                let shown = isSame ? answers[0] : [try columns(query.text, desks[0])]
                text += number == 1 ? "" : "\n"
                text += "-- \(number). \(query.place)\n\(query.text)\n"
                text += shown.map { $0.isEmpty ? "-->\n" : "--> \($0)\n" }.joined()
            }
            try text.write(toFile: file, atomically: true, encoding: .utf8)
            let lines = try views(desks[0]).sorted { $0.key < $1.key }.map { "\($0): \($1.joined(separator: " "))\n" }
            try lines.joined().write(toFile: "\(folder)/\(version)/views.txt", atomically: true, encoding: .utf8)
        }
    }
}
