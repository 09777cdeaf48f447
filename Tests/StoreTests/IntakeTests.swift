import Foundation
import Pages
import Testing

@testable import Store

/// Filing a delivery.
@Suite struct IntakeTests {
    private let ferry = ScratchStore.article("The ferry is late", "The ferry left at nine and came back at ten.")

    @Test func `a page never seen is new: its rows, its bytes and its changes are there`() throws {
        let scratch = try ScratchStore()
        let receipt = try scratch.take(
            ScratchStore.page([ferry, ScratchStore.teaser("More", "Elsewhere.")]),
            dump: "the dump",
            name: "007_0123456789abcdef.txt"
        )
        #expect(receipt.outcome == .new)
        #expect(receipt.articles == 1 && receipt.teasers == 1)
        #expect(receipt.seq == 3)
        #expect(try scratch.types() == ["dump.received", "article.created", "teaser.created"])
        let sha = SHA256.digest(of: Array("the dump".utf8).span).hex
        #expect(receipt.sha256 == sha)
        #expect(try scratch.store.original(sha) as [[UInt8]] == [Array("the dump".utf8)])
        let dump = try scratch.store.ask(
            "SELECT sha256, name, bytes, page_key, articles, teasers, deliveries FROM dumps",
            columns: 7
        )
        #expect(dump == ["\(sha)|007_0123456789abcdef.txt|8|0123456789abcdef|1|1|1"])
    }

