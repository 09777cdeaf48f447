import Foundation
import Glibc
import Platform
import TestSupport
import Testing

@testable import Home

/// The folder of orders.
@Suite struct OrderFolderTests {
    private let scratch: ScratchFolder
    private let folder: OrderFolder

    init() throws {
        scratch = try ScratchFolder()
        var configuration = Configuration()
        configuration.home = Path(scratch.path)
        folder = OrderFolder(try HomePaths(configuration))
    }

    private func order(_ second: Int) -> PlacedOrder {
        PlacedOrder(.reread(["\(second)"]), placedAt: "2026-11-28T19:02:1\(second).000Z")
    }

    @Test func `orders are listed in the order in which they were left, and read whole`() throws {
        #expect(try folder.names() == [])
        let names = try [2, 1, 3].map { try folder.place(order($0)) }
        #expect(try folder.names() == [names[1], names[0], names[2]])
        #expect(try folder.order(names[1]) == .order(order(1)))
        try folder.remove(names[1])
        try folder.remove(names[1])
        #expect(try folder.order(names[1]) == .gone)
        #expect(try folder.names().count == 2)
    }

    @Test func `whoever may look into the folder can read an order, whatever the creation mask`() throws {
        let before = umask(0o077)
        defer { umask(before) }
        let name = try folder.place(order(1))
        let file = folder.path.appending(name + Array(".order".utf8))
        #expect(try FileStatus.of(file).mode == 0o644)
    }

    @Test(arguments: ["echo no order > X", "ln -s /etc/passwd X", "mkfifo X", "mkdir X", ": > X"])
    func `what is no order is told, not waited for and not followed`(script: String) throws {
        try scratch.makeFolder("copydesk.orders")
        let made = script.replacingOccurrences(of: "X", with: "'\(scratch.path)/copydesk.orders/1.order'")
        #expect(system(made) == 0)
        guard case .broken = try folder.order(Array("1".utf8)) else {
            Issue.record("\(script) made an order")
            return
        }
    }

    @Test func `an answer stands beside its order, and is no order`() throws {
        let name = try folder.place(order(1))
        #expect(folder.answer(to: name) == nil)
        try folder.write(.working(done: 1, of: 2), to: name)
        try folder.write(.done("all"), to: name)
        #expect(folder.answer(to: name) == .done("all"))
        #expect(try folder.names() == [name])
        folder.removeOldAnswers(now: Clock.wall)
        #expect(folder.answer(to: name) == .done("all"))
        folder.removeOldAnswers(now: Clock.wall + 90_000_000_000_000)
        #expect(folder.answer(to: name) == nil)
        #expect(try folder.names() == [name])
    }
}
