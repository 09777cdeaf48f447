import Foundation
import Glibc
import Testing

extension ProgramTests {
    /// `copydesk changes`: which records it prints.
    @Suite struct ChangesTests {
        private func printed(_ desk: TestDesk, _ words: String...) throws -> [JSONValue] {
            let ending = try desk.start(["changes", "--home", desk.home] + words).wait()
            try #require(ending.code == 0, "\(ending.errors)")
            return try ending.output.split(separator: UInt8(ascii: "\n")).map { try JSONValue.of(Array($0)) }
        }

        private func seqs(_ records: [JSONValue]) -> [Int] { records.compactMap { $0["seq"].integer } }

        /// The records among these whose own title and body hold all the words, looked for by hand.
        private func holding(_ words: String..., in records: [JSONValue]) -> [Int] {
            seqs(
                records.filter { record in
                    guard ["article.created", "article.revised"].contains(record["type"].text) else { return false }
                    let text = "\(record["after"]["title"].text ?? "") \(record["after"]["body"].text ?? "")"
                    let found = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
                    return words.allSatisfy(found.contains)
                }
            )
        }

        @Test func `a query finds records by the text of their own revision`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let all = try desk.records()
            for words in [["ferry"], ["ferry", "island"], ["ground"], ["yellow"]] {
                let expected =
                    words.count == 1
                    ? holding(words[0], in: all) : holding(words[0], words[1], in: all)
                let found = seqs(try printed(desk, "--match", words.joined(separator: " AND ")))
                #expect(found == expected, "\(words)")
            }
            #expect(!holding("ferry", in: all).isEmpty)
            // A word that only the first revision of a story has is found in that record alone, although the index of
            // the database has only the newest text.
            try desk.scratch.file("home/inbox/a.txt", Samples.page(5) + "\nThe cormorant was there as well, he said.\n")
            try desk.once()
            try desk.scratch.file(
                "home/inbox/b.txt",
                Samples.page(5) + "\nThe kingfisher was there as well, he said.\n"
            )
            try desk.once()
            #expect(try desk.number("SELECT max(revision) FROM articles WHERE title LIKE 'Ferry 5%'") == 2)
            #expect(try printed(desk, "--match", "cormorant").map { $0["type"].text } == ["article.created"])
            #expect(try printed(desk, "--match", "kingfisher").map { $0["type"].text } == ["article.revised"])
            #expect(try printed(desk, "--match", "title : kingfisher").isEmpty)
            #expect(try printed(desk, "--match", "kingfisher", "--type", "article.created").isEmpty)
            #expect(try printed(desk, "--match", "SAILING AND King*").count == 1)
            #expect(
                try printed(desk, "--match", "Pelłworth OR Péllworth").count > 1,
                "marks on letters count as in a search"
            )
        }

        @Test func `a long body is matched whole, from wherever the reader goes on`() throws {
            let desk = try TestDesk()
            let long = Samples.page(6, paragraphs: 500) + "\nAt the very end a pelican sat on the beacon.\n"
            try desk.scratch.file("home/inbox/long.txt", long)
            try desk.once()
            let parts = try desk.records().filter { $0["type"].text == "content.part" }
            #expect(parts.count > 2)
            let article = try #require(try printed(desk, "--match", "pelican AND \"gauge 2\"").first)
            #expect(article["after"]["body"] == .null && article["type"].text == "article.created")
            for part in parts {
                let position = "\(part["seq"].integer ?? 0)"
                #expect(try printed(desk, "--match", "pelican AND \"gauge 2\"", "--since", position) == [article])
            }
            let after = "\(article["seq"].integer ?? 0)"
            #expect(try printed(desk, "--match", "pelican", "--since", after).isEmpty)
        }

        @Test func `with --follow it ends when its reader has, though nothing changes`() throws {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let line = "'\(TestDesk.program)' changes --home '\(desk.home)' --follow | head -n 1"
            let ending = try desk.scratch.run("timeout", "60", "bash", "-c", line)
            #expect(ending.code == 0 && ending.text.contains("\"seq\":1,"), "\(ending.text)\(ending.errors)")
        }

        @Test func `with --follow a matching story is printed when it comes, and no other`() throws {
            let desk = try TestDesk()
            let serving = try desk.serve()
            let following = try desk.start(["changes", "--home", desk.home, "--follow", "--match", "\"sailing 7\""])
            for number in [6, 7, 8] { try desk.scratch.file("home/inbox/n\(number).txt", Samples.page(number)) }
            try desk.waitForDeliveries(3, of: serving)
            try waitUntil("the story is printed") { following.output.last == UInt8(ascii: "\n") }
            following.signal(SIGTERM)
            let lines = try following.wait().output.split(separator: UInt8(ascii: "\n"))
            #expect(
                try lines.map { try JSONValue.of(Array($0))["after"]["title"].text }
                    == ["Ferry 7 gets a later timetable at Port Aldery"]
            )
            try desk.stop(serving)
        }

        @Test(arguments: [
            ("ferry AND", "AND needs words on both sides"), ("ferry )", "nothing was opened that this closes"),
            ("titel:ferry", "no field 'titel'"), ("\"night boat", "this quote does not end"),
            (" ", "there is no word to look for"), ("kind:teaser ferry", "about articles only"),
        ])
        func `a wrong query ends with 2 and says what is wrong, and where`(query: String, said: String) throws {
            let desk = try TestDesk()
            try desk.once()
            let ending = try desk.command("changes", "--match=\(query)")
            #expect(ending.code == 2 && ending.output.isEmpty)
            #expect(ending.errors.contains("cannot use --match") && ending.errors.contains(said), "\(ending.errors)")
        }
    }
}
