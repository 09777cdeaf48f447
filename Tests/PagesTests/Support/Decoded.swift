@testable import Pages

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
