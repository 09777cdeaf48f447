import TestSupport
import Testing

extension ProgramTests {
    /// `copydesk search` as people type it.
    @Suite struct SearchCommandTests {
        private func desk() throws -> TestDesk {
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            return desk
        }

        @Test func `words, phrases, fields and exclusions may be typed as one word or as many`() throws {
            let desk = try desk()
            let titles = try desk.command("search", "ferry", "-thursday", "--json").text.split(separator: "\n").count
            #expect(try desk.command("search", "ferry -thursday", "--count").text == "\(titles)\n")
            let all = try desk.number("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'ferry'")
            #expect(titles > 0 && titles < all)
            let review = try desk.command("search", "outlet:brackish", "after:2026-02", "before:2026-03", "--count")
            let inFebruary = try desk.number(
                "SELECT count(*) FROM articles WHERE outlet = 'The Brackish Review' AND published_on GLOB '2026-02-*'"
            )
            #expect(inFebruary > 0 && review.text == "\(inFebruary)\n")
        }

        @Test func `with --json each hit is an object whose marks are the words found`() throws {
            let desk = try desk()
            let lines = try desk.command("search", "kind:any harbour", "--json").output.split(
                separator: UInt8(ascii: "\n")
            )
            #expect(!lines.isEmpty)
            var words = 0
            for line in lines {
                let hit = try JSONValue.of(Array(line))
                #expect(["article", "teaser"].contains(hit["kind"].text))
                let excerpt = Array((hit["excerpt"].text ?? "").unicodeScalars)
                guard case .array(let marks) = hit["marks"] else {
                    Issue.record("no marks")
                    continue
                }
                for mark in marks {
                    guard case .array(let ends) = mark, let start = ends.first?.integer, let end = ends.last?.integer
                    else { continue }
                    let word = String(String.UnicodeScalarView(excerpt[Int(start)..<Int(end)])).lowercased()
                    #expect(word.hasPrefix("harbour"), "\(word)")
                    words += 1
                }
            }
            #expect(words > 0)
        }

        @Test func `nothing found is 1, also when it is counted`() throws {
            let desk = try desk()
            let none = try desk.command("search", "zyzzyva", "--count")
            #expect(none.code == 1 && none.text == "0\n")
        }

        @Test(arguments: [
            ("ferry (harbour", "this parenthesis does not end", "  ferry (harbour\n        ^\n"),
            ("漁船 titel:x", "there is no field 'titel'", "  漁船 titel:x\n       ^\n"),
            ("a\tb\nOR", "OR needs words on both sides", "  a b OR\n      ^\n"),
        ])
        func `a wrong query is shown with a caret below the place`(query: String, said: String, lines: String) throws {
            let ending = try desk().command("search", query)
            #expect(ending.code == 2 && ending.output.isEmpty)
            #expect(ending.errors.hasPrefix("copydesk: cannot search: \(said)"), "\(ending.errors)")
            #expect(ending.errors.hasSuffix(lines), "\(ending.errors)")
        }

        @Test func `a long wrong query is cut round the place`() throws {
            let query = String(repeating: "ferry ", count: 60) + "OR"
            let lines = try desk().command("search", query).errors.split(separator: "\n").suffix(2).map(String.init)
            #expect(lines.allSatisfy { $0.count <= 80 })
            let caret = try #require(
                lines.last?.firstIndex(of: "^").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
            )
            #expect(lines[0].dropFirst(caret).hasPrefix("OR"))
        }

        @Test func `two characters are found in three scripts, as long as the setting is on`() throws {
            let desk = try TestDesk()
            let stories = [
                ("渔港的夜晚", "昨晚渔港发生火灾，三艘渔船被烧毁。没有人受伤，港口今天恢复正常。"),
                ("漁港の夜", "昨夜、漁港で火事があり、三隻の漁船が焼けた。けが人はいなかったという。"),
                ("คืนที่ท่าเรือ", "เมื่อคืนเกิดไฟไหม้ที่ท่าเรือ เรือประมงสามลำถูกเผา ไม่มีผู้บาดเจ็บจากเหตุการณ์นี้"),
            ]
            for (number, story) in stories.enumerated() {
                let text =
                    "\(story.0)\n\n2026-03-0\(number + 1)\n\n\(story.1)\n\n\(story.1.reversed().map { String($0) }.joined())\n"
                try desk.scratch.file("home/inbox/\(number).txt", text)
            }
            try desk.once()
            for word in ["渔船", "漁船", "เรือ"] {
                #expect(try desk.command("search", word, "--count").text == "1\n", "\(word)")
            }
            #expect(try desk.command("check").code == 0)
            try desk.once(configuration: try desk.scratch.file("off.conf", "[database]\nbigrams = off\n"))
            #expect(try desk.command("search", "渔船", "--count").text == "0\n")
            try desk.once()
            #expect(try desk.command("search", "渔船", "--count").text == "1\n", "the index is made anew")
        }
    }
}
