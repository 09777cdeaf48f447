import Foundation

/// One system call of a recorded run.
struct CallRecord: Sendable {
    let name: String
    /// Which call of this name it is in the whole run, from 1: what strace's `when=` counts.
    let number: Int
    /// The line as strace wrote it, without the process number.
    let line: String

    /// Whether it changes something that outlives the process, or makes a change durable.
    var isMutating: Bool {
        guard !line.contains(" = -1 ") else { return false }
        return CallRecord.mutating.contains(name) || (name == "openat" && line.contains("O_CREAT"))
    }

    private static let mutating: Set = [
        "write", "pwrite64", "ftruncate", "rename", "renameat", "renameat2", "unlink", "unlinkat", "link", "linkat",
        "symlinkat", "mkdir", "mkdirat", "fsync", "fdatasync", "fallocate", "fchmod", "fchown",
    ]

    /// Reads what `strace -f -qq -o FILE` wrote, from the first call on that names `place`.
    ///
    /// What comes before is the loader's and the language's own start: a call that fails there fails any program.
    static func read(_ file: String, since place: String) throws -> [CallRecord] {
        var counts: [String: Int] = [:]
        var calls: [CallRecord] = []
        var begun = false
        for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
            let call = line.drop { $0 != " " }.drop { $0 == " " }
            guard let parenthesis = call.firstIndex(of: "(") else { continue }
            let name = String(call[..<parenthesis])
            guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else { continue }
            counts[name, default: 0] += 1
            if !begun { begun = name != "execve" && call.contains(place) }
            if begun { calls.append(CallRecord(name: name, number: counts[name] ?? 0, line: String(call))) }
        }
        return calls
    }
}
