import Foundation
import Pages
import Testing

@testable import Store

@Suite("Files the desk has taken")
struct TakenTests {
    private let path = Array("sub/\u{E9}\n.txt".utf8) + [0xFF]

    private func bench(_ destiny: Delivery.Destiny) throws -> Bench {
        let bench = try Bench()
        let now = bench.now()
        let delivery = Bench.delivery(name: "x", path: path, at: now, size: 1, destiny: destiny)
        try bench.store.inTransaction(at: now) { () throws(StoreError) in
            _ = try bench.store.file(delivery, .refused(nil, Refusal(.empty, "Empty."), attempts: 1))
        }
        return bench
    }

    @Test(
        "A taken file is remembered by its bytes with what is to become of it",
        arguments: [.remove, .stay, .setAside(as: [0xFF, 0x41], shown: "\\xffA")] as [Delivery.Destiny]
    )
    func remembered(destiny: Delivery.Destiny) throws {
        let store = try bench(destiny).store
        let taken = try #require(try store.taken(at: path))
        #expect(taken.destiny == destiny)
        #expect(taken.delivery == 1)
        #expect(taken.fault == nil)
        #expect(taken.identity == Delivery.FileIdentity(device: 1, inode: 2, size: 1, modified: 3, changed: 4))
    }

    @Test("It is forgotten by path and delivery together")
    func forgotten() throws {
        let store = try bench(.remove).store
        try store.forget([(path, 2)])
        #expect(try store.taken(at: path) != nil)
        try store.forget([(path, 1)])
        #expect(try store.taken(at: path) == nil)
    }

    @Test("A fault is noted, and cleared again")
    func fault() throws {
        let store = try bench(.remove).store
        try store.noteFault("no right", at: path, delivery: 1)
        #expect(try store.taken(at: path)?.fault == "no right")
        #expect(try store.totals().stuck.map(\.fault) == ["no right"])
        try store.noteFault(nil, at: path, delivery: 1)
        #expect(try store.totals().stuck.isEmpty)
    }

    @Test("Of taken files those are listed that are asked for, in the order of their paths")
    func listed() throws {
        let bench = try Bench()
        for index in (0..<7).reversed() {
            try bench.take(.refused(nil, Refusal(.empty, "Empty."), attempts: 1), name: "file \(index)")
        }
        let found = try bench.store.takenPaths { $0 % 2 == 1 }
        #expect(found.map(\.path) == [0, 2, 4, 6].map { Array("file \($0)".utf8) })
        #expect(found.map(\.delivery) == [7, 5, 3, 1])
    }
}