    @Test func `bytes seen before are a duplicate: one delivery and one change more, nothing else`() throws {
        let scratch = try ScratchStore()
        let first = try scratch.take(ScratchStore.page([ferry]), dump: "the dump")
        let receipt = try scratch.take(
            .known(SHA256.digest(of: Array("the dump".utf8).span)),
            name: "second.txt"
        )
        #expect(receipt.outcome == .duplicate)
        #expect(receipt.sha256 == first.sha256)
        #expect(receipt.articles == 1)
        #expect(try scratch.types(after: first.seq) == ["dump.duplicate"])
        #expect(try scratch.store.count("dump") == 1)
        #expect(try scratch.store.count("revision") == 1)
        #expect(try scratch.store.count("appearance") == 1)
        #expect(
            try scratch.store.ask("SELECT deliveries, name FROM dumps", columns: 2) == ["2|000_0123456789abcdef.txt"]
        )
    }

    @Test func `a duplicate's record tells how many deliveries there were before and after`() throws {
        let scratch = try ScratchStore()
        let first = try scratch.take(ScratchStore.page([ferry]), dump: "the dump")
        try scratch.take(ScratchStore.page([ferry]), dump: "the dump")
        let record = try ParsedRecord(try #require(try scratch.lines(after: first.seq).first))
        #expect(record.text("op") == "u")
        #expect(record.changed == ["deliveries"])
        #expect(record.before?["deliveries"] as? Int == 1)
        #expect(record.after["deliveries"] as? Int == 2)
    }

    @Test func `known text in other bytes is same_text: a dump of its own that points to the first`() throws {
        let scratch = try ScratchStore()
        let first = try scratch.take(ScratchStore.page([ferry]), dump: "the dump")
        let bytes = Array("\u{FEFF}the dump\r\n".utf8)
        let text = try TextDecoder.decode(bytes)
        let page = ScratchStore.page([ferry])
        let receipt = try scratch.take(.page(FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, page)))
        #expect(receipt.outcome == .sameText)
        #expect(try scratch.types(after: first.seq) == ["dump.same_text"])
        #expect(try scratch.store.count("article") == 1)
        let same = try scratch.store.ask("SELECT same_text_as FROM dumps WHERE same_text_as IS NOT NULL")
        #expect(same == [first.sha256])
        #expect(try scratch.store.original(SHA256.digest(of: bytes.span).hex) as [[UInt8]] == [bytes])
    }

    @Test func `a third form of a text points to the first form, not to the second`() throws {
        let scratch = try ScratchStore()
        let first = try scratch.take(ScratchStore.page([ferry]), dump: "the dump")
        try scratch.take(ScratchStore.page([ferry]), dump: "the dump\n")
        try scratch.take(ScratchStore.page([ferry]), dump: "the dump\n\n")
        let same = try scratch.store.ask("SELECT same_text_as FROM dumps WHERE same_text_as IS NOT NULL")
        #expect(same == [first.sha256, first.sha256])
    }

    @Test func `a refusal is filed with its reason, and makes no dump`() throws {
        let scratch = try ScratchStore()
        let digest = SHA256.digest(of: Array("%PDF".utf8).span)
        let receipt = try scratch.take(
            .refused(digest, Refusal(.pdf, "It is a PDF."), attempts: 2),
            name: "a.pdf",
            destiny: .setAside(as: Array("a.pdf.1".utf8), shown: "a.pdf.1")
        )
        #expect(receipt.outcome == .rejected)
        #expect(receipt.sha256 == digest.hex)
        #expect(try scratch.store.count("dump") == 0)
        #expect(try scratch.types() == ["dump.rejected"])
        let row = try scratch.store.ask(
            "SELECT delivery, name, reason, detail, kept_as, attempts, resolved_at IS NULL FROM rejections",
            columns: 7
        )
        #expect(row == ["1|a.pdf|pdf|It is a PDF.|a.pdf.1|2|1"])
        #expect(
            try scratch.store.ask("SELECT outcome, reason, sha256 FROM deliveries", columns: 3) == [
                "rejected|pdf|\(digest.hex)"
            ]
        )
        #expect(try scratch.store.reason(ofDelivery: 1) == "pdf: It is a PDF.")
    }

    @Test func `a rejection's record carries the reason, and no dump where no byte was read`() throws {
        let scratch = try ScratchStore()
        try scratch.take(.refused(nil, Refusal(.notRegular, "A FIFO."), attempts: 1), name: "pipe")
        let record = try ParsedRecord(try #require(try scratch.lines().first))
        #expect(record.text("reason") == "not_regular")
        #expect(record.text("cause") == "rule")
        #expect(record.text("kind") == "delivery")
        #expect(record.object["dump"] is NSNull)
        #expect(record.after["name"] as? String == "pipe")
    }

    @Test func `two equal pages read ahead in one batch are one new dump and one duplicate`() throws {
        let scratch = try ScratchStore()
        let bytes = Array("the dump".utf8)
        let text = try TextDecoder.decode(bytes)
        let content = Delivery.Content.page(
            FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, ScratchStore.page([ferry]))
        )
        let outcomes = try scratch.store.inTransaction(at: scratch.now()) { () throws(StoreError) in
            try ["a", "b"].map { (name) throws(StoreError) in
                try scratch.store.file(
                    ScratchStore.delivery(name: name, at: "2026-11-21T10:00:00.000Z", size: 8),
                    content
                )
                .outcome
            }
        }
        #expect(outcomes == [.new, .duplicate])
        #expect(try scratch.store.count("dump") == 1)
        #expect(try scratch.store.count("revision") == 1)
    }

    @Test func `two pages of one text in other bytes, read ahead in one batch, are new and same_text`() throws {
        let scratch = try ScratchStore()
        let outcomes = try scratch.store.inTransaction(at: scratch.now()) { () throws(StoreError) in
            try ["the dump", "the dump\n"].map { (dump) throws(StoreError) in
                let bytes = Array(dump.utf8)
                guard let text = try? TextDecoder.decode(bytes) else { return Delivery.Receipt.Outcome.rejected }
                let content = Delivery.Content.page(
                    FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, ScratchStore.page([ferry]))
                )
                let delivery = ScratchStore.delivery(name: dump, at: "2026-11-21T10:00:00.000Z", size: 8)
                return try scratch.store.file(delivery, content).outcome
            }
        }
        #expect(outcomes == [.new, .sameText])
        #expect(try scratch.store.count("article") == 1)
    }

    @Test func `what is thrown inside a transaction leaves nothing of it`() throws {
        let scratch = try ScratchStore()
        try scratch.take(ScratchStore.page([ferry]), dump: "one")
        let before = try scratch.lines()
        let bytes = Array("two".utf8)
        let text = try TextDecoder.decode(bytes)
        let error = storeError { () throws(StoreError) in
            try scratch.store.inTransaction(at: "2026-11-21T11:00:00.000Z") { () throws(StoreError) in
                _ = try scratch.store.file(
                    ScratchStore.delivery(name: "two", at: "2026-11-21T11:00:00.000Z", size: 3),
                    .page(FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, text, ScratchStore.page([ferry])))
                )
                throw StoreError(kind: .machine, doing: "go on", message: "the test pulled the plug")
            }
        }
        #expect(error?.message == "the test pulled the plug")
        #expect(try scratch.lines() == before)
        #expect(try scratch.store.count("delivery") == 1)
        #expect(try scratch.store.count("taken") == 1)
        #expect(try scratch.store.count("txn") == 1)
        // And the next one counts on from where the log stands.
        let receipt = try scratch.take(ScratchStore.page([ferry]), dump: "two")
        #expect(receipt.delivery == 2)
        #expect(receipt.seq == Int64(before.count + 2))
    }

    @Test func `a transaction that changes nothing makes no txn`() throws {
        let scratch = try ScratchStore()
        try scratch.store.inTransaction(at: scratch.now()) { () throws(StoreError) in }
        #expect(try scratch.store.count("txn") == 0)
    }

    @Test func `what was filed is whole by SQLite's own checks`() throws {
        let history = try History()
        try history.goOn()
        #expect(try history.scratch.store.structuralDefects() == [])
        #expect(try history.scratch.store.indexDefect() == nil)
    }
}
