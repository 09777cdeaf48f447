/// Which names in the inbox are never taken.
package struct IgnoredNames: Sendable {
    /// The endings of names under which programs write files that are not whole yet.
    static let unfinished = [".part", ".tmp", ".partial", ".filepart", ".crdownload", "~"].map { Array($0.utf8) }

    /// The administrator's own patterns; `*` stands for any run of bytes, `?` for one byte.
    let patterns: [[UInt8]]

    package init(_ patterns: [String]) {
        self.patterns = patterns.map { Array($0.utf8) }
    }

    package func contains(_ name: [UInt8]) -> Bool {
        name.first == UInt8(ascii: ".") || IgnoredNames.unfinished.contains { name.suffix($0.count).elementsEqual($0) }
            || patterns.contains { IgnoredNames.matches(name, $0) }
    }

    /// Whether a name matches a pattern.
    ///
    /// Where a byte does not match, this goes back to the last `*` only. That is enough, and it takes no more steps
    /// than the length of the name times that of the pattern.
    static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
        var place = 0
        var wanted = 0
        var afterStar: (place: Int, wanted: Int)?
        while place < name.count {
            if wanted < pattern.count, pattern[wanted] == UInt8(ascii: "*") {
                afterStar = (place, wanted + 1)
                wanted += 1
            } else if wanted < pattern.count, pattern[wanted] == UInt8(ascii: "?") || pattern[wanted] == name[place] {
                place += 1
                wanted += 1
            } else if let star = afterStar {
                afterStar = (star.place + 1, star.wanted)
                place = star.place + 1
                wanted = star.wanted
            } else {
                return false
            }
        }
        return pattern[wanted...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
