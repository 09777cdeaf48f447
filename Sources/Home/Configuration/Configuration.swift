package import Platform

/// Everything that an administrator can set, checked.
package struct Configuration: Sendable {
    /// What becomes of a file once the database holds it.
    package enum After: String, Sendable {
        /// It leaves the inbox.
        case consume
        /// It stays and is remembered as done, for an inbox that another tool mirrors.
        case keep
    }

    package var home: Path?
    /// Threads that read pages ahead of the one that files them; 0 keeps everything on one thread, otherwise as many
    /// more hash files, and one writes the change log and removes what is filed.
    package var workers = 1
    package var inbox: Path?
    package var rejected: Path?
    package var after = After.consume
    package var quietSeconds = 2.0
    package var maxDumpBytes = 64 << 20
    /// Patterns of names that are never taken, in addition to those that no desk takes (`IgnoredNames`).
    package var ignore = ["README.md"]
    package var search = true
    /// Whether words inside a run of a script without spaces are found too.
    package var bigrams = true
    package var changes: Path?
    package var rotateBytes = 256 << 20
    package var rotateAfter: String?
    package var keepSegments = 0
    package var keepDays = 0
    package var keepBytes = 0
    package var layouts: Path?
    package var metricsFile: Path?
    /// The file that it was read from; nil where there is none.
    package var source: Path?

    package init() {}

    /// Reads a configuration file and the drop-ins beside it.
    ///
    /// - Parameter file: `copydesk.conf`; drop-ins are `copydesk.conf.d/*.conf` beside it, read in the order of their
    ///   names.
    /// - Returns: What they set, with defaults for what they do not set.
    /// - Throws: `Fault` of kind `configuration` naming file, line and key.
    package static func read(_ file: Path) throws(Fault) -> Configuration {
        var configuration = Configuration()
        configuration.source = file
        try configuration.apply(file)
        let folder = Path(bytes: file.bytes + Array(".d".utf8)) ?? file
        for name in try configurationNames(in: folder) {
            try configuration.apply(folder.appending(name))
        }
        return configuration
    }

    private static func configurationNames(in folder: Path) throws(Fault) -> [[UInt8]] {
        var names: [[UInt8]] = []
        do throws(Errno) {
            try Directory.open(folder).entries { (name, _) throws(Errno) in
                if !name.starts(with: ".".utf8), name.suffix(5).elementsEqual(".conf".utf8) { names.append(name) }
                return true
            }
        } catch .noEntry {
            return []
        } catch {
            throw Fault(Fault.kind(ofReading: error), "cannot read the configuration folder \(folder): \(error)")
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private mutating func apply(_ file: Path) throws(Fault) {
        let bytes: [UInt8]
        do throws(Errno) {
            bytes = try Descriptor.open(file, .readOnly).readAll(limit: 1 << 20)
        } catch {
            throw Fault(Fault.kind(ofReading: error), "cannot read the configuration \(file): \(error)")
        }
        for setting in try ConfigurationFile.settings(String(decoding: bytes, as: UTF8.self), of: file) {
            if let complaint = set(setting, below: file.parent) {
                throw Fault(
                    .configuration,
                    "\(file):\(setting.line): [\(setting.section)] \(setting.key): \(complaint)"
                )
            }
        }
    }

    private static let pathKeys: Set = ["home", "path", "rejected", "file"]

    /// Sets one key; returns what is wrong with it, or nil.
    private mutating func set(_ setting: ConfigurationFile.Setting, below folder: Path) -> String? {
        let value = setting.value
        if Configuration.pathKeys.contains(setting.key), value.isEmpty { return "no path is given" }
        func path() -> Path {
            let path = Path(value)
            return path.isAbsolute ? path : folder.appending(value)
        }
        switch (setting.section, setting.key) {
        case ("desk", "home"): home = path()
        case ("desk", "workers"): return Configuration.number(value, in: 0...64, into: &workers)
        case ("inbox", "path"): inbox = path()
        case ("inbox", "rejected"): rejected = path()
        case ("inbox", "after"):
            guard let known = After(rawValue: value) else { return "'\(value)' is neither consume nor keep" }
            after = known
        case ("inbox", "quiet_seconds"):
            guard let seconds = Double(value), (0...3600).contains(seconds) else {
                return "'\(value)' is no number of seconds from 0 to 3600"
            }
            quietSeconds = seconds
        case ("inbox", "max_dump_bytes"): return Configuration.size(value, in: 1...(1 << 29), into: &maxDumpBytes)
        case ("inbox", "ignore"): ignore = value.split(separator: " ").map(String.init)
        case ("database", "search"): return Configuration.truth(value, into: &search)
        case ("database", "bigrams"): return Configuration.truth(value, into: &bigrams)
        case ("changes", "path"): changes = path()
        case ("changes", "rotate_bytes"): return Configuration.size(value, in: 0...(1 << 40), into: &rotateBytes)
        case ("changes", "rotate_after"):
            guard ["", "hour", "day", "week"].contains(value) else { return "'\(value)' is none of hour, day, week" }
            rotateAfter = value.isEmpty ? nil : value
        case ("changes", "keep"): return Configuration.number(value, in: 0...1_000_000, into: &keepSegments)
        case ("changes", "keep_days"): return Configuration.number(value, in: 0...100_000, into: &keepDays)
        case ("changes", "keep_bytes"): return Configuration.size(value, in: 0...(1 << 50), into: &keepBytes)
        case ("layouts", "path"): layouts = path()
        case ("metrics", "file"): metricsFile = path()
        default: return "unknown key"
        }
        return nil
    }

    private static func number(_ value: String, in range: ClosedRange<Int>, into place: inout Int) -> String? {
        guard let number = Int(value), range.contains(number) else {
            return "'\(value)' is no whole number from \(range.lowerBound) to \(range.upperBound)"
        }
        place = number
        return nil
    }

    /// Reads a number of bytes; K, M and G stand for powers of 1024.
    private static func size(_ value: String, in range: ClosedRange<Int>, into place: inout Int) -> String? {
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        let unit = value.last.flatMap { units[$0] }
        let digits = unit == nil ? Substring(value) : value.dropLast()
        guard let number = Int(digits), case let (bytes, overflow) = number.multipliedReportingOverflow(by: unit ?? 1),
            !overflow, range.contains(bytes)
        else {
            return
                "'\(value)' is no size from \(range.lowerBound) to \(range.upperBound) bytes (K, M and G are understood)"
        }
        place = bytes
        return nil
    }

    private static func truth(_ value: String, into place: inout Bool) -> String? {
        switch value {
        case "on", "yes", "true": place = true
        case "off", "no", "false": place = false
        default: return "'\(value)' is neither on nor off"
        }
        return nil
    }
}
