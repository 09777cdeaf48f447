import Platform
import Synchronization
import Testing

@testable import Desk

@Suite("Names in the inbox")
struct NamesTests {
    @Test(
        "These are never taken",
        arguments: [
            ".hidden", ".", "a.part", "a.tmp", "a.partial", "a.filepart", "a.crdownload", "a.txt~", "~", ".part",
            "README.md", "notes1.txt", "draft-of-a-page",
        ]
    )
    func ignored(name: String) {
        #expect(IgnoredNames(["README.md", "notes?.txt", "draft*page"]).contains(Array(name.utf8)))
    }

    @Test(
        "These are taken",
        arguments: [
            "a.txt", "part", "tmp", "a.part.txt", "a~b", "a.PART", "readme.md", "README.md.txt", "notes.txt",
            "notes12.txt", "draft-of-a-page.txt", "\u{1F99C}",
        ]
    )
    func taken(name: String) {
        #expect(!IgnoredNames(["README.md", "notes?.txt", "draft*page"]).contains(Array(name.utf8)))
    }

    @Test(
        "A pattern matches the whole name",
        arguments: [
            ("*", "", true), ("*", "anything", true), ("?", "", false), ("?", "a", true), ("?", "ab", false),
            ("a*", "a", true), ("*a", "ba", true), ("*a", "ab", false), ("a*b*c", "a1b2c", true),
            ("a*b*c", "acb", false), ("**", "x", true), ("*.*", "a", false), ("*.*", "a.b", true), ("", "", true),
            ("", "a", false), ("a?c*e", "abcde", true), ("*abc", "ababc", true), ("a*a", "a", false),
        ]
    )
    func patterns(pattern: String, name: String, matches: Bool) {
        #expect(IgnoredNames.matches(Array(name.utf8), Array(pattern.utf8)) == matches)
    }

    @Test("A hostile pattern and name take no more than length times length")
    func hostile() {
        let pattern = Array(String(repeating: "a*", count: 120).utf8) + [UInt8(ascii: "b")]
        #expect(!IgnoredNames.matches(Array(repeating: UInt8(ascii: "a"), count: 255), pattern))
    }

    @Test(
        "An arrival's path falls into folder and name, and they make the path again",
        arguments: [("a", "", "a"), ("x/a", "x", "a"), ("x/y/a", "x/y", "a")]
    )
    func parts(path: String, folder: String, name: String) {
        let arrival = Arrival(path: Array(path.utf8))
        #expect(arrival.folder == Array(folder.utf8))
        #expect(arrival.name == Array(name.utf8))
        #expect(Arrival.join(arrival.folder, arrival.name) == arrival.path)
    }

    @Test("A name need not be UTF-8")
    func bytes() {
        let arrival = Arrival(path: [0xFF, UInt8(ascii: "/"), 0xFE])
        #expect(arrival.folder == [0xFF])
        #expect(arrival.name == [0xFE])
    }

    @Test("Of many deliveries those that were seen are known by their numbers")
    func seen() {
        var seen = SeenDeliveries()
        for delivery in stride(from: Int64(1), to: 100_000, by: 63) { seen.insert(delivery) }
        seen.insert(-1)
        #expect(
            (Int64(-2)..<100_100).allSatisfy { seen.contains($0) == ($0 > 0 && $0 < 100_000 && ($0 - 1) % 63 == 0) }
        )
    }

    @Test("Work done ahead keeps its order, on one thread and on several", arguments: [0, 1, 3])
    func inOrder(workers: Int) {
        let numbers = Array(0..<500)
        #expect(ReadAhead(numbers, workers: workers) { $0 * $0 }.all() == numbers.map { $0 * $0 })
        #expect(ReadAhead([Int](), workers: workers) { $0 }.all() == [])
    }

    @Test("Work that is not wanted any more is left undone", arguments: [0, 2])
    func cancelled(workers: Int) {
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
