import Foundation
import Pages

@testable import Store

/// All that a desk holds, in a form in which two desks can be compared: names for times and for what counts commits.
struct DeskState: Equatable {
    /// The rows of every public view, in their own order, as JSON.
    var views: [String: [String]] = [:]
    /// Every complete line of the change log, segments first.
    var log: [String] = []
    /// Bytes after the log's last newline.
    var torn = ""
    /// SHA-256 by path, of all files in the inbox and among the rejected; a link's target stands for its bytes.
    var inbox: [String: String] = [:]
    var rejected: [String: String] = [:]
    /// Names in the home.
    var home: Set<String> = []
    /// What SQLite finds wrong, and what only the private tables tell.
    var faults: [String] = []
    /// SHA-256 of all kept bytes.
    var originals: Set<String> = []
    /// What was delivered by name, sorted, and the ids of articles and teasers.
    var names: [String] = []
    var ids: Set<String> = []
    /// Whether the log's records are, byte for byte, those that the database makes.
    var isEchoed = true

    static let views = [
        "articles", "teasers", "revisions", "appearances", "dumps", "deliveries", "rejections", "groups", "changes",
    ]

    /// Reads a desk that nobody serves, as a reader with no right to write would.
    init(of tree: CrashTree) throws {
        try readDatabase(tree.home + "/copydesk.db")
        let raw = DeskState.wholeLog(of: tree)
        isEchoed = try DeskState.isEcho(raw, of: tree.home + "/copydesk.db")
        let log = Data(DeskState.plain(raw))
        let lines = log.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        self.log = lines.dropLast().map { DeskState.withoutLastSeen(String(decoding: $0, as: UTF8.self)) }
        torn = lines.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        inbox = DeskState.files(below: tree.inbox)
        rejected = DeskState.files(below: tree.home + "/rejected")
        home = Set(try FileManager.default.contentsOfDirectory(atPath: tree.home))
    }

    private mutating func readDatabase(_ path: String) throws {
        // Before the first commit there is nothing that a reader could read.
        guard let connection = try? Connection(path: path, access: .read),
            let tables = try? connection.first("SELECT count(*) FROM sqlite_schema", doing: "look", { $0.int(0) }),
            tables > 0
        else { return }
        for view in DeskState.views {
            var rows: [String] = []
            try connection.run("SELECT * FROM \(view)", doing: "read \(view)") { row in
                // Commits are counted, and a batch that was interrupted is taken up one file at a time.
                let members = row.members.filter { $0.name != "txn" }
                rows.append(String(decoding: DeskState.plain(Array(JSON.object(members).string.utf8)), as: UTF8.self))
            }
            views[view] = rows
        }
        try connection.run("SELECT d.sha256, o.bytes FROM dump d LEFT JOIN original o ON o.dump = d.key", doing: "read")
        {
            let digest = DeskState.digest($0.blob(1))
            originals.insert(digest)
            if digest != $0.text(0) { faults.append("original \($0.text(0)) differs") }
        }
        try connection.run("SELECT path FROM deliveries ORDER BY path", doing: "read") { names.append($0.text(0)) }
        try connection.run("SELECT id FROM articles UNION SELECT id FROM teasers", doing: "read") {
            ids.insert($0.text(0))
        }
        try connection.run("PRAGMA integrity_check", doing: "check") {
            if $0.text(0) != "ok" { faults.append($0.text(0)) }
        }
        try connection.run("PRAGMA foreign_key_check", doing: "check") { faults.append("reference of \($0.text(0))") }
    }

    /// What is not as in `other`, in a few words; nil where nothing is.
    func difference(from other: DeskState) -> String? {
        for view in DeskState.views where views[view] != other.views[view] {
            return "\(view): \(DeskState.first(views[view] ?? [], other.views[view] ?? []))"
        }
        if log != other.log { return "log: \(DeskState.first(log, other.log))" }
        if torn != other.torn { return "the log's end is torn: \(torn.prefix(80))" }
        if inbox != other.inbox { return "inbox: \(inbox.keys.sorted()) for \(other.inbox.keys.sorted())" }
        if rejected.keys.sorted() != other.rejected.keys.sorted() || rejected != other.rejected {
            return "rejected: \(rejected.keys.sorted()) for \(other.rejected.keys.sorted())"
        }
        if home != other.home { return "home: \(home.symmetricDifference(other.home).sorted())" }
        return faults == other.faults ? nil : "faults: \(faults)"
    }

    /// The lines of the log that are records.
    var records: [String] { log.filter { !$0.prefix(300).contains("\"type\":\"log.") } }

