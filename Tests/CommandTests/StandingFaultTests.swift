import Foundation
import Glibc
import TestSupport
import Testing

extension ProgramTests {
    /// A fault of the machine lasts: who asks for the status is told what is wrong and since when, and that it is over.
    @Suite struct StandingFaultTests {
        private static let isRoot = getuid() == 0
        private static let root: ConditionTrait = .enabled(if: isRoot, "needs root, to mount file systems of its own")

        private func status(_ desk: TestDesk, _ configuration: String? = nil) throws -> JSONValue {
            let words = ["status", "--json", "--home", desk.home] + (configuration.map { ["--config", $0] } ?? [])
            let ending = try desk.start(words).wait()
            #expect(ending.code == 0, "\(ending.errors)")
            return try JSONValue.of(ending.output)
        }

        private func text(_ desk: TestDesk, _ configuration: String? = nil) throws -> String {
            try desk.start(["status", "--home", desk.home] + (configuration.map { ["--config", $0] } ?? [])).wait().text
        }

        /// Waits until the status names a fault, and expects that of text and service manager too.
        private func expectFault(
            _ words: String,
            _ desk: TestDesk,
            _ configuration: String?,
            _ manager: ServiceManager
        ) throws {
            try waitUntil("status names the fault") {
                try status(desk, configuration)["fault"]["message"].text?.contains(words) == true
                    && manager.status.hasPrefix("in trouble since ")
            }
            let told = try status(desk, configuration)
            #expect(told["running"] == .bool(true))
            let since = try #require(told["fault"]["since"].text)
            #expect(since.hasSuffix("Z") && since.count == 20)
            #expect(manager.status.hasPrefix("in trouble since \(since): ") && manager.status.contains(words))
            let shown = try text(desk, configuration)
            #expect(shown.hasPrefix("desk            in trouble since \(since), process "), "\(shown)")
            #expect(shown.contains("\nfault           ") && shown.contains(words), "\(shown)")
            let waits =
                shown.contains("waits until the fault is over") || shown.contains("is filed, and leaves the inbox once")
            #expect(waits && !shown.contains("it comes next"), "\(shown)")
        }

        private func expectEnd(
            _ desk: TestDesk,
            _ configuration: String?,
            _ manager: ServiceManager,
            _ serving: ChildProcess
        ) throws {
            try waitUntil("status names no fault any more") { try status(desk, configuration)["fault"] == .null }
            #expect(try text(desk, configuration).hasPrefix("desk            running, process \(serving.id)\n"))
            try waitUntil("the end is told") { manager.status.hasPrefix("watching; ") }
            #expect(manager.status.contains("last fault "))
            #expect(serving.errors.contains("going on: the fault is over; it began at "))
            #expect(serving.errors.components(separatedBy: "trying again").count - 1 <= 2, "\(serving.errors)")
        }

        @Test(root, arguments: ["home", "log"])
        func `a full disk is named, for the database as for the change log alone, until there is room again`(
            place: String
        ) throws {
            let desk = try TestDesk()
            guard let disk = try SmallDisk(desk.scratch, place, "size=6M") else { return }
            let inbox = try desk.scratch.folder("elsewhere")
            let changes = place == "log" ? "[changes]\npath = \(disk.path)/changes.jsonl\n" : ""
            let configuration = try desk.scratch.file("copydesk.conf", "[inbox]\npath = \(inbox)\n\(changes)")
            let manager = try ServiceManager(desk.scratch.path + "/n")
            let serving = try desk.serve("--config", configuration, environment: ["NOTIFY_SOCKET": manager.address])
            try disk.fill()
            for number in 1...20 {
                try desk.scratch.file("elsewhere/n\(number).txt", Samples.page(number, paragraphs: 40))
            }
            try expectFault("No space left on device", desk, configuration, manager)
            disk.empty()
            try desk.waitForDeliveries(20, of: serving)
            try expectEnd(desk, configuration, manager, serving)
            try desk.stop(serving)
            #expect(try desk.outcomes() == ["new": 20])
            #expect(Disk.names(in: inbox).isEmpty)
        }

