import Foundation
import Pages
import Testing

@testable import Store

@Suite("Filing a delivery")
struct IntakeTests {
    private let ferry = Bench.article("The ferry is late", "The ferry left at nine and came back at ten.")

    @Test("A page never seen is new: its rows, its bytes and its changes are there")
    func new() throws {
        let bench = try Bench()
        let receipt = try bench.take(
            Bench.page([ferry, Bench.teaser("More", "Elsewhere.")]),
            dump: "the dump",
            name: "007_0123456789abcdef.txt"
        )
        #expect(receipt.outcome == .new)
        #expect(receipt.articles == 1 && receipt.teasers == 1)
        #expect(receipt.seq == 3)
        #expect(try bench.types() == ["dump.received", "article.created", "teaser.created"])
        let sha = SHA256.digest(of: Array("the dump".utf8).span).hex
        #expect(receipt.sha256 == sha)
        #expect(try bench.store.original(sha) as [[UInt8]] == [Array("the dump".utf8)])
        let dump = try bench.store.ask(
            "SELECT sha256, name, bytes, page_key, articles, teasers, deliveries FROM dumps",
            columns: 7
        )
        #expect(dump == ["\(sha)|007_0123456789abcdef.txt|8|0123456789abcdef|1|1|1"])
    }

    @Test("Bytes seen before are a duplicate: one delivery and one change more, nothing else")
    func duplicate() throws {
        let bench = try Bench()
        let first = try bench.take(Bench.page([ferry]), dump: "the dump")
        let receipt = try bench.take(
            .known(SHA256.digest(of: Array("the dump".utf8).span)),
            name: "second.txt"
        )
        #expect(receipt.outcome == .duplicate)
        #expect(receipt.sha256 == first.sha256)
        #expect(receipt.articles == 1)
        #expect(try bench.types(after: first.seq) == ["dump.duplicate"])
        #expect(try bench.store.count("dump") == 1)
        #expect(try bench.store.count("revision") == 1)
        #expect(try bench.store.count("appearance") == 1)
        #expect(try bench.store.ask("SELECT deliveries, name FROM dumps", columns: 2) == ["2|000_0123456789abcdef.txt"])
    }

    @Test("A duplicate's record tells how many deliveries there were before and after")
    func duplicateRecord() throws {
        let bench = try Bench()
        let first = try bench.take(Bench.page([ferry]), dump: "the dump")
        try bench.take(Bench.page([ferry]), dump: "the dump")
        let record = try ParsedRecord(try #require(try bench.lines(after: first.seq).first))
        #expect(record.text("op") == "u")
        #expect(record.changed == ["deliveries"])
        #expect(record.before?["deliveries"] as? Int == 1)
        #expect(record.after["deliveries"] as? Int == 2)
    }

    @Test("Known text in other bytes is same_text: a dump of its own that points to the first")
    func sameText() throws {
        let bench = try Bench()
        let first = try bench.take(Bench.page([ferry]), dump: "the dump")
        let bytes = Array("\u{FEFF}the dump\r\n".utf8)
        let text = try TextDecoder.decode(bytes)
        let page = Bench.page([ferry])
        let receipt = try bench.take(.page(FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, page)))
        #expect(receipt.outcome == .sameText)
        #expect(try bench.types(after: first.seq) == ["dump.same_text"])
        #expect(try bench.store.count("article") == 1)
        let same = try bench.store.ask("SELECT same_text_as FROM dumps WHERE same_text_as IS NOT NULL")
        #expect(same == [first.sha256])
        #expect(try bench.store.original(SHA256.digest(of: bytes.span).hex) as [[UInt8]] == [bytes])
    }

    @Test("A third form of a text points to the first form, not to the second")
    func sameTextAgain() throws {
        let bench = try Bench()
        let first = try bench.take(Bench.page([ferry]), dump: "the dump")
        try bench.take(Bench.page([ferry]), dump: "the dump\n")
        try bench.take(Bench.page([ferry]), dump: "the dump\n\n")
        let same = try bench.store.ask("SELECT same_text_as FROM dumps WHERE same_text_as IS NOT NULL")
        #expect(same == [first.sha256, first.sha256])
    }

