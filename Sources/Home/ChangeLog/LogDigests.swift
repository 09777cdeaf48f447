import Pages

/// Follows the digests in a change log's `log.*` lines along its files.
///
/// A `log.check` line has the SHA-256 of the bytes since the last such line, and the first line of a file that of the
/// whole file before it.
package struct LogDigests: ~Copyable {
    private var sinceMark = SHA256()
    private var ofFile = SHA256()
    /// The SHA-256 of the file before; nil where there was none.
    private var previous: String?
    /// How many digests were compared.
    package private(set) var compared = 0

    package init() {}

    /// Goes on to the next file.
    package mutating func beginFile(isFirst: Bool) {
        var whole = SHA256()
        swap(&whole, &ofFile)
        previous = isFirst ? nil : whole.finalize().hex
        sinceMark = SHA256()
    }

    /// Takes in the next line, without its newline.
    ///
    /// - Returns: What is wrong with the digest in it; nil where nothing is, or it has none.
    package mutating func take(_ line: ArraySlice<UInt8>) -> String? {
        let defect = LogLine.position(of: line) != nil && LogLine.speaksOfFile(line) ? compare(line) : nil
        let bytes = line + [UInt8(ascii: "\n")]
        sinceMark.update(Array(bytes).span)
        ofFile.update(Array(bytes).span)
        return defect
    }

    private mutating func compare(_ line: ArraySlice<UInt8>) -> String? {
        let text = String(decoding: line, as: UTF8.self)
        func value(_ key: String) -> Substring? {
            text.firstRange(of: "\"\(key)\":\"").map { text[$0.upperBound...].prefix { $0 != "\"" } }
        }
        var since = SHA256()
        swap(&since, &sinceMark)
        let digest = since.finalize().hex
        if LogLine.opens(line), let previous, let named = value("previous_sha256") {
            compared += 1
            return named == previous ? nil : "the file before it is not the one it names (SHA-256)"
        }
        if LogLine.checks(line), let named = value("sha256") {
            compared += 1
            return named == digest ? nil : "the bytes before it are not those it was made of (SHA-256)"
        }
        return nil
    }
}
