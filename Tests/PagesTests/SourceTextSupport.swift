import Foundation
import Testing

@testable import Pages

/// Chance that is the same at every run (SplitMix64), so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
    }
}

func decoded(_ text: String) throws -> SourceText {
    try TextDecoder.decode(Array(text.utf8))
}

func house(_ bytes: [UInt8]) throws -> String {
    String(decoding: try TextDecoder.decode(bytes).utf8, as: UTF8.self)
}

func house(_ text: String) throws -> String {
    try house(Array(text.utf8))
}

func reason(_ bytes: [UInt8]) -> Refusal.Reason? {
    do throws(Refusal) {
        _ = try TextDecoder.decode(bytes)
        return nil
    } catch {
        return error.reason
    }
}

func reason(_ text: String) -> Refusal.Reason? { reason(Array(text.utf8)) }

func utf16(_ text: String, bigEndian: Bool = false, mark: Bool = false) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
        let high = UInt8(unit >> 8)
        let low = UInt8(unit & 255)
        return bigEndian ? [high, low] : [low, high]
    }
}