    /// The closed segments in order of their numbers, then the live file.
    private static func wholeLog(of tree: CrashTree) -> [UInt8] {
        let folder = tree.home + "/changes"
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasPrefix("changes-")
        }
        let first = { (name: String) in Int(name.split(separator: "-")[1]) ?? 0 }
        return names.sorted { first($0) < first($1) }.flatMap { contents(of: "\(folder)/\($0)") }
            + contents(of: tree.changeLog)
    }

    /// What is missing where a fault may have changed the order in which files came; nil where nothing is.
    func lack(against other: DeskState) -> String? {
        if !inbox.isEmpty { return "inbox: \(inbox.keys.sorted())" }
        if names != other.names { return "deliveries: \(names) for \(other.names)" }
        if originals != other.originals || ids != other.ids { return "articles or dumps differ" }
        if rejected.keys.sorted() != other.rejected.keys.sorted() { return "rejected: \(rejected.keys.sorted())" }
        if home != other.home { return "home: \(home.symmetricDifference(other.home).sorted())" }
        if !isEchoed { return "the log is not what the database makes" }
        return faults.isEmpty ? nil : "faults: \(faults)"
    }

    private static func isEcho(_ log: [UInt8], of database: String) throws -> Bool {
        guard let store = try? Store(path: database, access: .reader) else { return log.isEmpty }
        let records = try store.records(after: 0, limit: 100_000).map { $0.line.dropLast() }
        // What a crash or a failed write tore is ended with a newline and written anew; readers skip it.
        let lines = log.split(separator: UInt8(ascii: "\n")).filter {
            (try? JSONSerialization.jsonObject(with: Data($0))) != nil
                && !String(decoding: $0.prefix(300), as: UTF8.self).contains("\"type\":\"log.")
        }
        return lines.count == records.count && zip(lines, records).allSatisfy { $0.elementsEqual($1) }
    }

    static func digest(_ bytes: [UInt8]) -> String { SHA256.digest(of: bytes.span).hex }

    private static func first(_ mine: [String], _ theirs: [String]) -> String {
        for (index, line) in mine.enumerated() where index >= theirs.count || theirs[index] != line {
            return "\(mine.count) for \(theirs.count), at \(index): \(line.prefix(300)) for "
                + (index < theirs.count ? theirs[index].prefix(300) : "nothing")
        }
        return "\(mine.count) for \(theirs.count)"
    }

    /// Replaces what differs between two desks that did the same: times to the millisecond, epochs, numbers of commits.
    static func plain(_ bytes: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let skipped = skips(bytes, index) {
                plain += Array("?".utf8)
                index += skipped
            } else {
                plain.append(bytes[index])
                index += 1
            }
        }
        return plain
    }

    /// Whether an article was last seen at another time depends on whether two files shared a commit.
    private static func withoutLastSeen(_ line: String) -> String {
        [#""last_seen_at":"?","#, #","last_seen_at":"?""#, #""last_seen_at","#, #","last_seen_at""#]
            .reduce(line) { $0.replacingOccurrences(of: $1, with: "") }
    }

    private static let timeForm = Array("0000-00-00T00:00:00.000Z".utf8)
    private static let epochForm = Array("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx".utf8)
    private static let commit = Array(#""txn":"#.utf8)
    private static let afterCommit = Array(#""op":"#.utf8)

    private static func skips(_ bytes: [UInt8], _ start: Int) -> Int? {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let isHex = { (byte: UInt8) in isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte) }
        func fits(_ form: [UInt8], _ place: UInt8, _ isIn: (UInt8) -> Bool) -> Bool {
            guard start + form.count <= bytes.count else { return false }
            for (index, wanted) in form.enumerated() {
                guard wanted == place ? isIn(bytes[start + index]) : bytes[start + index] == wanted else {
                    return false
                }
            }
            return true
        }
        switch bytes[start] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"):
            if fits(timeForm, UInt8(ascii: "0"), isDigit) { return timeForm.count }
            return fits(epochForm, UInt8(ascii: "x"), isHex) ? epochForm.count : nil
        case UInt8(ascii: "\"") where bytes[start...].starts(with: commit):
            // Up to `op`, so that `txn_last` is left out with it.
            var end = start + commit.count
            while end < bytes.count, end < start + 64, !bytes[end...].starts(with: afterCommit) { end += 1 }
            return end < bytes.count && bytes[end...].starts(with: afterCommit) ? end - start : nil
        default: return nil
        }
    }

    static func contents(of path: String) -> [UInt8] {
        FileManager.default.contents(atPath: path).map(Array.init) ?? []
    }

    private static func files(below folder: String) -> [String: String] {
        var files: [String: String] = [:]
        guard let names = FileManager.default.enumerator(atPath: folder) else { return files }
        for case let name as String in names {
            let path = "\(folder)/\(name)"
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
                files[name] = "link to \(target)"
                continue
            }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            // The note beside a rejected file tells when it came.
            files[name] = digest(plain(contents(of: path)))
        }
        return files
    }
}
