import Testing

@testable import Answers

/// What became of each paragraph.
@Suite(.timeLimit(.minutes(2))) struct ParagraphDifferenceTests {
    static let stories = [
        "Ferry gets a later timetable at Port Aldery",
        "The harbour office said on Monday that the late sailing will leave the old quay some minutes later.",
        "Tide gauge seven was moved to the other side of the basin, and since then nobody has read it.",
        "The council has put aside 1,200 pounds for new signs, which a carpenter will paint before May.",
        "Fishermen had asked for an earlier boat, because the market opens at five and waits for no one.",
    ]

    /// `~2>2` for each paragraph: its kind and both its places.
    private func outline(_ old: [String], _ new: [String]) -> String {
        checked(old, new).map { change in
            let sign =
                switch change.kind {
                case .same: "="
                case .removed: "-"
                case .inserted: "+"
                case .changed: "~"
                case .moved: ">"
                }
            return "\(sign)\(change.from.map(String.init) ?? "")>\(change.to.map(String.init) ?? "")"
        }.joined(separator: " ")
    }

    /// The difference, after looking that it is whole: each text can be made from it.
    @discardableResult
    private func checked(_ old: [String], _ new: [String], _ location: SourceLocation = #_sourceLocation)
        -> [ParagraphChange]
    {
        let changes = ParagraphDifference.changes(from: old, to: new)
        let made = changes.filter { $0.to != nil }
        #expect(made.map(\.text) == new, sourceLocation: location)
        #expect(made.map(\.to) == new.indices.map { $0 + 1 }, sourceLocation: location)
        #expect(changes.compactMap(\.from).sorted() == old.indices.map { $0 + 1 }, sourceLocation: location)
        var isWhole = true
        for change in changes {
            let older = change.from.map { old[$0 - 1] }
            switch change.kind {
            case .same: isWhole = isWhole && older == change.text && change.words.isEmpty
            case .removed: isWhole = isWhole && older == change.text && change.to == nil
            case .inserted: isWhole = isWhole && change.from == nil
            case .changed: isWhole = isWhole && !change.words.isEmpty
            case .moved: isWhole = isWhole && (!change.words.isEmpty || older == change.text)
            }
            guard !change.words.isEmpty else { continue }
            let before = change.words.filter { $0.kind != .inserted }.map(\.text).joined()
            let after = change.words.filter { $0.kind != .removed }.map(\.text).joined()
            isWhole = isWhole && before == older && after == change.text
        }
        #expect(isWhole, sourceLocation: location)
        let inPlace = changes.filter { $0.kind != .moved }.compactMap(\.from)
        #expect(inPlace == inPlace.sorted(), sourceLocation: location)
        return changes
    }

    @Test func `equal texts are the same paragraph by paragraph`() {
        let stories = Self.stories
        #expect(outline(stories, stories) == "=1>1 =2>2 =3>3 =4>4 =5>5")
        #expect(outline([], []) == "")
        #expect(outline(["x", "x", "x"], ["x", "x"]) == "=1>1 =2>2 -3>")
    }

    @Test func `a paragraph that changed is one with its older form, also the title`() {
        var new = Self.stories
        new[0] = "Ferry gets an earlier timetable at Port Aldery"
        new[3] = new[3].replacing("1,200 pounds", with: "900 pounds")
        #expect(outline(Self.stories, new) == "~1>1 =2>2 =3>3 ~4>4 =5>5")
    }

    @Test func `the most similar form is taken, wherever it stands in a row of changed ones`() {
        let old = [Self.stories[1], Self.stories[2], Self.stories[3]]
        let new = ["Nothing of it was there before, said nobody.", old[1] + " Again.", old[2] + " At last."]
        #expect(outline(old, new) == "-1> +>1 ~2>2 ~3>3")
    }

    @Test func `a paragraph that says something else is removed, and the other inserted after it`() {
        let stories = Self.stories
        let new = [stories[0], stories[4], stories[2]]
        #expect(outline(Array(stories[0...2]), new) == "=1>1 -2> +>2 =3>3")
    }

    @Test func `what moved is one paragraph, and it is the shorter part`() {
        let new = [0, 4, 1, 2, 3].map { Self.stories[$0] }
        #expect(outline(Self.stories, new) == "=1>1 >5>2 =2>3 =3>4 =4>5")
        #expect(outline(["a long paragraph", "short"], ["short", "a long paragraph"]) == ">2>1 =1>2")
    }

    @Test func `what moved may have changed too, if most of it is the same`() throws {
        var new = [0, 4, 1, 2, 3].map { Self.stories[$0] }
        new[1] = new[1].replacing("five", with: "six")
        let changes = checked(Self.stories, new)
        let moved = try #require(changes.first { $0.kind == .moved })
        #expect(moved.from == 5 && moved.to == 2)
        #expect(moved.words.filter { $0.kind != .same }.map(\.text) == ["five", "six"])
        new[1] = "Fishermen had asked for an earlier boat, yet nothing in their letter speaks of a price."
        #expect(outline(Self.stories, new) == "=1>1 +>2 =2>3 =3>4 =4>5 -5>")
    }

    @Test func `paragraphs that recur are matched by those beside them`() {
        #expect(outline(["a", "*", "b", "*", "c"], ["a", "*", "c"]) == "=1>1 =2>2 -3> -4> =5>3")
        #expect(outline(["x", "y", "x", "y"], ["y", "x", "y", "x"]).split(separator: " ").count == 4)
    }

    @Test func `a text in Chinese is paired and compared by characters`() {
        let old = ["港口的渡轮从下周起将比以往晚十五分钟离开旧码头。", "潮汐计被移到了港池的另一侧。"]
        let new = ["潮汐计被移到了港池的另一侧。", "港口的渡轮从下周起将比以往早二十分钟离开旧码头。"]
        let changes = checked(old, new)
        #expect(changes.map(\.kind) == [.moved, .changed])
        #expect(changes[1].words.filter { $0.kind != .same }.map(\.text) == ["晚", "早二", "五"])
    }

    @Test func `any two texts can be made from their difference`() {
        var dice = SeededGenerator(seed: 7)
        for _ in 0..<600 {
            let words = ["tide", "quay", "rain", "of", "the", "船", "港", "กา", ",", "."]
            func paragraph() -> String {
                (0..<Int.random(in: 0...8, using: &dice)).map { _ in words.randomElement(using: &dice) ?? "" }
                    .joined(separator: Bool.random(using: &dice) ? " " : "")
            }
            let old = (0..<Int.random(in: 0...9, using: &dice)).map { _ in paragraph() }
            var new = old
            for _ in 0..<Int.random(in: 0...6, using: &dice) {
                let place = Int.random(in: 0...new.count, using: &dice)
                switch Int.random(in: 0...3, using: &dice) {
                case 0: new.insert(paragraph(), at: place)
                case 1 where place < new.count: new.remove(at: place)
                case 2 where place < new.count: new.insert(new.remove(at: place), at: 0)
                case 3 where place < new.count: new[place] += " " + paragraph()
                default: break
                }
            }
            checked(old, new)
        }
    }

    /// Texts that a work without bounds would not end on.
    @Test(arguments: [
        "all different", "all alike", "two that take turns", "reversed", "shuffled", "one word each",
    ])
    func `ten thousand paragraphs take no work that grows with their square`(shape: String) {
        var dice = SeededGenerator(seed: 11)
        let range = 0..<10_000
        let old = range.map { "paragraph \($0) of the old text" }
        let new: [String] =
            switch shape {
            case "all different": range.map { "nothing else \($0 + 20_000) new" }
            case "all alike": range.map { "paragraph \($0 + 20_000) of the old text" }
            case "two that take turns": range.map { $0 % 2 == 0 ? "tide" : "quay" }
            case "reversed": old.reversed()
            case "shuffled": old.shuffled(using: &dice).map { $0 + "!" }
            default: range.map { "\($0)" }
            }
        checked(shape == "two that take turns" ? ["quay"] + new.dropLast(2) + ["tide", "tide"] : old, new)
    }

    /// The sides are as long as a hostile page may make them; a work without bounds would take hours.
    @Test func `a paragraph of a megabyte takes bounded work`() {
        var dice = SeededGenerator(seed: 13)
        let words = ["tide", "quay", "rain", "boat", "wind"]
        func paragraph() -> String {
            (0..<200_000).map { _ in words.randomElement(using: &dice) ?? "" }.joined(separator: " ")
        }
        let (old, new) = (paragraph(), paragraph())
        #expect(checked([old], [new]).map(\.kind) == [.changed])
        checked([old], ["begin " + old + " end"])
        checked([String(repeating: "潮", count: 300_000)], [String(repeating: "潮汐", count: 150_000)])
        checked([String(repeating: ".", count: 1_000_000)], [String(repeating: "a ", count: 500_000)])
        let huge = String(repeating: "tide ", count: 500_000)
        #expect(checked([huge + "comes"], [huge + "goes"]).map(\.kind) == [.removed, .inserted])
    }
}
