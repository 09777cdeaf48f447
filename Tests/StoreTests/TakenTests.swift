import Foundation
import Pages
import Testing

@testable import Store

/// Files the desk has taken.
@Suite struct TakenTests {
    private let path = Array("sub/\u{E9}\n.txt".utf8) + [0xFF]

    private func scratch(_ destiny: Delivery.Destiny) throws -> ScratchStore {
        let scratch = try ScratchStore()
        let now = scratch.now()
        let delivery = ScratchStore.delivery(name: "x", path: path, at: now, size: 1, destiny: destiny)
        try scratch.store.inTransaction(at: now) { () throws(StoreError) in
            _ = try scratch.store.file(delivery, .refused(nil, Refusal(.empty, "Empty."), attempts: 1))
        }
        return scratch
    }

    @Test(arguments: [.remove, .stay, .setAside(as: [0xFF, 0x41], shown: "\\xffA")] as [Delivery.Destiny])
    func `a taken file is remembered by its bytes with what is to become of it`(destiny: Delivery.Destiny) throws {
        let store = try scratch(destiny).store
        let taken = try #require(try store.taken(at: path))
        #expect(taken.destiny == destiny)
        #expect(taken.delivery == 1)
        #expect(taken.fault == nil)
        #expect(taken.identity == Delivery.FileIdentity(device: 1, inode: 2, size: 1, modified: 3, changed: 4))
    }

    @Test func `a taken file is forgotten by path and delivery together`() throws {
        let store = try scratch(.remove).store
        try store.forget([(path, 2)])
        #expect(try store.taken(at: path) != nil)
        try store.forget([(path, 1)])
        #expect(try store.taken(at: path) == nil)
    }

    @Test func `the fault of a taken file is noted, and cleared again`() throws {
        let store = try scratch(.remove).store
        try store.noteFault("no right", at: path, delivery: 1)
        #expect(try store.taken(at: path)?.fault == "no right")
        #expect(try store.totals().stuck.map(\.fault) == ["no right"])
        try store.noteFault(nil, at: path, delivery: 1)
        #expect(try store.totals().stuck.isEmpty)
    }

    @Test func `of taken files those are listed that are asked for, in the order of their paths`() throws {
        let scratch = try ScratchStore()
        for index in (0..<7).reversed() {
            try scratch.take(.refused(nil, Refusal(.empty, "Empty."), attempts: 1), name: "file \(index)")
        }
        let found = try scratch.store.takenPaths { $0 % 2 == 1 }
        #expect(found.map(\.path) == [0, 2, 4, 6].map { Array("file \($0)".utf8) })
        #expect(found.map(\.delivery) == [7, 5, 3, 1])
    }
}
