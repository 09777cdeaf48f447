import Foundation
import Testing

extension ProgramTests {
    /// A page that is visited every month for a year.
    @Suite struct YearOfVisitsTests {
        private let archive: Archive

        init() throws {
            archive = try Archive()
        }

        /// Delivers a visit, and the other outlet's page in its month.
        private func visit(_ month: Int, _ desk: TestDesk, reader: String? = nil) throws {
            var paths = [try desk.scratch.file("visits/\(archive.name(month))", archive.dump(month))]
            if month == Planted.copied.month {
                let copy = archive.posts[Planted.copied.post].alone(at: "The Ferry Times", on: "July 20, 2025")
                paths.append(try desk.scratch.file("visits/100_7d3e90aa52bc4f16.txt", copy))
            }
            let environment = reader.map { ["COPYDESK_TEST_BUG": $0] } ?? [:]
            let ending = try desk.start(
                ["run", "--once", "--home", desk.home, "--deliver"] + paths,
                environment: environment
            ).wait()
            #expect(ending.code == 0, "\(ending.errors)")
        }

        /// What the log says of articles and groups, and which post each article is.
        private func changes(_ desk: TestDesk, after seq: Int = 0) throws -> [String] {
            var numbers: [String: Int] = [:]
            for row in try desk.rows("SELECT article_id, title, outlet FROM revisions") {
                guard let id = row["article_id"]?.text, let title = row["title"]?.text else { continue }
                let number = archive.posts.firstIndex { $0.title == title }
                if let number { numbers[id] = row["outlet"] == .text("The Ferry Times") ? 100 + number : number }
            }
            return try desk.records().filter { ($0["seq"].integer ?? 0) > seq }.compactMap { record in
                guard let type = record["type"].text, !type.hasPrefix("dump."), !type.hasPrefix("row."),
                    type != "content.part"
                else {
                    return nil
                }
                let nature = type == "article.revised" ? " " + (record["after"]["nature"].text ?? "") : ""
                let subject = record["id"].text.flatMap { numbers[$0] }.map { " post \($0)" } ?? ""
                return type + nature + subject
            }
        }

        private var expected: [String] {
            (0..<Archive.months).flatMap { month in
                archive.page(month).map { "\(Planted.change($0.number, in: month)) post \($0.number)" }
                    + (month == Planted.copied.month
                        ? ["article.created post \(100 + Planted.copied.post)", "group.changed"] : [])
            }
        }

        @Test func `a year of visits makes exactly the news, edits and copies that happened`() throws {
            let desk = try TestDesk()
            for month in 0..<Archive.months { try visit(month, desk) }
            let found = try changes(desk)
            #expect(found == expected)
            #expect(try desk.number("SELECT count(*) FROM articles") == archive.posts.count + 1)
            #expect(try desk.number("SELECT count(*) FROM revisions WHERE revision > 1") == 4)
            #expect(
                try desk.rows("SELECT articles, outlets FROM groups") == [
                    ["articles": .integer(2), "outlets": .integer(2)]
                ]
            )
            // The post that flipped back has its two texts, and the newest stays the one that was revised.
            #expect(try desk.number("SELECT count(*) FROM articles WHERE revisions = 2") == 4)
            let check = try desk.command("check")
            #expect(check.code == 0, "\(check.text)")
        }

        /// A year whose first six months were read by an older version.
        private func upgraded() throws -> TestDesk {
            let desk = try TestDesk()
            for month in 0..<Archive.months { try visit(month, desk, reader: month < 6 ? "olderReader" : nil) }
            return desk
        }

        @Test func `what a newer reader reads better in the same lines is no edit by the publisher`() throws {
            let desk = try upgraded()
            #expect(try changes(desk) == expected)
            let lost = try desk.rows(
                "SELECT title FROM articles WHERE body NOT LIKE '%' || char(10) || '%' || char(10) || '%'"
            )
            #expect(!lost.isEmpty)
            #expect(try desk.command("check").code == 0)
        }

        @Test func `what an older reader lost comes back as rereadings`() throws {
            let desk = try upgraded()
            let visited = try desk.records().last?["seq"].integer ?? 0
            let ending = try desk.command("reread", "--all")
            #expect(ending.code == 0, "\(ending.errors)")
            try desk.once()
            let records = try desk.records().filter { ($0["seq"].integer ?? 0) > visited }
            #expect(!records.contains { $0["type"].text == "article.revised" })
            #expect(records.allSatisfy { $0["type"].text != "article.reread" || $0["cause"].text == "extractor" })
            // Posts that came in the first six months, and none that a newer reader read first.
            let lost = Set((0..<6).flatMap { archive.page($0).map(\.number) })
            let found = try changes(desk, after: visited).filter { $0.hasPrefix("article.reread") }
            #expect(Set(found) == Set(lost.map { "article.reread post \($0)" }))
            for (number, post) in archive.page(11) {
                let title = post.title.replacingOccurrences(of: "'", with: "''")
                let row = try desk.rows("SELECT body FROM articles WHERE title = '\(title)'").first
                #expect(row?["body"]?.text == post.paragraphs.joined(separator: "\n\n"), "post \(number)")
            }
            #expect(try desk.command("check").code == 0)
        }
    }
}
