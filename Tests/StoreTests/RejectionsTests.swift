import Pages
import TestSupport
import Testing

@testable import Store

/// Refused files that go through again, as the database keeps them.
@Suite struct RejectionsTests {
    private let scratch: ScratchStore

    private static let page = ScratchStore.page([ScratchStore.article("Mill", "It turns.")])

    init() throws {
        scratch = try ScratchStore()
    }

    private func refuse(_ name: String, _ reason: Refusal.Reason = .empty) throws -> Store.Kept {
        let destiny = Delivery.Destiny.setAside(as: Array(name.utf8), shown: name)
        let receipt = try scratch.take(
            .refused(nil, Refusal(reason, "First \(name)."), attempts: 1),
            name: name,
            destiny: destiny
        )
        return try #require(try scratch.store.keptRejection(ofDelivery: receipt.delivery))
    }

    private func retry(_ kept: Store.Kept, _ content: Delivery.Content, _ cause: Store.RetryCause = .person) throws
        -> Delivery.Receipt
    {
        let now = scratch.now()
        let delivery = ScratchStore.delivery(name: kept.name, path: [], shown: kept.path, at: now, size: 7)
        return try scratch.store.inTransaction(at: now) { () throws(StoreError) in
            try scratch.store.retry(kept, as: delivery, content, cause)
        }
    }

    private func lines() throws -> [[UInt8]] { try scratch.store.records(after: 0, limit: 100).map(\.line) }

    @Test func `records stay as they were written, whatever becomes of the file later`() throws {
        let kept = try refuse("a.txt")
        var written = try lines()
        for reason in [Refusal.Reason.pdf, .noItem] {
            let receipt = try retry(kept, .refused(nil, Refusal(reason, "Again: \(reason)."), attempts: 1))
            #expect(receipt.outcome == .rejected && receipt.delivery == kept.delivery)
            #expect(try Array(lines().prefix(written.count)) == written)
            written = try lines()
        }
        let page = try scratch.take(RejectionsTests.page, dump: "the text")
        let digest = try #require(page.sha256.flatMap(Digest.init(hex:)))
        written = try lines()
        #expect(try retry(kept, .known(digest), .newRules).outcome == .duplicate)
        #expect(try Array(lines().prefix(written.count)) == written)
        let now = try #require(try scratch.store.keptRejection(ofDelivery: kept.delivery))
        #expect(now.isResolved && now.attempts == 4 && now.reason == "no_item")
        #expect(try scratch.store.tallyFaults() == [])
    }

    @Test func `a file is open until it is taken, and unsettled until its folder shows it`() throws {
        let (one, other) = (try refuse("a.txt"), try refuse("b.txt"))
        let page = try scratch.take(RejectionsTests.page, dump: "the text")
        let digest = try #require(page.sha256.flatMap(Digest.init(hex:)))
        _ = try retry(one, .known(digest))
        _ = try retry(other, .refused(nil, Refusal(.pdf, "A PDF."), attempts: 1))
        let store = scratch.store
        #expect(try store.keptRejections(orTakenSince: "9").map(\.delivery) == [other.delivery])
        #expect(try store.keptRejections(orTakenSince: "2026").map(\.delivery) == [one.delivery, other.delivery])
        #expect(try store.keepsRejection(as: "b.txt") && !store.keepsRejection(as: "a.txt"))
        #expect(try store.unsettledRejections().map(\.delivery) == [one.delivery, other.delivery])
        try store.settleRejections(ofDeliveries: [one.delivery])
        #expect(try store.unsettledRejections().map(\.delivery) == [other.delivery])
    }

    @Test func `what other rules have refused is known by their name`() throws {
        let kept = try refuse("a.txt")
        #expect(try scratch.store.keptRejections(notBy: Normaliser.version).isEmpty)
        #expect(try scratch.store.keptRejections(notBy: "copydesk/0").map(\.delivery) == [kept.delivery])
        try scratch.store.connection.script("UPDATE rejection SET extractor = NULL", doing: "age")
        #expect(try scratch.store.keptRejections(notBy: Normaliser.version).map(\.delivery) == [kept.delivery])
        _ = try retry(kept, .refused(nil, Refusal(.empty, "Still."), attempts: 1), .newRules)
        #expect(try scratch.store.keptRejections(notBy: Normaliser.version).isEmpty)
    }

    @Test func `a rejection of an older schema keeps its record when it is tried again`() throws {
        let folder = try ScratchFolder()
        let connection = try Connection(path: folder.file("copydesk.db"), access: .write)
        try Schema.migrate(connection, Schema.steps.filter { $0.version <= 2 })
        try connection.script(
            """
            INSERT INTO delivery (received_at, name, path, bytes, modified_at, outcome)
                VALUES ('2026-01-01T00:00:00.000Z', 'a.txt', 'a.txt', 9, '2026-01-01T00:00:00.000Z', 'rejected');
            INSERT INTO rejection (delivery, sha256, reason, detail, kept_as) VALUES (1, NULL, 'pdf', 'A PDF.', 'a.txt');
            INSERT INTO txn VALUES (1, '2026-01-01T00:00:00.000Z', 1);
            INSERT INTO change (seq, txn, op, type, kind, id, key, cause, delivery)
                VALUES (1, 1, 'c', 'dump.rejected', 'delivery', '1', 1, 'rule', 1);
            """,
            doing: "file as schema 2 does"
        )
        let store = try ScratchStore.open(folder)
        let first = try store.records(after: 0, limit: 9).map(\.line)
        let text = String(decoding: first.joined(), as: UTF8.self)
        #expect(text.contains(#""reason":"pdf","detail":"A PDF.","kept_as":"a.txt","attempts":1,"resolved_at":null}"#))
        #expect(text.hasSuffix(#","reason":"pdf"}"# + "\n"))
        let kept = try #require(try store.keptRejections(notBy: Normaliser.version).first)
        let delivery = ScratchStore.delivery(name: "a.txt", path: [], at: "2026-01-02T00:00:00.000Z", size: 9)
        try store.inTransaction(at: delivery.receivedAt) { () throws(StoreError) in
            _ = try store.retry(kept, as: delivery, .refused(nil, Refusal(.noItem, "None."), attempts: 1), .newRules)
        }
        #expect(try store.records(after: 0, limit: 1).map(\.line) == first)
        #expect(try store.ask("SELECT reason FROM changes ORDER BY seq") == ["pdf", "no_item"])
    }
}
