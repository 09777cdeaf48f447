/// A JSON value whose objects keep their members in the order given, written byte for byte the same each time.
///
/// The change log's lines are compared and hashed as bytes, so their form must not depend on a library's version.
package enum JSON: Hashable, Sendable {
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

    /// An unknown text is null.
    package static func optional(_ text: String?) -> JSON {
        text.map(JSON.text) ?? .null
    }

    /// An unknown number is null.
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
    /// The recursion is only as deep as the records that the desk builds; no input decides its depth.
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

    /// How many bytes one byte of UTF-8 takes inside a JSON string.
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

    /// Appends a text as a JSON string; runs with nothing to escape are copied whole, and a body is nearly all such.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let utf8 = text.utf8.span
        var start = 0
        while let escaped = firstEscaped(utf8, from: start) {
            BlockText.append(utf8.extracting(start..<escaped), to: &bytes)
            escape(utf8[escaped], to: &bytes)
            start = escaped &+ 1
        }
        BlockText.append(utf8.extracting(start..<utf8.count), to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// The offset of the first byte from `start` on that must be escaped in a JSON string.
    ///
    /// Eight bytes are tested at a time, since nearly all of a text has nothing to escape. A byte below a limit is found
    /// by the bit that it borrows when the limit is subtracted. That may also mark the byte after it falsely, but the
    /// first byte marked is always a true one.
    private static func firstEscaped(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var at = start
        while at &+ 8 <= bytes.count {
            // The loop's condition keeps this within bounds; no function marked safe loads several bytes of a span.
            let some = UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            let found =
                below(0x20, some) | below(1, some ^ each(0x22)) | below(1, some ^ each(0x5C))
                | below(1, some ^ each(0x7F))
            if found != 0 { return at &+ found.trailingZeroBitCount / 8 }
            at &+= 8
        }
        while at < bytes.count {
            if writtenSize(of: bytes[at]) > 1 { return at }
            at &+= 1
        }
        return nil
    }

    private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

    /// The high bit of each byte that is less than a limit of at most 128.
    private static func below(_ limit: UInt64, _ bytes: UInt64) -> UInt64 {
        (bytes &- each(limit)) & ~bytes & each(0x80)
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
