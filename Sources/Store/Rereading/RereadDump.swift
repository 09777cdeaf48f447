import Pages

/// A dump that is to be read anew.
package struct RereadDump: Sendable {
    package let key: Int64
    package let sha256: String
    package let bytes: [UInt8]
    /// The name of the file that brought it first.
    package let name: String
    /// When that came.
    package let receivedAt: String
    /// How often reading it anew was begun and not ended.
    package let tries: Int
    let delivery: Int64
}

/// Which dumps are read anew.
package enum RereadChoice: Sendable {
    /// Those that other rules than this version's read last.
    case older
    case all
    /// Those whose SHA-256 begins so.
    case named([String])
}

/// What reading a dump anew has changed.
package struct RereadResult: Sendable, Equatable {
    /// Lines that tell each difference; empty where the result is the same.
    package var differences: [String] = []
    package var isSame: Bool { differences.isEmpty }

    /// The first differences in one line.
    package var summary: String {
        let more = differences.count > 3 ? "; \(differences.count - 3) more" : ""
        return differences.prefix(3).joined(separator: "; ") + more
    }

    package init(differences: [String] = []) {
        self.differences = differences
    }
}
