import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// Orders that are left for a desk, as files.
    @Suite struct OrdersTests {
        private static let reread = "copydesk-order 1\nplaced 2026-11-28T19:02:11.030Z\nreread\nend\n"

        private func folder(_ desk: TestDesk) -> String { desk.home + "/copydesk.orders" }

        private func answer(_ name: String, of desk: TestDesk) -> String? {
            let bytes = FileManager.default.contents(atPath: "\(folder(desk))/\(name).answer")
            return bytes.map { String(decoding: $0, as: UTF8.self) }
        }

        /// Waits until the order is answered for good, and returns the answer.
        private func ending(_ name: String, of desk: TestDesk) throws -> String {
            try waitUntil("the order \(name) is answered") {
                access("\(folder(desk))/\(name).order", F_OK) != 0 && answer(name, of: desk) != nil
            }
            return answer(name, of: desk) ?? ""
        }

        @Test func `a broken order is answered and removed, and the desk goes on`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            try desk.scratch.file("home/copydesk.orders/1.order", "nonsense\n")
            try desk.scratch.shell("ln -s /etc/shadow '\(folder(desk))/2.order'; mkfifo '\(folder(desk))/3.order'")
            serving.signal(SIGUSR1)
            for name in ["1", "2", "3"] {
                #expect(try ending(name, of: desk).hasPrefix("failed cannot carry out the order \(name)"))
            }
            try desk.scratch.file("home/inbox/page.txt", Samples.page(1))
            try desk.waitForDeliveries(1, of: serving)
            #expect(try desk.stop(serving).code == 0)
        }

        @Test func `an order left while no desk serves is carried out at the next start`() throws {
            let desk = try TestDesk()
            try desk.once()
            try desk.scratch.file("home/copydesk.orders/1.order", OrdersTests.reread)
            try desk.once()
            #expect(try ending("1", of: desk).hasPrefix("done "))
            #expect(try desk.command("check").code == 0)
        }

        @Test func `signals without an order do nothing`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            for _ in 0..<20 { serving.signal(SIGUSR1) }
            try desk.scratch.file("home/inbox/page.txt", Samples.page(1))
            try desk.waitForDeliveries(1, of: serving)
            #expect(try desk.stop(serving).code == 0)
        }
    }
}
