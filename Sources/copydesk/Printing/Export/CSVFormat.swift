import Pages

/// Comma-separated values by RFC 4180: a header, CRLF after each record, UTF-8 without a byte order mark.
///
/// Each text stands in quotes, so an unknown value, which has none, is another thing than a text. Texts are written as
/// they are, also those that a spreadsheet takes for a formula: a sign put before them would change the data for every
/// other reader, and the RFC knows none.
struct CSVFormat: ArticleFormat {
    private static let quote = UInt8(ascii: "\"")
    private var hasBegun = false

    mutating func written(_ article: ExportedArticle) -> [UInt8] {
        var bytes: [UInt8] = []
        if !hasBegun {
            hasBegun = true
            bytes += article.row.map(\.name).joined(separator: ",").utf8
            CSVFormat.endRecord(&bytes)
        }
        for (index, member) in article.row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch member.value {
            case .null: break
            case .integer(let number): bytes += String(number).utf8
            case .text(let text), .written(let text): CSVFormat.write(text, to: &bytes)
            case .bool, .array, .object: CSVFormat.write(member.value.string, to: &bytes)
            }
        }
        CSVFormat.endRecord(&bytes)
        return bytes
    }

    private static func endRecord(_ bytes: inout [UInt8]) {
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }

    /// Appends a text in quotes, with each quote in it doubled.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        let text = Array(text.utf8)
        bytes.append(quote)
        var start = 0
        while let place = text[start...].firstIndex(of: quote) {
            bytes += text[start...place]
            bytes.append(quote)
            start = place + 1
        }
        bytes += text[start...]
        bytes.append(quote)
    }
}
