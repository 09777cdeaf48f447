import Foundation
import Pages
import Testing

@testable import Store

@Suite struct JSONWriterTests {
    /// Numbers that are the same at each run (Knuth's MMIX generator).
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test(arguments: 1...40)
    func `another parser reads random texts back as they were`(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let texts = (0..<50).map { _ in
            String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...40, using: &dice)).compactMap { _ in
                        let range: ClosedRange<UInt32> =
                            [0...0x7F, 0...0x7FF, 0...0xFFFF, 0...0x10FFFF]
                            .randomElement(using: &dice) ?? 0...0x7F
                        return Unicode.Scalar(UInt32.random(in: range, using: &dice))
                    }
                )
            )
        }
        let json = JSON.array(texts.map(JSON.text)).string
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String])
        #expect(read.map { Array($0.utf8) } == texts.map { Array($0.utf8) })
    }

    @Test(arguments: 0...0x7F)
    func `the writer's bytes are as many as it says`(byte: UInt8) {
        let text = String(UnicodeScalar(byte))
        #expect(JSON.text(text).string.utf8.count == JSON.writtenSize(of: text) + 2)
    }

    @Test func `SQLite takes what the writer writes for JSON`() throws {
        let store = try ScratchStore().store
        let json = JSON.object([
            .init("a\"b", .array([.null, .bool(true), .integer(.min), .integer(.max), .text("\u{0}\u{1F}\u{7F}é")]))
        ]).string
        let valid = try store.connection.first("SELECT json_valid(?1)", [.text(json)], doing: "ask") { $0.int(0) }
        #expect(valid == 1)
    }
}
