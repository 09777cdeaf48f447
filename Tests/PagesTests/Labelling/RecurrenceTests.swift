import Testing

@testable import Pages

/// What recurs on a page, and how it is told.
@Suite struct RecurrenceTests {
    private static func kind(_ places: [Int], shapes: [UInt8] = []) -> Recurrence.Kind {
        var recurrence = Recurrence(lines: 100)
        for (turn, place) in places.enumerated() {
            let shape = shapes.isEmpty ? 1 : shapes[turn]
            recurrence.add(7, at: place, after: shape, before: 2)
        }
        return recurrence[7]
    }

    @Test(arguments: [
        ([4], 0), ([1, 5, 9, 13], 1), ([10, 20, 29, 40], 2), ([10, 16, 26, 35], 3), ([1, 2, 30], 4),
    ])
    func `distances are even or not`(places: [Int], spread: Int) {
        #expect(Self.kind(places).spread == spread)
    }

    @Test func `the shape that stands mostly after a line is told, and none where they differ`() {
        let count = BlockShape.allCases.count
        #expect(Self.kind([1, 2, 3, 4, 5], shapes: [3, 3, 4, 3, 3]).mostAfter == 3)
        #expect(Self.kind([1, 2, 3, 4], shapes: [3, 4, 3, 4]).mostAfter == count)
        #expect(Self.kind([1, 2, 3], shapes: [3, 4, 5]).afterLast == 5)
    }

    @Test(arguments: [
        ("Posted on 3 March 2026 by Ada Marsh", "Posted on 14 May 2019 by Tom Ng", true),
        ("12 comments", "3 comments", true), ("Read more: Ferries", "Read more: The Crane", true),
        ("Read more", "Read less", false), ("May 3, 2026", "June 12, 2019", true), ("12 comments", "12 views", false),
    ])
    func `lines of one template have one key`(one: String, other: String, isSame: Bool) throws {
        func key(_ line: String) throws -> UInt32 {
            let text = Array(line.utf8)
            let date = DateReader.dates(in: text).first?.range
            return LineKeys(text.span, date: date, look: InlineArray(repeating: 0)).template
        }
        #expect(try (key(one) == key(other)) == isSame)
    }

    @Test func `the nearest block of a class is found before and after, up to 32 blocks away`() {
        let classes = (0..<80).map { UInt8($0 == 10 || $0 == 50 ? 1 : 0) }
        var near = Neighbourhood(classes.prefix(32))
        for block in classes.indices {
            near.advance(block + 32 < classes.count ? classes[block + 32] : 0)
            let before = classes[..<block].lastIndex(of: 1).map { block - $0 } ?? 33
            let after = classes[(block + 1)...].firstIndex(of: 1).map { $0 - block } ?? 33
            #expect(near.before(.date) == min(before, 33) && near.after(.date) == min(after, 33))
        }
    }

    @Test func `every row has a name of its own`() {
        let names = (0..<Observation.rows).map(Observation.name)
        #expect(Set(names).count == names.count)
        #expect(names.first == "words=0" && names.contains("shape=headline") && names.contains("proseAhead=1-14"))
        #expect(Observation.rows <= Int(UInt16.max))
    }
}