    @Test("A refusal is filed with its reason, and makes no dump")
    func rejected() throws {
        let bench = try Bench()
        let digest = SHA256.digest(of: Array("%PDF".utf8).span)
        let receipt = try bench.take(
            .refused(digest, Refusal(.pdf, "It is a PDF."), attempts: 2),
            name: "a.pdf",
            destiny: .setAside(as: Array("a.pdf.1".utf8), shown: "a.pdf.1")
        )
        #expect(receipt.outcome == .rejected)
        #expect(receipt.sha256 == digest.hex)
        #expect(try bench.store.count("dump") == 0)
        #expect(try bench.types() == ["dump.rejected"])
        let row = try bench.store.ask(
            "SELECT delivery, name, reason, detail, kept_as, attempts, resolved_at IS NULL FROM rejections",
            columns: 7
        )
        #expect(row == ["1|a.pdf|pdf|It is a PDF.|a.pdf.1|2|1"])
        #expect(
            try bench.store.ask("SELECT outcome, reason, sha256 FROM deliveries", columns: 3) == [
                "rejected|pdf|\(digest.hex)"
            ]
        )
        #expect(try bench.store.reason(ofDelivery: 1) == "pdf: It is a PDF.")
    }

    @Test("A rejection's record carries the reason, and no dump where no byte was read")
    func rejectedRecord() throws {
        let bench = try Bench()
        try bench.take(.refused(nil, Refusal(.notRegular, "A FIFO."), attempts: 1), name: "pipe")
        let record = try ParsedRecord(try #require(try bench.lines().first))
        #expect(record.text("reason") == "not_regular")
        #expect(record.text("cause") == "rule")
        #expect(record.text("kind") == "delivery")
        #expect(record.object["dump"] is NSNull)
        #expect(record.after["name"] as? String == "pipe")
    }

    @Test("Two equal pages read ahead in one batch are one new dump and one duplicate")
    func inBatchDuplicate() throws {
        let bench = try Bench()
        let bytes = Array("the dump".utf8)
        let text = try TextDecoder.decode(bytes)
        let content = Delivery.Content.page(
            FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, Bench.page([ferry]))
        )
        let outcomes = try bench.store.inTransaction(at: bench.now()) { () throws(StoreError) in
            try ["a", "b"].map { (name) throws(StoreError) in
                try bench.store.file(Bench.delivery(name: name, at: "2026-11-21T10:00:00.000Z", size: 8), content)
                    .outcome
            }
        }
        #expect(outcomes == [.new, .duplicate])
        #expect(try bench.store.count("dump") == 1)
        #expect(try bench.store.count("revision") == 1)
    }

    @Test("Two pages of one text in other bytes, read ahead in one batch, are new and same_text")
    func inBatchSameText() throws {
        let bench = try Bench()
        let outcomes = try bench.store.inTransaction(at: bench.now()) { () throws(StoreError) in
            try ["the dump", "the dump\n"].map { (dump) throws(StoreError) in
                let bytes = Array(dump.utf8)
                guard let text = try? TextDecoder.decode(bytes) else { return Delivery.Receipt.Outcome.rejected }
                let content = Delivery.Content.page(
                    FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, Bench.page([ferry]))
                )
                let delivery = Bench.delivery(name: dump, at: "2026-11-21T10:00:00.000Z", size: 8)
                return try bench.store.file(delivery, content).outcome
            }
        }
        #expect(outcomes == [.new, .sameText])
        #expect(try bench.store.count("article") == 1)
    }

    @Test("What is thrown inside a transaction leaves nothing of it")
    func rollback() throws {
        let bench = try Bench()
        try bench.take(Bench.page([ferry]), dump: "one")
        let before = try bench.lines()
        let bytes = Array("two".utf8)
        let text = try TextDecoder.decode(bytes)
        let error = storeError { () throws(StoreError) in
            try bench.store.inTransaction(at: "2026-11-21T11:00:00.000Z") { () throws(StoreError) in
                _ = try bench.store.file(
                    Bench.delivery(name: "two", at: "2026-11-21T11:00:00.000Z", size: 3),
                    .page(FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, Bench.page([ferry])))
                )
                throw StoreError(kind: .machine, doing: "go on", message: "the test pulled the plug")
            }
        }
        #expect(error?.message == "the test pulled the plug")
        #expect(try bench.lines() == before)
        #expect(try bench.store.count("delivery") == 1)
        #expect(try bench.store.count("taken") == 1)
        #expect(try bench.store.count("txn") == 1)
        // And the next one counts on from where the log stands.
        let receipt = try bench.take(Bench.page([ferry]), dump: "two")
        #expect(receipt.delivery == 2)
        #expect(receipt.seq == Int64(before.count + 2))
    }

    @Test("A transaction that changes nothing makes no txn")
    func emptyTransaction() throws {
        let bench = try Bench()
        try bench.store.inTransaction(at: bench.now()) { () throws(StoreError) in }
        #expect(try bench.store.count("txn") == 0)
    }

    @Test("What was filed is whole by SQLite's own checks")
    func integrity() throws {
        let history = try History()
        try history.goOn()
        #expect(try history.bench.store.structuralDefects() == [])
        #expect(try history.bench.store.indexDefect() == nil)
    }
}
