import Pages

/// Texts that are too long for one record, gathered from their parts.
struct LongTexts {
    private struct Gathered {
        var bytes: [UInt8] = []
        /// How many parts are here.
        var parts = 0
        let of: Int
    }

    private var gathered: [String: Gathered] = [:]

    /// Adds the next part of a text; false where another one is due.
    mutating func add(_ text: String, _ part: Int, of parts: Int, sha256: String) -> Bool {
        // The first part begins anew: the same text can be told of several rows.
        if part == 1 { gathered[sha256] = Gathered(of: parts) }
        guard let before = gathered[sha256], before.parts == part - 1, before.of == parts else { return false }
        gathered[sha256]?.bytes += Array(text.utf8)
        gathered[sha256]?.parts = part
        return true
    }

    /// Hands a whole text out, which is then no longer kept; nil where a part is missing or the digest is another.
    mutating func take(_ sha256: String) -> String? {
        guard let found = gathered.removeValue(forKey: sha256), found.parts == found.of,
            SHA256.digest(of: found.bytes.span).hex == sha256
        else { return nil }
        return String(decoding: found.bytes, as: UTF8.self)
    }
}
