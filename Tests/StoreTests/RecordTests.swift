import Foundation
import Pages
import TestSupport
import Testing

@testable import Store

@Suite struct RecordTests {
    private static let keys = [
        "v", "epoch", "seq", "ts", "txn", "txn_last", "op", "type", "kind", "id", "rev", "cause", "extractor", "dump",
        "changed", "before", "after", "reason",
    ]

    @Test func `the history makes every type of record this version knows`() throws {
        #expect(Set(try History().scratch.types()) == History.types)
    }

    @Test func `every record has all keys in the order of the contract`() throws {
        for line in try History().scratch.lines() {
            #expect(ParsedRecord.keys(of: line) == RecordTests.keys)
        }
    }

    @Test func `another parser reads every record`() throws {
        let scratch = try History().scratch
        for line in try scratch.lines() {
            let record = try ParsedRecord(line)
            #expect(record.number("v") == 1)
            #expect(record.text("epoch") == ScratchStore.epoch)
            #expect(["c", "u"].contains(record.text("op")))
            #expect(["source", "rule"].contains(record.text("cause")))
        }
    }

    @Test(.enabled(if: Tool.has("jq"), "skipped: no jq here"))
    func `jq reads every record`() throws {
        let scratch = try History().scratch
        let lines = try scratch.lines()
        try scratch.folder.make("log.jsonl", lines.joined(separator: "\n") + "\n")
        let answer = try Tool.run("jq", ["-c", "[.seq, .type]", scratch.folder.file("log.jsonl")])
        let expected = try scratch.store.records(after: 0, limit: 1000).map { "[\($0.seq),\"\($0.type)\"]" }
        #expect(answer.output.split(separator: "\n").map(String.init) == expected)
    }

    @Test func `seq counts from 1 without a gap, also after reading in pieces`() throws {
        let scratch = try History().scratch
        let all = try scratch.store.records(after: 0, limit: 1000)
        #expect(all.map(\.seq) == Array(1...Int64(all.count)))
        var pieces: [Int64] = []
        while true {
            let piece = try scratch.store.records(after: pieces.last ?? 0, limit: 2)
            if piece.isEmpty { break }
            pieces += piece.map(\.seq)
        }
        #expect(pieces == all.map(\.seq))
    }

    @Test func `txn_last stands on the last record of a transaction and on no other`() throws {
        let records = try History().scratch.lines().map { try ParsedRecord($0) }
        for (index, record) in records.enumerated() {
            let isLast = index + 1 == records.count || records[index + 1].number("txn") != record.number("txn")
            #expect(record.truth("txn_last") == isLast, "seq \(index + 1)")
        }
    }

    @Test func `ts is the time of the commit, equal in a transaction`() throws {
        let records = try History().scratch.lines().map { try ParsedRecord($0) }
        let first = records.filter { $0.number("txn") == 1 }
        #expect(Set(first.map { $0.text("ts") ?? "" }) == ["2026-11-21T10:01:00.000Z"])
    }

    @Test func `the record of a dump names the delivery that brought it`() throws {
        let record = try ParsedRecord(try #require(try History().scratch.lines().first))
        let dump = try #require(record.object["dump"] as? [String: Any])
        #expect(dump["name"] as? String == "000_00000000000000aa.txt")
        #expect(dump["sha256"] as? String == SHA256.digest(of: Array("visit one".utf8).span).hex)
        #expect(dump["bytes"] as? Int == 9)
        #expect(dump["received_at"] as? String == "2026-11-21T10:01:00.000Z")
    }

    @Test func `a record of an article carries the row of the view, column for column`() throws {
        let scratch = try ScratchStore()
        var item = ScratchStore.article("All of it", "With a body.")
        item.authors = ["Ada Quill", "Bo Ink"]
        item.categories = ["Harbour"]
        item.language = "en"
        item.publishedAt = "2026-03-01T09:00:00.000Z"
        item.postedOn = "2026-03-02"
        item.outlet = "The Ferry Times"
        try scratch.take(ScratchStore.page([item]), dump: "all")
        let record = try ParsedRecord(try #require(try scratch.lines().last))
        for column in PublicView.all[0].columns {
            let row = try scratch.store.ask("SELECT coalesce(\"\(column)\", 'null') FROM articles").first ?? ""
            let value = record.after[column]
            switch value {
            case let text as String: #expect(text == row, "\(column)")
            case let number as Int: #expect(String(number) == row, "\(column)")
            case let list as [String]:
                #expect(try JSONSerialization.jsonObject(with: Data(row.utf8)) as? [String] == list, "\(column)")
            case is NSNull: #expect(row == "null", "\(column)")
            default: Issue.record("\(column) is missing in the record")
            }
        }
    }

    @Test func `records made twice, and after opening the database again, are equal byte for byte`() throws {
        let scratch = try History().scratch
        let once = try scratch.lines()
        #expect(try scratch.lines() == once)
        let again = try ScratchStore.open(scratch.folder)
        let reread = try again.records(after: 0, limit: 1000).map {
            String(decoding: $0.line.dropLast(), as: UTF8.self)
        }
        #expect(reread == once)
    }

    @Test(arguments: History.types.sorted())
    func `no later transaction changes a record`(type: String) throws {
        let history = try History()
        let before = try history.scratch.store.records(after: 0, limit: 1000)
        try history.goOn()
        let after = try history.scratch.store.records(after: 0, limit: 1000)
        #expect(after.count > before.count)
        let ofType = before.filter { $0.type == type }
        #expect(!ofType.isEmpty)
        for record in ofType {
            let now = after.first { $0.seq == record.seq }
            #expect(now?.line == record.line, "seq \(record.seq)")
        }
    }

    @Test func `every line of the history ends in its only newline and is within the limit`() throws {
        for record in try History().scratch.store.records(after: 0, limit: 1000) {
            #expect(record.line.count <= 32_000)
            #expect(record.line.firstIndex(of: 0x0A) == record.line.count - 1)
        }
    }
}
