import Platform
import Synchronization
import Testing

@testable import Desk

/// Names in the inbox.
@Suite struct NamesTests {
    @Test(arguments: [
        ".hidden", ".", "a.part", "a.tmp", "a.partial", "a.filepart", "a.crdownload", "a.txt~", "~", ".part",
        "README.md", "notes1.txt", "draft-of-a-page",
    ])
    func `a name that is hidden, of an unfinished file, or matches a pattern is never taken`(name: String) {
        #expect(IgnoredNames(["README.md", "notes?.txt", "draft*page"]).contains(Array(name.utf8)))
    }

    @Test(arguments: [
        "a.txt", "part", "tmp", "a.part.txt", "a~b", "a.PART", "readme.md", "README.md.txt", "notes.txt",
        "notes12.txt", "draft-of-a-page.txt", "\u{1F99C}",
    ])
    func `a name that only resembles an ignored one is taken`(name: String) {
        #expect(!IgnoredNames(["README.md", "notes?.txt", "draft*page"]).contains(Array(name.utf8)))
    }

    @Test(arguments: [
        ("*", "", true), ("*", "anything", true), ("?", "", false), ("?", "a", true), ("?", "ab", false),
        ("a*", "a", true), ("*a", "ba", true), ("*a", "ab", false), ("a*b*c", "a1b2c", true),
        ("a*b*c", "acb", false), ("**", "x", true), ("*.*", "a", false), ("*.*", "a.b", true), ("", "", true),
        ("", "a", false), ("a?c*e", "abcde", true), ("*abc", "ababc", true), ("a*a", "a", false),
    ])
    func `a pattern matches the whole name`(pattern: String, name: String, matches: Bool) {
        #expect(IgnoredNames.matches(Array(name.utf8), Array(pattern.utf8)) == matches)
    }

    @Test func `a hostile pattern and name take no more than length times length`() {
        let pattern = Array(String(repeating: "a*", count: 120).utf8) + [UInt8(ascii: "b")]
        #expect(!IgnoredNames.matches(Array(repeating: UInt8(ascii: "a"), count: 255), pattern))
    }

    @Test(arguments: [("a", "", "a"), ("x/a", "x", "a"), ("x/y/a", "x/y", "a")])
    func `an arrival's path falls into folder and name, and they make the path again`(
        path: String,
        folder: String,
        name: String
    ) {
        let arrival = Arrival(path: Array(path.utf8))
        #expect(arrival.folder == Array(folder.utf8))
        #expect(arrival.name == Array(name.utf8))
        #expect(Arrival.join(arrival.folder, arrival.name) == arrival.path)
    }

    @Test func `a name need not be UTF-8`() {
        let arrival = Arrival(path: [0xFF, UInt8(ascii: "/"), 0xFE])
        #expect(arrival.folder == [0xFF])
        #expect(arrival.name == [0xFE])
    }

    @Test func `of many deliveries those that were seen are known by their numbers`() {
        var seen = SeenDeliveries()
        for delivery in stride(from: Int64(1), to: 100_000, by: 63) { seen.insert(delivery) }
        seen.insert(-1)
        #expect(
            (Int64(-2)..<100_100).allSatisfy { seen.contains($0) == ($0 > 0 && $0 < 100_000 && ($0 - 1) % 63 == 0) }
        )
    }

    @Test(arguments: [0, 1, 3])
    func `work done ahead keeps its order, on one thread and on several`(workers: Int) {
        let numbers = Array(0..<500)
        #expect(ReadAhead(numbers, workers: workers) { $0 * $0 }.all() == numbers.map { $0 * $0 })
        #expect(ReadAhead([Int](), workers: workers) { $0 }.all() == [])
    }

    @Test(arguments: [0, 2])
    func `work that is not wanted any more is left undone`(workers: Int) {
        let done = Count()
        let work = ReadAhead(Array(0..<100_000), workers: workers) { number in
            done.value.add(1, ordering: .relaxed)
            Clock.sleep(milliseconds: 1)
            return number
        }
        #expect(work.take(0) == 0)
        work.cancel()
        #expect(done.value.load(ordering: .relaxed) < 100_000)
    }
}

private final class Count: Sendable {
    let value = Atomic<Int>(0)
}
