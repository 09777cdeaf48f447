import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// Names and kinds of file that an attacker, or a broken tool, would choose.
    @Suite struct HostileTests {
        private static let texts: [String] = [
            "line\nbreak.txt", "\u{1B}[31mred\u{7}.txt", "tab\tand\rreturn.txt", "-rf", "--", "   ",
            "it's \"quoted\"; DROP TABLE dump;--.txt", "$(touch pwned).txt", "`id`.txt", "%s%n%d.txt", "#123",
            "back\\slash.txt", "\\xff.txt", "\u{202E}txt.exe", "zero\u{200B}width.txt", "caf\u{E9}.txt",
            "cafe\u{301}.txt", "\u{7F}\u{85}.txt", "*?[a].txt", "copydesk.db", "n.reason.json", "n",
            String(repeating: "n", count: 255), String(repeating: "é", count: 127) + "x",
        ]
        /// Names that are no UTF-8: a stray byte, an overlong slash, a character cut short.
        private static let invalid: [[UInt8]] = [
            [0xFF, 0x2E, 0x74, 0x78, 0x74], [0xC0, 0xAF, 0x2E, 0x74, 0x78, 0x74], [0x63, 0x75, 0x74, 0xE2, 0x82],
        ]
        static let names: [[UInt8]] = texts.map { Array($0.utf8) } + invalid

        @Test func `files with hostile names are taken like any other, and every output stays valid`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            let folder = Array((desk.inbox + "/").utf8)
            for (number, name) in HostileTests.names.enumerated() {
                try Disk.write(Array(Samples.page(number).utf8), to: folder + name)
            }
            try desk.waitForDeliveries(HostileTests.names.count, of: serving)
            try waitUntil("the inbox is empty") { Disk.names(in: desk.inbox).isEmpty }
            try desk.stop(serving)
            print("\(HostileTests.names.count) hostile names")
            // The query's own JSON is checked: stored names must be printable and tell all names apart.
            let rows = try desk.rows("SELECT DISTINCT name, path FROM deliveries")
            #expect(rows.count == HostileTests.names.count)
            for row in rows {
                let name = try #require(row["name"]?.text)
                #expect(
                    !name.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) },
                    "\(name)"
                )
            }
            #expect(try desk.outcomes() == ["new": HostileTests.names.count])
            #expect(try desk.records().count == (try desk.number("SELECT max(seq) FROM changes")))
            try desk.scratch.shell("jq -e . '\(desk.changeLog)' > /dev/null")
            #expect(!serving.errors.contains("\u{1B}"))
            for command in ["status", "check"] {
                #expect(!(try desk.command(command).output.contains(0x1B)), "\(command)")
            }
            #expect(!(try desk.command("changes", "--format", "text").output.contains(0x1B)))
        }

        @Test func `refused files with hostile names are kept under names that fit, each with its reason`() throws {
            let desk = try TestDesk()
            try desk.scratch.folder("home/inbox/again")
            let json = Array("{\"a\": [1, 2, 3]}\n".utf8)
            for folder in ["/", "/again/"] {
                for name in HostileTests.names { try Disk.write(json, to: Array((desk.inbox + folder).utf8) + name) }
            }
            try desk.once()
            let count = 2 * HostileTests.names.count
            #expect(try desk.outcomes() == ["rejected": count])
            let kept = Disk.names(in: desk.rejected)
            let reasons = kept.filter { $0.suffix(12).elementsEqual(".reason.json".utf8) }
            // A dump's own name may end like a reason's, so the pairs are counted by what stands beside what.
            let files = kept.filter { kept.contains($0 + Array(".reason.json".utf8)) }
            #expect(files.count == count)
            #expect(kept.count == 2 * count, "\(reasons.count) reasons")
            try desk.scratch.shell("find '\(desk.rejected)' -name '*.reason.json' -size +25c -exec jq -e .reason {} +")
            #expect(try desk.number("SELECT count(DISTINCT kept_as) FROM rejections") == count)
            #expect(try desk.filesInInbox() == 0)
        }

        @Test func `kinds of file that are no page are refused by their own reason, and kept`() throws {
            let desk = try TestDesk()
            let configuration = try desk.scratch.file("copydesk.conf", "[inbox]\nquiet_seconds = 0.3\n")
            let outside = try desk.scratch.file("outside.txt", Samples.page(99))
            try desk.scratch.folder("home/inbox/folder.txt")
            try desk.scratch.file("home/inbox/folder.txt/inner.txt", Samples.page(1))
            let reasons = try HostileTests.makeKinds(desk, outside: outside)
            let before = try desk.scratch.shell("stat -c '%Y %Z %h %s %i' '\(outside)'").line
            let ending = try desk.once(configuration: configuration)
            #expect(try desk.outcomes() == ["new": 1, "rejected": reasons.count], "\(ending.errors)")
            var found: [String: String] = [:]
            for row in try desk.rows("SELECT name, reason FROM rejections") {
                found[row["name"]?.text ?? ""] = row["reason"]?.text
            }
            #expect(found == reasons)
            #expect(try desk.filesInInbox() == 0)
            for name in reasons.keys.sorted() {
                var status = stat()
                #expect(lstat("\(desk.rejected)/\(name)", &status) == 0, "\(name) is kept")
                let reason = try JSONValue.of(
                    FileManager.default.contents(atPath: "\(desk.rejected)/\(name).reason.json").map(Array.init) ?? []
                )
                #expect(reason["reason"] == reasons[name].map { .text($0) }, "\(name)")
            }
            #expect(try desk.scratch.shell("stat -c '%Y %Z %h %s %i' '\(outside)'").line == before)
            #expect(try desk.number("SELECT count(*) FROM articles") == 1)
            print("\(reasons.count) kinds refused: \(reasons.sorted { $0.key < $1.key })")
        }

        /// Makes one of each kind; gives the reason each must be refused for.
        private static func makeKinds(_ desk: TestDesk, outside: String) throws -> [String: String] {
            let inbox = desk.inbox
            try Disk.makeFIFO("\(inbox)/fifo.txt")
            // Bound under a short name first: a socket's address has room for 108 bytes only.
            let short = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString.prefix(8)).sock"
            try Disk.makeSocket(short)
            try Disk.makeSparse("\(inbox)/sparse.txt", bytes: 4 << 30)
            try desk.scratch.file("home/inbox/empty.txt", "")
            try desk.scratch.file("home/inbox/blank.txt", " \n\t\n  \n")
            try desk.scratch.file("home/inbox/document.txt", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n")
            try desk.scratch.file("home/inbox/page.txt", "<!DOCTYPE html>\n<html><body><p>Hello</p></body></html>\n")
            try desk.scratch.file(
                "home/inbox/feed.txt",
                "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel/></rss>\n"
            )
            try desk.scratch.file("home/inbox/object.txt", "{\"title\": \"A story\", \"body\": \"Its text.\"}\n")
            try Disk.write(
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D] + Array("IHDR".utf8),
                to: Array("\(inbox)/picture.txt".utf8)
            )
            try Disk.write(
                [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0] + [UInt8](repeating: 0x5A, count: 200),
                to: Array("\(inbox)/archive.txt".utf8)
            )
            try desk.scratch.shell(
                """
                mv '\(short)' '\(inbox)/socket.txt'
                ln -s '\(outside)' '\(inbox)/link.txt'
                ln -s /nowhere/at/all '\(inbox)/dangling.txt'
                ln -s loop.txt '\(inbox)/loop.txt'
                gzip -c '\(outside)' > '\(inbox)/packed.txt'
                cp /bin/true '\(inbox)/program.txt'
                sqlite3 '\(desk.scratch.path)/small.db' 'CREATE TABLE t (a)'
                cp '\(desk.scratch.path)/small.db' '\(inbox)/rows.txt'
                head -c 5000 /dev/urandom > '\(inbox)/noise.txt'
                """
            )
            return [
                "fifo.txt": "not_regular", "socket.txt": "not_regular", "link.txt": "not_regular",
                "dangling.txt": "not_regular", "loop.txt": "not_regular", "sparse.txt": "too_large",
                "empty.txt": "empty", "blank.txt": "empty", "document.txt": "pdf", "page.txt": "html",
                "feed.txt": "xml",
                "object.txt": "json", "picture.txt": "media", "archive.txt": "compressed", "packed.txt": "compressed",
                "program.txt": "program", "rows.txt": "database", "noise.txt": "not_text",
            ]
        }

        @Test(arguments: ["64M", "128M"])
        func `a line of 100 MB has an outcome, below the limit and above it, and is kept`(limit: String) throws {
            let desk = try TestDesk()
            let configuration = try desk.scratch.file("copydesk.conf", "[inbox]\nmax_dump_bytes = \(limit)\n")
            try desk.scratch.folder("home/inbox")
            try desk.scratch.shell("head -c 104857600 /dev/zero | tr '\\0' 'a' > '\(desk.inbox)/line.txt'")
            try desk.once(configuration: configuration)
            let rejection = try #require(try desk.rows("SELECT reason, detail FROM rejections").first)
            // Read whole, it is one endless word under no headline.
            #expect(rejection["reason"] == .text(limit == "64M" ? "too_large" : "no_item"))
            #expect((rejection["detail"]?.text?.contains("max_dump_bytes") == true) == (limit == "64M"))
            var status = stat()
            #expect(stat(desk.rejected + "/line.txt", &status) == 0 && status.st_size == 104_857_600)
        }

        /// The desk runs as a user without rights: root may read everything.
        @Test(.enabled(if: SecondUser.reachesProgram, "needs root and a program that other users can start"))
        func `a file that the desk may not read is refused as unreadable, and kept`() throws {
            let desk = try TestDesk(as: SecondUser.identity)
            let configuration = try desk.scratch.file("copydesk.conf", "[inbox]\nquiet_seconds = 0.3\n")
            try desk.scratch.folder("home/inbox")
            try desk.scratch.file("home/inbox/good.txt", Samples.page(1))
            try desk.scratch.file("home/inbox/secret.txt", Samples.page(2))
            try desk.scratch.shell(
                "chown -R \(SecondUser.name): '\(desk.home)'; chown root: '\(desk.inbox)'/*; chmod 0600 '\(desk.inbox)/secret.txt'"
            )
            try desk.once(configuration: configuration)
            #expect(try desk.outcomes() == ["new": 1, "rejected": 1])
            #expect(
                try desk.rows("SELECT name, reason FROM rejections") == [
                    ["name": .text("secret.txt"), "reason": .text("unreadable")]
                ]
            )
            #expect(
                Disk.exists(desk.rejected + "/secret.txt") && Disk.exists(desk.rejected + "/secret.txt.reason.json")
            )
            #expect(try desk.filesInInbox() == 0)
        }
    }
}
