import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Home
@testable import Store

extension SerialTests {
    /// How a desk stands, and what is said to be wrong with it.
    @Suite struct StatusTests {
        private func status(_ desk: ScratchDesk) throws -> Status {
            try StatusReader(ScratchDesk.surroundings, configurationFile: nil, home: desk.folder.path).status()
        }

        @Test func `the last 48 hours hold what was delivered in them, and all files that wait have an oldest`() throws
        {
            let desk = try ScratchDesk()
            for number in 1...5 { try desk.drop("\(number)", ScratchDesk.story(number)) }
            try desk.drain()
            let hour: Int64 = 3_600_000_000_000
            for (number, age) in [(1, Int64(500)), (2, 47), (3, 1), (4, 1)] {
                try desk.store.connection.run(
                    "UPDATE delivery SET received_at = ?2 WHERE number = ?1",
                    [.number(number), .text(Timestamp(nanoseconds: Clock.wall - age * hour).iso)],
                    doing: "let time pass"
                )
            }
            try desk.drop("first", "waits")
            let afterFirst = Clock.wall
            Clock.sleep(milliseconds: 20)
            try desk.drop("second", "waits")
            let status = try status(desk)
            let hours = try #require(status.filed?.hours)
            #expect(hours.count == 48 && hours.reduce(0, +) == 4)
            #expect(hours[0] == 1 && hours[46] == 2 && hours[47] == 1)
            #expect(status.hoursBegin.iso.hasSuffix(":00:00.000Z"))
            #expect(status.waiting == 2 && status.process == nil && status.runningSince == nil)
            let oldest = try #require(status.oldestWaiting)
            #expect(!oldest.isOfSome && oldest.since.nanoseconds <= afterFirst)
            #expect(oldest.since.nanoseconds > afterFirst - 60_000_000_000)
        }

        @Test func `a file that is to stay does not wait`() throws {
            let desk = try ScratchDesk { $0.after = .keep }
            try desk.drop("stays", ScratchDesk.story(1))
            try desk.drain()
            try desk.settleAccounts()
            let status = try status(desk)
            #expect(status.waiting == 0 && status.oldestWaiting == nil)
        }

        @Test func `what is wrong is told with the command that ends it`() throws {
            let desk = try ScratchDesk()
            try desk.drop("good", ScratchDesk.story(1))
            try desk.drop("bad", "%PDF-1.7\n")
            try desk.drain()
            let home = desk.folder.path
            var troubles = try status(desk).troubles
            #expect(troubles.count == 2, "\(troubles)")
            #expect(troubles.first?.remedy == "copydesk run --home \(home)" && troubles.first?.isGrave == true)
            #expect(troubles.last?.what.hasPrefix("1 file was refused (pdf 1); ") == true)
            #expect(troubles.last?.remedy.hasSuffix("copydesk retry --home \(home)") == true)

            try desk.store.connection.script(
                """
                UPDATE dump SET extractor = 'copydesk/1';
                INSERT INTO taken (path, device, inode, size, modified, changed, delivery, destiny, fault)
                SELECT CAST('stuck' || value AS BLOB), 1, value, 1, 1, 1, 1, 'remove', 'no right' FROM json_each('[1,2,3,4,5]')
                """,
                doing: "harm"
            )
            try desk.drop("new", "waits")
            troubles = try status(desk).troubles
            #expect(troubles[0].what == "no desk serves this home, and 1 file waits for one")
            #expect(troubles[1].what == "stuck1 is filed, but cannot leave the inbox: no right")
            #expect(troubles[4].what == "2 more are filed and stuck in the inbox")
            #expect(troubles.last?.what == "1 dump read by older rules", "\(troubles)")
            #expect(troubles.last?.remedy == "copydesk reread --home \(home)")
        }

        @Test(arguments: [
            ("/var/lib/copydesk", "", "systemctl start copydesk"),
            ("/var/lib/copydesk-news", "", "systemctl start copydesk@news"),
            ("/var/lib/copydesk-news/inner", " --home /x", "copydesk run --home /x"),
            ("/var/lib/copydesk2", " --config /y", "copydesk run --config /y"),
        ])
        func `a desk of the service manager is started by it`(home: String, place: String, command: String) {
            #expect(Status.command(toServe: home, place) == command)
        }

        @Test(arguments: [
            ("/plain/path-1.x", "/plain/path-1.x"), ("", "''"), ("a b", "'a b'"), ("it's", "'it'\\''s'"),
            ("'\u{301}$(x)", "''\\''\u{301}$(x)'"), ("é", "'é'"), ("a;b", "'a;b'"), ("*", "'*'"),
        ])
        func `a word is quoted so that a shell takes it as it is`(text: String, word: String) throws {
            #expect(ShellWord.quoted(text) == word)
            #expect(try Tool.run("sh", ["-c", "printf %s \(word)"]).output == text)
        }

        @Test(arguments: [
            (nil, false), ("C", false), ("POSIX", false), ("de_DE.ISO-8859-1", false), ("C.UTF-8", true),
            ("en_US.utf8", true),
        ])
        func `a locale's name tells whether texts are UTF-8`(name: String?, isUTF8: Bool) {
            #expect(Surroundings.isUTF8(locale: name) == isUTF8)
        }
    }
}
