import Foundation
import Glibc
import TestSupport
import Testing

extension ProgramTests {
    /// Stories told again and again, delivered in random orders to a desk that is killed meanwhile.
    @Suite struct SameStoryTests {
        private static let outlets: [String?] = ["The Ferry Times", "The Harbour Post", "The Quay Mirror", nil]

        private static func page(_ title: String, _ outlet: String?, _ date: String, _ paragraphs: [String]) -> String {
            let byline = outlet.map { "By Odalys Pemberwick | \($0) | \(date)" } ?? "By Odalys Pemberwick\n\n\(date)"
            return ([title, byline] + paragraphs).joined(separator: "\n\n") + "\n"
        }

        /// Some sixty dumps: each story at each outlet and by nobody, edited, retitled, and with lines round it.
        private static func dumps() -> [String] {
            var writer = StoryWriter(seed: 616)
            var dumps: [String] = []
            for story in 0..<5 {
                let title = writer.title()
                let paragraphs = (0..<5).map { _ in writer.paragraph() }
                let date = "March \(3 + story), 2026"
                for outlet in outlets {
                    dumps.append(page(title, outlet, date, paragraphs))
                    dumps.append(page(title, outlet, date, paragraphs) + "\nShare this story\n\nMost Read\n")
                    guard outlet != nil else { continue }
                    var edited = paragraphs
                    edited[2] += " " + writer.sentence()
                    dumps.append(page(title, outlet, date, edited))
                    dumps.append(page(writer.title(), outlet, date, paragraphs))
                }
            }
            for week in 1...4 {
                let column = (0..<4).map { _ in writer.paragraph() }
                dumps.append(page("From the pulpit of the small chapel", outlets[0], "March \(week * 7), 2026", column))
            }
            return dumps
        }

        /// The places of each article's texts, and of each group's.
        private func parts(_ desk: TestDesk) throws -> [Set<Set<String>>] {
            try ["a.article_id", "(SELECT group_id FROM articles r WHERE r.id = a.article_id)"].map { key in
                var parts: [String: Set<String>] = [:]
                let rows = try desk.rows(
                    """
                    SELECT \(key) AS part, d.text_sha256 || ' ' || a.ordinal AS place
                    FROM appearances a JOIN dumps d ON d.sha256 = a.dump_sha256 WHERE a.kind = 'article'
                    """
                )
                for row in rows {
                    guard let part = row["part"]?.text, let place = row["place"]?.text else { continue }
                    parts[part, default: []].insert(place)
                }
                return Set(parts.values)
            }
        }

        @Test func `dumps in any order, through kills, come to the same articles and groups`() throws {
            let dumps = SameStoryTests.dumps()
            var writer = StoryWriter(seed: 617)
            var expected: [Set<Set<String>>]?
            for round in 0..<4 {
                let desk = try TestDesk()
                let configuration = try desk.scratch.file("copydesk.conf", "[desk]\nworkers = \(round % 2 * 2)\n")
                let order = round == 0 ? Array(dumps.indices) : dumps.indices.shuffled(using: &writer)
                // In portions, so that the order of arrival is the order of names and each portion is batches of its own.
                var number = 0
                for portion in stride(from: 0, to: order.count, by: 12) {
                    for index in order[portion..<min(portion + 12, order.count)] {
                        try desk.scratch.file("home/inbox/n\(1000 + number).txt", dumps[index])
                        number += 1
                    }
                    if round > 0 {
                        try kill(desk, configuration, after: UInt32.random(in: 5000...90_000, using: &writer))
                    }
                    if round > 0, portion % 24 == 0 { continue }
                    try desk.once(configuration: configuration)
                }
                try desk.once(configuration: configuration)
                #expect(try desk.number("SELECT count(*) FROM deliveries") == dumps.count)
                let found = try parts(desk)
                if let expected { #expect(found == expected, "round \(round): \(order)") }
                expected = expected ?? found
                #expect(found[1].count == 5)
                let check = try desk.command("check")
                #expect(check.code == 0, "\(check.text)")
            }
            print("\(dumps.count) dumps: \(expected?.map(\.count) ?? []) articles and groups")
            // Five stories at three outlets, and four columns.
            #expect(expected?.first?.count == 19)
        }

        private func kill(_ desk: TestDesk, _ configuration: String, after microseconds: UInt32) throws {
            let process = try desk.start(["run", "--home", desk.home, "--config", configuration])
            usleep(microseconds)
            process.signal(SIGKILL)
            #expect(try process.wait().signal == SIGKILL)
        }
    }
}
