import Foundation
import Pages
import Testing

@testable import Store

/// Texts longer than a line.
@Suite(.timeLimit(.minutes(3)))
struct LongTextTests {
    struct Body: Sendable, CustomTestStringConvertible {
        let name: String
        let unit: String
        let size: Int

        var testDescription: String { "\(name), \(size) bytes" }

        var text: String {
            // Ends in the middle of nothing in particular: sizes and units need not divide.
            String(repeating: unit, count: max(1, size / unit.utf8.count)) + "end"
        }

        static let all: [Body] = [1_000, 1_990, 2_010, 15_900, 29_500, 30_000, 31_900, 60_000, 250_000].flatMap {
            size in
            [
                Body(name: "words", unit: "a word or two ", size: size),
                Body(name: "quotes", unit: "\"", size: size),
                Body(name: "backslashes and newlines", unit: "\\\n", size: size),
                Body(name: "four-byte characters", unit: "\u{1F99C}", size: size),
                Body(name: "mixed widths", unit: "aé語\u{1F99C}\"", size: size),
            ]
        }
    }

    /// The text that the parts of a record put together are.
    private func joined(_ records: [ParsedRecord]) -> String {
        records.map { $0.after["text"] as? String ?? "" }.joined()
    }

    private func expectWhole(_ body: String, in lines: [String]) throws {
        for line in lines { #expect(line.utf8.count + 1 <= 32_000) }
        let records = try lines.map { try ParsedRecord($0) }
        let article = try #require(records.last)
        let parts = records.filter { $0.text("type") == "content.part" }
        #expect(article.after["body_sha256"] as? String == SHA256.digest(of: Array(body.utf8).span).hex)
        guard !parts.isEmpty else {
            #expect(article.after["body"] as? String == body)
            #expect(article.after["body_parts"] is NSNull)
            return
        }
        #expect(article.after["body"] is NSNull)
        #expect(article.after["body_parts"] as? Int == parts.count)
        #expect(parts.compactMap { $0.after["part"] as? Int } == Array(1...parts.count))
        #expect(Array(joined(parts).utf8) == Array(body.utf8))
        for part in parts {
            #expect(part.after["sha256"] as? String == article.after["body_sha256"] as? String)
            #expect(part.after["parts"] as? Int == parts.count)
            #expect(part.number("txn") == article.number("txn"))
            #expect(part.truth("txn_last") == false)
        }
    }

    @Test(arguments: Body.all)
    func `a body of any size comes whole out of lines within the limit`(body: Body) throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([ScratchStore.article("Long", body.text)]), dump: "a dump")
        try expectWhole(body.text, in: try scratch.lines(after: 1))
    }

    @Test(arguments: ["a word or two ", "\"\n"])
    func `a body of two mebibytes comes whole out of lines within the limit`(unit: String) throws {
        let body = String(repeating: unit, count: (2 << 20) / unit.utf8.count)
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([ScratchStore.article("Long", body)]), dump: "a dump")
        try expectWhole(body, in: try scratch.lines(after: 1))
    }

    @Test(arguments: [0, 1, 2])
    func `a revised body comes whole, whether the old or the new one is the long one`(whichIsLong: Int) throws {
        let core = "The council met on Monday and spoke about the bridge for two hours. "
        let long = String(repeating: core, count: 600)
        let bodies = [(long, core), (core, long + "In the end it rained."), (long, long + "In the end it rained.")]
        let (old, new) = bodies[whichIsLong]
        let scratch = try ScratchStore()
        let first = try scratch.take(ScratchStore.page([ScratchStore.article("The bridge", old)]), dump: "one")
        try scratch.take(ScratchStore.page([ScratchStore.article("The bridge", new)]), dump: "two")
        #expect(try scratch.store.count("revision") == 2)
        try expectWhole(new, in: try scratch.lines(after: first.seq + 1))
        let record = try ParsedRecord(try #require(try scratch.lines().last))
        #expect(record.changed.contains("body"))
        #expect(record.before?["body_sha256"] as? String == SHA256.digest(of: Array(old.utf8).span).hex)
    }

    @Test func `a long body that was only seen again goes ahead of its record too`() throws {
        let body = String(repeating: "The council met on Monday. ", count: 2000)
        let scratch = try ScratchStore()
        let first = try scratch.take(ScratchStore.page([ScratchStore.article("The bridge", body)]), dump: "one")
        try scratch.take(ScratchStore.page([ScratchStore.article("The bridge", body)]), dump: "two")
        try expectWhole(body, in: try scratch.lines(after: first.seq + 1))
    }

    @Test func `a cut never falls inside a character`() throws {
        let text = String(repeating: "aé語\u{1F99C}", count: 40_000)
        let parts = LongText(kind: .article, key: 1, rev: 1, text: text).parts
        #expect(parts.count > 10)
        #expect(parts.flatMap { Array($0.utf8) } == Array(text.utf8))
        for part in parts {
            #expect(!part.unicodeScalars.contains("\u{FFFD}"))
            #expect(JSON.writtenSize(of: part) <= LongText.partLimit + 6)
        }
    }

    @Test func `reading the parts of a long text takes time in proportion to its length`() throws {
        func cost(_ size: Int) throws -> Double {
            let body = String(repeating: "a word or two ", count: size / 14)
            let scratch = try ScratchStore()
            try scratch.take(ScratchStore.page([ScratchStore.article("Long", body)]), dump: "a dump")
            var before = timespec()
            var after = timespec()
            // Of this thread alone: other tests and other people share the processors.
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before)
            _ = try scratch.store.records(after: 0, limit: 10_000)
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after)
            return Double(after.tv_sec - before.tv_sec) + Double(after.tv_nsec - before.tv_nsec) / 1e9
        }
        let short = try cost(250_000)
        let long = try cost(1_000_000)
        // Four times the text: four times the work, sixteen times where each part does the whole text's work.
        #expect(long / short < 8, "\(short) s and \(long) s")
    }
}
