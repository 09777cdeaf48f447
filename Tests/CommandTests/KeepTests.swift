import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// An inbox whose files stay, as one that another tool mirrors.
    @Suite struct KeepTests {
        private func keepingDesk() throws -> (desk: TestDesk, configuration: String) {
            let desk = try TestDesk()
            let configuration = try desk.scratch.file("copydesk.conf", "[inbox]\nafter = keep\nquiet_seconds = 0.2\n")
            try desk.scratch.folder("home/inbox/deeper")
            try desk.scratch.file("home/inbox/one.txt", Samples.page(1))
            try desk.scratch.file("home/inbox/deeper/two.txt", Samples.page(2))
            try desk.scratch.file("home/inbox/bad.txt", "{\"json\": true}\n")
            try desk.once(configuration: configuration)
            return (desk, configuration)
        }

        @Test func `files stay, and a restart delivers nothing again`() throws {
            let (desk, configuration) = try keepingDesk()
            #expect(try desk.filesInInbox() == 3)
            #expect(try desk.outcomes() == ["new": 2, "rejected": 1])
            let seq = try desk.number("SELECT max(seq) FROM changes")
            for _ in 1...2 { try desk.once(configuration: configuration) }
            #expect(try desk.outcomes() == ["new": 2, "rejected": 1])
            #expect(try desk.number("SELECT max(seq) FROM changes") == seq)
            #expect(Disk.names(in: desk.rejected).isEmpty)
            #expect(try desk.command("check").code == 0)
        }

        @Test func `a touched file is no delivery, a changed one is`() throws {
            let (desk, configuration) = try keepingDesk()
            try desk.scratch.shell("touch '\(desk.inbox)/one.txt' '\(desk.inbox)/bad.txt'")
            try desk.once(configuration: configuration)
            #expect(try desk.number("SELECT count(*) FROM deliveries WHERE name = 'one.txt'") == 1)
            #expect(try desk.number("SELECT count(*) FROM deliveries WHERE name = 'bad.txt'") == 1)
            try desk.scratch.file("home/inbox/one.txt", Samples.page(3))
            try desk.once(configuration: configuration)
            #expect(try desk.number("SELECT count(*) FROM deliveries WHERE name = 'one.txt'") == 2)
            #expect(try desk.number("SELECT count(*) FROM articles") == 3)
        }

        @Test func `a mirror that copies a file over itself delivers nothing, beside a running desk`() throws {
            let (desk, configuration) = try keepingDesk()
            let serving = try desk.serve("--config", configuration)
            try desk.scratch.file("home/inbox/.new", Samples.page(1))
            rename(desk.inbox + "/.new", desk.inbox + "/one.txt")
            try desk.scratch.file("home/inbox/three.txt", Samples.page(3))
            try desk.waitForDeliveries(4, of: serving)
            try desk.stop(serving)
            #expect(try desk.outcomes() == ["new": 3, "rejected": 1])
            #expect(try desk.filesInInbox() == 4)
        }
    }
}