        /// Another program that holds the database's lock for writing until it is killed.
        private func locker(_ desk: TestDesk, _ begin: String = "BEGIN EXCLUSIVE") throws -> ChildProcess {
            let words = "(echo '\(begin);'; sleep 600) | exec sqlite3 -cmd '.filectrl persist_wal 1' '\(desk.database)'"
            return try ChildProcess(["/bin/sh", "-c", words].map { Array($0.utf8) }, outputIn: desk.scratch.said)
        }

        /// Ends the program that holds the lock, which `status` names.
        private func unlock(_ desk: TestDesk, _ locker: ChildProcess) throws {
            try desk.scratch.shell("pkill -KILL -P \(locker.id) || true")
            locker.signal(SIGKILL)
        }

        @Test func `a database that another program locks is named at once, and by the desk with its beginning`() throws
        {
            let desk = try TestDesk()
            let manager = try ServiceManager(desk.scratch.path + "/n")
            let serving = try desk.serve(environment: ["NOTIFY_SOCKET": manager.address])
            let other = try locker(desk)
            // Nothing waits yet, and the desk has not met the lock.
            try waitUntil("the lock is seen") { try status(desk)["fault"] != .null }
            #expect(try status(desk)["fault"]["message"].text?.contains("holds the lock for writing") == true)
            try desk.scratch.file("home/inbox/page.txt", Samples.page(1))
            try expectFault("database is locked", desk, nil, manager)
            try unlock(desk, other)
            try desk.waitForDeliveries(1, of: serving)
            try expectEnd(desk, nil, manager, serving)
            try desk.stop(serving)
        }

        @Test func `a desk that finds its database locked at the start waits and says so, and ends when it is told to`()
            throws
        {
            let desk = try TestDesk()
            try desk.once(delivering: [try desk.scratch.file("a.txt", Samples.page(1))])
            let other = try locker(desk)
            let manager = try ServiceManager(desk.scratch.path + "/n")
            let environment = ["NOTIFY_SOCKET": manager.address]
            let first = try desk.start(["run", "--home", desk.home], environment: environment)
            try waitUntil("the fault is told") {
                manager.status.contains("database is locked") && first.errors.contains("trying again")
            }
            #expect(try status(desk)["fault"]["since"].text != nil)
            #expect(try desk.stop(first).code == 0)

            let second = try desk.start(["run", "--home", desk.home], environment: environment)
            try waitUntil("the fault is told again") { second.errors.contains("trying again") }
            try unlock(desk, other)
            try waitUntil("it serves") { second.errors.contains("watching ") }
            #expect(try status(desk)["fault"] == .null)
            try desk.stop(second)
        }

        @Test(.enabled(if: Tool.has("python3"), "python3 takes the lock"))
        func `status answers while nobody may even read the database, and says what it cannot tell`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [try desk.scratch.file("a.txt", Samples.page(1))])
            try desk.scratch.file("home/inbox/b.txt", Samples.page(2))
            // SQLite's exclusive lock: all bytes of its shared range (https://sqlite.org/src/file/src/os.h).
            let script = """
                import fcntl, sys, time
                file = open(sys.argv[1], "r+b")
                fcntl.lockf(file, fcntl.LOCK_EX, 512, 0x40000000)
                print("held", flush=True)
                time.sleep(600)
                """
            let words = ["python3", "-c", script, desk.database]
            let other = try ChildProcess(words.map { Array($0.utf8) }, outputIn: desk.scratch.said)
            try waitUntil("the lock is held") { !other.output.isEmpty }
            let told = try status(desk)
            #expect(told["fault"]["message"].text?.contains("database is locked") == true)
            #expect(told["articles"] == .null && told["outcomes"] == .null && told["waiting"] == .integer(1))
            #expect(try text(desk).contains("fault           cannot"))
            other.signal(SIGKILL)
            _ = try other.wait()
            #expect(try status(desk)["fault"] == .null)
            #expect(try status(desk)["articles"] == .integer(1))
        }
    }
}
