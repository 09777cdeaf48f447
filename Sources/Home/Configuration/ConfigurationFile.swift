import Platform

/// The form of a configuration file: `[section]`, `key = value`, `#` comments.
enum ConfigurationFile {
    struct Setting: Sendable {
        let section: String
        let key: String
        let value: String
        /// The line's number, from 1.
        let line: Int
    }

    static let sections = ["desk", "inbox", "database", "changes", "layouts", "metrics"]

    /// The settings of a file in order.
    ///
    /// - Throws: `Fault` naming file and line where a line is no setting, a section is unknown, or a key is set twice.
    static func settings(_ text: String, of file: Path) throws(Fault) -> [Setting] {
        var settings: [Setting] = []
        var section: String?
        // Split by bytes: to Swift, CR LF is one Character, and it is not equal to "\n".
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, raw) in lines.enumerated() {
            let line = trimmed(Substring(raw))
            let place = "\(file):\(index + 1)"
            if line.isEmpty || line.first == "#" || line.first == ";" { continue }
            if line.first == "[" {
                let name = String(line.dropFirst().prefix { $0 != "]" })
                guard line.last == "]", sections.contains(name) else {
                    throw Fault(.configuration, "\(place): unknown section \(line)")
                }
                section = name
                continue
            }
            guard let equals = line.firstIndex(of: "=") else {
                throw Fault(.configuration, "\(place): '\(line)' is no `key = value`")
            }
            let key = String(trimmed(line[..<equals]))
            guard let section else {
                throw Fault(.configuration, "\(place): \(key) stands before the first [section]")
            }
            if let earlier = settings.first(where: { $0.section == section && $0.key == key }) {
                throw Fault(
                    .configuration,
                    "\(place): [\(section)] \(key) is set already on line \(earlier.line)"
                )
            }
            settings.append(
                Setting(
                    section: section,
                    key: key,
                    value: String(trimmed(line[line.index(after: equals)...])),
                    line: index + 1
                )
            )
        }
        return settings
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return text
    }
}
