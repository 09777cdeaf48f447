import Foundation
import Testing

extension ProgramTests {
    /// The cookbook, asked of the desk that its own first lines make.
    @Suite struct CookbookTests {
        /// What the cookbook may name beside what its queries make themselves.
        private static let published = Set(Contract.views.keys).union([
            "keyed_articles", "keyed_teasers", "articles_fts", "articles_bigrams", "teasers_fts", "schema_column",
            "json_each",
        ])

        /// A desk made by typing the lines of the head where they are to be typed, with another home folder.
        private static func desk(_ cookbook: Cookbook, _ scratch: Scratch, in folder: String) throws -> String {
            #expect(cookbook.commands.count == 3)
            try scratch.folder("bin")
            try scratch.shell("ln -s '\(TestDesk.program)' '\(scratch.path)/bin/copydesk'")
            let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
            for line in cookbook.commands {
                let ending = try scratch.run(
                    "sh",
                    "-c",
                    "cd '\(folder)' && \(line)",
                    environment: ["PATH": "\(scratch.path)/bin:\(path)", "HOME": scratch.path]
                )
                #expect(ending.code == 0, "\(line)\n\(ending.text)\(ending.errors)")
            }
            return scratch.path + "/cookbook/copydesk.db"
        }

        @Test func `each question alone, and the file as a whole, gives the answers that it shows`() throws {
            let scratch = try Scratch()
            let cookbook = try Cookbook.shipped()
            let database = try Self.desk(cookbook, scratch, in: Samples.repository + "/etc/cookbook")
            let version = try StockShell.version(in: scratch)
            print("\(cookbook.questions.count) questions asked with sqlite3 \(version)")
            #expect(cookbook.questions.count >= 25)
            #expect(cookbook.questions.map(\.number) == Array(1...cookbook.questions.count))

            let head = cookbook.head.joined(separator: "\n") + "\n"
            for question in cookbook.questions {
                let script = head + question.lines.joined(separator: "\n")
                let ending = try StockShell.run(script, on: database, in: scratch)
                let isAnswered = ending.code == 0 && ending.errors.isEmpty
                #expect(isAnswered, "question \(question.number): \(ending.errors)")
                // Its columns, and a row at least.
                #expect(question.answer.count >= 2, "question \(question.number) shows no answer")
                #expect(
                    StockShell.lines(ending) == question.answer,
                    "question \(question.number) answers:\n\(ending.text)"
                )
            }
            let whole = try scratch.run(
                "sh",
                "-c",
                "exec sqlite3 -readonly '\(database)' < '\(Samples.repository)/\(Cookbook.path)'"
            )
            #expect(whole.code == 0 && whole.errors.isEmpty, "\(whole.errors)")
            #expect(StockShell.lines(whole) == cookbook.questions.flatMap(\.answer))
        }

        @Test func `what the package installs gives the same answers`() throws {
            let scratch = try Scratch()
            let words = [Samples.repository + "/systemd/install", "--binary", TestDesk.program]
            let variables = ["DESTDIR": scratch.path + "/installed", "PREFIX": "/usr"]
            let ending = try ChildProcess.run(words, environment: variables, outputIn: scratch.said)
            #expect(ending.code == 0, "\(ending.errors)")
            let documents = scratch.path + "/installed/usr/share/doc/copydesk"
            let cookbook = try Cookbook(documents + "/cookbook.sql")
            let database = try Self.desk(cookbook, scratch, in: documents + "/examples/cookbook")
            let script = try String(contentsOfFile: documents + "/cookbook.sql", encoding: .utf8)
            let whole = try StockShell.run(script, on: database, in: scratch)
            #expect(StockShell.lines(whole) == cookbook.questions.flatMap(\.answer), "\(whole.errors)")
        }

        @Test func `no question reads the originals from end to end`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            var plans = ""
            for question in try Cookbook.shipped().questions {
                let script = ".eqp on\n" + question.lines.joined(separator: "\n")
                let plan = try StockShell.run(script, on: desk.database, in: desk.scratch).text
                #expect(plan.contains("QUERY PLAN"), "question \(question.number)")
                for line in plan.split(separator: "\n") where line.contains("SCAN") {
                    let table = line.split(separator: " ").drop { !$0.hasSuffix("SCAN") }.dropFirst().first ?? ""
                    #expect(table != "o" && table != "original", "question \(question.number): \(line)")
                }
                plans += plan
            }
            // That is the name by which the views speak of it.
            #expect(plans.contains("SEARCH o USING INTEGER PRIMARY KEY"))
        }

        @Test func `it asks nothing but what is published`() throws {
            for question in try Cookbook.shipped().questions {
                let text = question.query
                let own = text.matches(of: /(\w+)(?:\([\w, ]+\))? AS (?:MATERIALIZED )?\(/).map { String($0.1) }
                let named =
                    text.matches(of: /\b(?:FROM|JOIN)\s+(\w+)/).map { String($0.1) }
                    + text.matches(of: /\bFROM \w+(?: \w+)?, (\w+)/).map { String($0.1) }
                #expect(!named.isEmpty)
                for name in named where !own.contains(name) {
                    #expect(Self.published.contains(name), "question \(question.number) asks \(name)")
                }
            }
        }
    }
}
