import Foundation
import Pages
import Platform
import Store
import TestSupport
import Testing

@testable import Answers
@testable import Home

/// Lines that released versions wrote: they are read, as they are, by every later version.
@Suite struct ReleasedRecordsTests {
    /// One file for each version that wrote other records; none is ever taken away or changed.
    private static let digests = [
        "records-of-reader-16.jsonl": "0b8693eb08d96417cfc451f727112141e12c06ef55d4dc5b520b5536e061c104",
        "records-of-schema-4.jsonl": "8808a7644e50b5c43f146c0834f42f3962c4388946b3c737319dc3089fb3f90e",
    ]

    private func bytes(_ name: String) throws -> [UInt8] {
        let path = Checkout.path + "/Tests/CommandTests/Fixtures/" + name
        return Array(try #require(FileManager.default.contents(atPath: path)))
    }

    @Test(arguments: digests.keys.sorted())
    func `each line is told apart, placed and dated as it was when it was written`(name: String) throws {
        let bytes = try bytes(name)
        #expect(SHA256.digest(of: bytes.span).hex == Self.digests[name])
        let scratch = try ScratchFolder()
        let store = try Store(
            path: scratch.file("copydesk.db"),
            access: .desk(newEpoch: "11111111-2222-4333-8444-555555555555", now: "2026-11-21T09:00:00.000Z")
        )
        let lines = bytes.split(separator: 10)
        #expect(lines.count >= 30)
        for line in lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            let position = try #require(LogLine.position(of: line))
            #expect(
                position.epoch == object["epoch"] as? String && position.seq == (object["seq"] as? Int).map(Int64.init)
            )
            #expect(LogLine.time(of: line) == object["ts"] as? String)
            let type = try #require(object["type"] as? String)
            #expect(LogLine.speaksOfFile(line) == type.hasPrefix("log."))
            #expect(LogLine.parts(of: line)?.kind == object["kind"] as? String)
            let record = try #require(try store.record(ofLine: Array(line)))
            #expect(record.seq == position.seq && record.type == type && record.line.dropLast().elementsEqual(line))
            #expect(record.id == object["id"] as? String && record.rev == (object["rev"] as? Int).map(Int64.init))
            #expect(record.isForgotten == (object["reason"] as? String == "forgotten"))
            if let title = (object["after"] as? [String: Any])?["title"] as? String { #expect(record.subject == title) }
        }
    }

    @Test(arguments: digests.keys.sorted())
    func `a query finds the stories among them`(name: String) throws {
        let scratch = try ScratchFolder()
        let store = try Store(
            path: scratch.file("copydesk.db"),
            access: .desk(newEpoch: "11111111-2222-4333-8444-555555555555", now: "2026-11-21T09:00:00.000Z")
        )
        let match = try TextMatch(try SearchQuery("title : \"night ferry\" OR goat"))
        var found: [String] = []
        for line in try bytes(name).split(separator: 10) {
            let record = try #require(try store.record(ofLine: Array(line)))
            if try match.matches(record) { found.append(record.type) }
        }
        #expect(found.contains("article.created") && found.contains("article.revised"))
        #expect(Set(found).isSubset(of: TextMatch.types))
    }
}
