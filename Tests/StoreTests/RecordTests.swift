import Foundation
import Pages
import Testing

@testable import Store

@Suite("The change records")
struct RecordTests {
    private static let keys = [
        "v", "epoch", "seq", "ts", "txn", "txn_last", "op", "type", "kind", "id", "rev", "cause", "extractor", "dump",
        "changed", "before", "after", "reason",
    ]

    @Test("The history makes every type of record this version knows")
    func types() throws {
        #expect(Set(try History().bench.types()) == History.types)
    }

    @Test("Every record has all keys in the order of the contract")
    func keys() throws {
        for line in try History().bench.lines() {
            #expect(ParsedRecord.keys(of: line) == RecordTests.keys)
        }
    }

    @Test("Another parser reads every record")
    func parsed() throws {
        let bench = try History().bench
        for line in try bench.lines() {
            let record = try ParsedRecord(line)
            #expect(record.number("v") == 1)
            #expect(record.text("epoch") == Bench.epoch)
            #expect(["c", "u"].contains(record.text("op")))
            #expect(["source", "rule"].contains(record.text("cause")))
        }
    }

    @Test("jq reads every record", .enabled(if: OtherTool.has("jq"), "skipped: no jq here"))
    func jq() throws {
        let bench = try History().bench
        let lines = try bench.lines()
        try bench.folder.write(lines.joined(separator: "\n") + "\n", to: "log.jsonl")
        let answer = try OtherTool.run("jq", ["-c", "[.seq, .type]", bench.folder.file("log.jsonl")])
        let expected = try bench.store.records(after: 0, limit: 1000).map { "[\($0.seq),\"\($0.type)\"]" }
        #expect(answer.output.split(separator: "\n").map(String.init) == expected)
    }

    @Test("seq counts from 1 without a gap, also after reading in pieces")
    func seq() throws {
        let bench = try History().bench
        let all = try bench.store.records(after: 0, limit: 1000)
        #expect(all.map(\.seq) == Array(1...Int64(all.count)))
        var pieces: [Int64] = []
        while true {
            let piece = try bench.store.records(after: pieces.last ?? 0, limit: 2)
            if piece.isEmpty { break }
            pieces += piece.map(\.seq)
        }
        #expect(pieces == all.map(\.seq))
    }

    @Test("txn_last stands on the last record of a transaction and on no other")
    func lastOfTransaction() throws {
        let records = try History().bench.lines().map { try ParsedRecord($0) }
        for (index, record) in records.enumerated() {
            let isLast = index + 1 == records.count || records[index + 1].number("txn") != record.number("txn")
            #expect(record.truth("txn_last") == isLast, "seq \(index + 1)")
        }
    }

    @Test("ts is the time of the commit, equal in a transaction")
    func time() throws {
        let records = try History().bench.lines().map { try ParsedRecord($0) }
        let first = records.filter { $0.number("txn") == 1 }
        #expect(Set(first.map { $0.text("ts") ?? "" }) == ["2026-11-21T10:01:00.000Z"])
    }

    @Test("The record of a dump names the delivery that brought it")
    func dump() throws {
        let record = try ParsedRecord(try #require(try History().bench.lines().first))
        let dump = try #require(record.object["dump"] as? [String: Any])
        #expect(dump["name"] as? String == "000_00000000000000aa.txt")
        #expect(dump["sha256"] as? String == SHA256.digest(of: Array("visit one".utf8).span).hex)
        #expect(dump["bytes"] as? Int == 9)
        #expect(dump["received_at"] as? String == "2026-11-21T10:01:00.000Z")
    }

    @Test("A record of an article carries the row of the view, column for column")
    func completeRow() throws {
        let bench = try Bench()
        var item = Bench.article("All of it", "With a body.")
        item.authors = ["Ada Quill", "Bo Ink"]
        item.categories = ["Harbour"]
        item.language = "en"
        item.publishedAt = "2026-03-01T09:00:00.000Z"
        item.postedOn = "2026-03-02"
        item.outlet = "The Ferry Times"
        try bench.take(Bench.page([item]), dump: "all")
        let record = try ParsedRecord(try #require(try bench.lines().last))
        for column in PublicView.all[0].columns {
            let row = try bench.store.ask("SELECT coalesce(\"\(column)\", 'null') FROM articles").first ?? ""
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

    @Test("Records made twice, and after opening the database again, are equal byte for byte")
    func deterministic() throws {
        let bench = try History().bench
        let once = try bench.lines()
        #expect(try bench.lines() == once)
        let again = try Bench.open(bench.folder)
        let reread = try again.records(after: 0, limit: 1000).map {
            String(decoding: $0.line.dropLast(), as: UTF8.self)
        }
        #expect(reread == once)
    }

    @Test("No later transaction changes a record", arguments: History.types.sorted())
    func pure(type: String) throws {
        let history = try History()
        let before = try history.bench.store.records(after: 0, limit: 1000)
        try history.goOn()
        let after = try history.bench.store.records(after: 0, limit: 1000)
        #expect(after.count > before.count)
        let ofType = before.filter { $0.type == type }
        #expect(!ofType.isEmpty)
        for record in ofType {
            let now = after.first { $0.seq == record.seq }
            #expect(now?.line == record.line, "seq \(record.seq)")
        }
    }

    @Test("Every line of the history ends in its only newline and is within the limit")
    func lines() throws {
        for record in try History().bench.store.records(after: 0, limit: 1000) {
            #expect(record.line.count <= 32_000)
            #expect(record.line.firstIndex(of: 0x0A) == record.line.count - 1)
        }
    }
}
