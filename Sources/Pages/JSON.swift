/// A JSON value whose objects keep their members in the order given, written byte for byte the same each time.
///
/// The change log's lines are compared and hashed as bytes, so their form must not depend on a library's version.
package indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case text(String)
    case array([JSON])
    case object([Member])
    /// Text that is JSON already, such as a `_json` column.
    case written(String)

    /// One name and value of an object.
    package struct Member: Hashable, Sendable {
        package let name: String
        package var value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// Unknown is null.
    package static func optional(_ text: String?) -> JSON {
        text.map(JSON.text) ?? .null
    }

    /// Unknown is null.
    package static func optional(_ number: Int?) -> JSON {
        number.map { .integer(Int64($0)) } ?? .null
    }

    /// The value as compact JSON.
    package var string: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the value as compact JSON: no white space, nothing escaped but what RFC 8259 section 7 demands and DEL.
    ///
    /// The depth is that of the records we build, never that of anybody's input.
    package func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .written(let text): bytes.append(contentsOf: text.utf8)
        case .text(let text): JSON.write(text, to: &bytes)
        case .array(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// How many bytes a byte of a string's UTF-8 takes inside a JSON string.
    package static func writtenSize(of byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: 2
        case 0..<0x20, 0x7F: 6
        default: 1
        }
    }

    /// How many bytes a text takes as a JSON string, without the quotes.
    package static func writtenSize(of text: String) -> Int {
        let utf8 = text.utf8.span
        var size = utf8.count
        var start = 0
        while let escaped = firstEscaped(utf8, from: start) {
            size &+= writtenSize(of: utf8[escaped]) &- 1
            start = escaped &+ 1
        }
        return size
    }

    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let begin = bytes.count
        bytes.append(contentsOf: text.utf8)
        if let first = firstEscaped(bytes.span, from: begin) {
            let rest = Array(bytes[first...])
            bytes.removeSubrange(first...)
            write(escaping: rest, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Stretches without anything to escape are copied whole: that is nearly all of a body.
    private static func write(escaping text: [UInt8], to bytes: inout [UInt8]) {
        var start = 0
        while let escaped = firstEscaped(text.span, from: start) {
            bytes.append(contentsOf: text[start..<escaped])
            escape(text[escaped], to: &bytes)
            start = escaped &+ 1
        }
        bytes.append(contentsOf: text[start...])
    }

    /// The first byte from `start` on that stands escaped in a JSON string.
    ///
    /// Sixteen bytes at a time without a branch among them, which the compiler makes one look of the processor.
    private static func firstEscaped(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var at = start
        while at &+ 16 <= bytes.count {
            let some = bytes.extracting(at..<at &+ 16)
            var found: UInt8 = 0
            for index in some.indices { found |= isEscaped(some[index]) ? 1 : 0 }
            if found != 0 { break }
            at &+= 16
        }
        while at < bytes.count {
            if isEscaped(bytes[at]) { return at }
            at &+= 1
        }
        return nil
    }

    @inline(__always)
    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
    }

    private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
        case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
        case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
        case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
        case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
        default:
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(contentsOf: #"\u00"#.utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }
}
