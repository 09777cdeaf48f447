import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// What becomes of the folders while a desk lives from them: full, read-only, without inodes.
    @Suite(.enabled(if: getuid() == 0, "needs root, to mount file systems of its own"))
    struct InboxLifeTests {
        @Test func `a full disk is waited for, said once, and nothing is lost when there is room again`() throws {
            let desk = try TestDesk()
            guard let disk = try SmallDisk(desk.scratch, "home", "size=6M") else { return }
            let inbox = try desk.scratch.folder("elsewhere")
            let configuration = try desk.scratch.file("copydesk.conf", "[inbox]\npath = \(inbox)\n")
            let serving = try desk.serve("--config", configuration)
            _ = try desk.scratch.run("dd", "if=/dev/zero", "of=\(disk.path)/filler", "bs=4096")
            for number in 1...20 { try desk.scratch.file("elsewhere/n\(number).txt", Samples.page(number)) }
            try waitUntil("the fault is said") { serving.errors.contains("trying again") }
            // Several tries later it still was said once.
            usleep(2_000_000)
            #expect(serving.isRunning)
            let said = serving.errors.components(separatedBy: "trying again").count - 1
            #expect(said <= 2, "\(serving.errors)")
            unlink(disk.path + "/filler")
            try desk.waitForDeliveries(20, of: serving)
            try waitUntil("it says that it goes on") { serving.errors.contains("the fault is over") }
            try desk.stop(serving)
            #expect(try desk.outcomes() == ["new": 20])
            #expect(Disk.names(in: inbox).isEmpty)
            #expect(try desk.command("check", "--config", configuration).code == 0)
        }

        @Test func `files in a read-only inbox are taken once, named by status, and removed when they can be`() throws {
            let desk = try TestDesk()
            try desk.scratch.folder("home")
            guard let disk = try SmallDisk(desk.scratch, "home/inbox", "size=4M") else { return }
            for number in 1...3 { try desk.scratch.file("home/inbox/n\(number).txt", Samples.page(number)) }
            try desk.scratch.file("home/inbox/doc.pdf", "%PDF-1.7\n")
            try disk.remount("ro")
            for _ in 1...2 { try desk.once() }
            #expect(try desk.outcomes() == ["new": 3, "rejected": 1])
            let status = try JSONValue.of(try desk.command("status", "--json").output)
            #expect(status["stuck"].array.count == 4)
            try disk.remount("rw")
            try desk.once()
            #expect(try desk.filesInInbox() == 0)
            #expect(try desk.outcomes() == ["new": 3, "rejected": 1])
            #expect(Disk.exists(desk.rejected + "/doc.pdf") && Disk.exists(desk.rejected + "/doc.pdf.reason.json"))
        }

        @Test func `a refused file that finds no inode among the rejected waits in the inbox until there is one`()
            throws
        {
            let desk = try TestDesk()
            try desk.scratch.folder("home/inbox")
            guard let disk = try SmallDisk(desk.scratch, "home/rejected", "size=4M,nr_inodes=1") else { return }
            try desk.scratch.file("home/inbox/doc.pdf", "%PDF-1.7\n")
            try desk.once()
            #expect(try desk.filesInInbox() == 1)
            #expect(try desk.command("status").text.contains("stuck"))
            try disk.remount("nr_inodes=100")
            try desk.once()
            #expect(try desk.filesInInbox() == 0)
            #expect(try desk.outcomes() == ["rejected": 1])
            #expect(Disk.exists(desk.rejected + "/doc.pdf"))
        }

        @Test func `an inbox that a file system is mounted over, and that comes back, is served without a restart`()
            throws
        {
            let desk = try TestDesk()
            let serving = try desk.serve()
            try desk.scratch.file("home/inbox/below.txt", Samples.page(1))
            try desk.waitForDeliveries(1, of: serving)
            do {
                guard let disk = try SmallDisk(desk.scratch, "home/inbox", "size=4M") else { return }
                try desk.scratch.file("home/inbox/mounted.txt", Samples.page(2))
                // Without it the desk sees the mount, of which no event tells, within a minute.
                #expect(try desk.command("reload").code == 0)
                try desk.waitForDeliveries(2, of: serving)
                try desk.scratch.file("home/inbox/by-event.txt", Samples.page(3))
                try desk.waitForDeliveries(3, of: serving)
                #expect(try desk.filesInInbox() == 0)
                _ = disk
            }
            try desk.scratch.file("home/inbox/again.txt", Samples.page(4))
            #expect(try desk.command("reload").code == 0)
            try desk.waitForDeliveries(4, of: serving)
            try waitUntil("the inbox is empty") { try desk.filesInInbox() == 0 }
            try desk.stop(serving)
            #expect(try desk.outcomes() == ["new": 4])
            #expect(try desk.command("check").code == 0)
        }

        @Test func `with no watch left for a folder, that is said once and its files are taken all the same`() throws {
            let desk = try TestDesk()
            for folder in ["a", "b", "c"] {
                try desk.scratch.folder("home/inbox/\(folder)")
                try desk.scratch.file("home/inbox/\(folder)/page.txt", Samples.page(1))
            }
            // Limits of a user namespace of one's own concern nobody else.
            let words = "'\(TestDesk.program)' run --once --home '\(desk.home)'"
            let script = "echo 2 >/proc/sys/user/max_inotify_watches && exec \(words)"
            let ending = try desk.scratch.run("unshare", "--user", "--map-root-user", "sh", "-c", script)
            guard ending.code == 0 else {
                // Some machines allow no such namespaces.
                Samples.skipped("a user namespace of its own: \(ending.errors)")
                return
            }
            #expect(ending.errors.components(separatedBy: "max_user_watches").count - 1 == 2, "\(ending.errors)")
            #expect(try desk.outcomes() == ["new": 1, "duplicate": 2])
            #expect(try desk.filesInInbox() == 0)
        }

        @Test func `a database that another program locks for a while is waited for`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            let lock = try ChildProcess(
                [
                    "/bin/sh", "-c",
                    "(echo 'PRAGMA busy_timeout = 5000; BEGIN IMMEDIATE;'; sleep 7; echo 'COMMIT;') | "
                        + "sqlite3 -cmd '.filectrl persist_wal 1' '\(desk.database)'",
                ].map { Array($0.utf8) },
                outputIn: desk.scratch.said
            )
            usleep(300_000)
            try desk.scratch.file("home/inbox/page.txt", Samples.page(1))
            try waitUntil("the lock is said") { serving.errors.contains("trying again") }
            #expect(try lock.wait().code == 0)
            try desk.waitForDeliveries(1, of: serving)
            try desk.stop(serving)
            #expect(try desk.command("check").code == 0)
        }
    }
}
