import Foundation

/// The rules that a power cut on ext4 cannot show broken, since any sync there writes the whole journal: looked for in
/// the order of the calls themselves.
enum CallOrder {
    /// What the record of a run breaks, in its order.
    static func faults(in calls: [CallRecord]) -> [String] {
        var faults: [String] = []
        var descriptors: [String: String] = [:]
        // Bytes of the write-ahead log since its last sync; names moved into a folder, or out of it, since its own.
        var unsyncedCommit: String?
        var unsyncedFolders: [String: String] = [:]
        for call in calls {
            let first = call.argument(0)
            switch call.name {
            case "openat":
                if let number = call.result { descriptors[number] = call.quoted ?? "" }
            case "pwrite64":
                let file = descriptors[first] ?? ""
                if file.hasSuffix("-wal") { unsyncedCommit = call.line }
                // The last page of the database is told of the removals: only now they must be durable.
                if file.hasSuffix("-wal"), let folder = unsyncedFolders.first(where: { $0.key.hasSuffix("inbox") }) {
                    faults.append("forgotten before it was durable: \(folder.value)")
                    unsyncedFolders[folder.key] = nil
                }
            case "fdatasync", "fsync":
                let file = descriptors[first] ?? ""
                if file.hasSuffix("-wal") { unsyncedCommit = nil }
                unsyncedFolders[file] = nil
            case "unlinkat":
                if let unsyncedCommit { faults.append("removed before the commit was durable: \(unsyncedCommit)") }
                unsyncedFolders[descriptors[first] ?? ""] = call.line
            case "renameat", "renameat2":
                let target = call.argument(2)
                if call.name == "renameat2", let moved = unsyncedFolders[descriptors[target] ?? "?"] {
                    faults.append("another move before this one was durable: \(moved)")
                }
                if target != "AT_FDCWD" { unsyncedFolders[descriptors[target] ?? ""] = call.line }
            default: break
            }
        }
        if let left = unsyncedFolders.first(where: { $0.key.hasSuffix("rejected") }) {
            faults.append("never made durable: \(left.value)")
        }
        return faults
    }

    /// What the record of a delivery breaks.
    static func faultsOfDelivery(in calls: [CallRecord]) -> [String] {
        var written: Set<String> = []
        var isNamed = false
        var faults: [String] = []
        for call in calls {
            switch call.name {
            case "write" where call.argument(0) != "1" && call.argument(0) != "2": written.insert(call.argument(0))
            case "fsync", "fdatasync":
                written.remove(call.argument(0))
                isNamed = false
            case "renameat", "renameat2":
                if !written.isEmpty { faults.append("named before its bytes were durable: \(call.line)") }
                isNamed = true
            default: break
            }
        }
        return faults + (isNamed ? ["the name was never made durable"] : [])
    }
}

extension CallRecord {
    /// An argument that is a number or a name.
    func argument(_ index: Int) -> String {
        let all = line.drop { $0 != "(" }.dropFirst().split(separator: ",", omittingEmptySubsequences: false)
        guard index < all.count else { return "" }
        return String(all[index].drop { $0 == " " }.prefix { $0 != ")" })
    }

    /// The first argument in quotation marks.
    var quoted: String? {
        let parts = line.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count == 3 ? String(parts[1]) : nil
    }

    /// What it returned.
    var result: String? {
        guard let equals = line.range(of: ") = ", options: .backwards) else { return nil }
        return String(line[equals.upperBound...].prefix { $0 != " " })
    }
}
