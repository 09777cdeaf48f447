// Which points a run has.
extension CrashMatrix {
    /// The points at calls of some kind.
    func points(
        _ kind: String,
        _ what: String,
        lasts: Bool = false,
        _ isPoint: (CallRecord) -> Bool
    ) -> [FaultPoint] {
        calls.filter(isPoint).map { FaultPoint(kind: "\(kind) at \($0.name)", call: $0, what: what, lasts: lasts) }
    }

    /// The calls that come after the change log's first byte.
    var callsAfterLog: [CallRecord] {
        guard let made = calls.firstIndex(where: { $0.name == "renameat" && $0.line.contains("changes.jsonl") })
        else { return [] }
        // A page that SQLite writes is two calls, one as good as the other for the log.
        let late = calls[(made + 1)...].filter(\.isMutating)
        return late.enumerated().filter { $0.element.name != "pwrite64" || $0.offset % 8 == 0 }.map(\.element)
    }

    /// Kills at calls spread over the run, each followed by kills at calls spread over its own recovery.
    func secondKills() throws -> [FaultPoint] {
        let calls = self.calls.filter(\.isMutating)
        let firsts = stride(from: 0, to: calls.count, by: max(1, calls.count / 24)).map { calls[$0] }
        let tree = try CrashTree()
        var points: [FaultPoint] = []
        for first in firsts {
            try tree.reset()
            _ = try tree.run(disturbing: first.name, "\(first.number)", "signal=SIGKILL")
            let recovery = try tree.record().filter(\.isMutating)
            for index in stride(from: 0, to: recovery.count, by: max(1, recovery.count / 10)) {
                points.append(
                    FaultPoint(
                        kind: "kill, and again at \(recovery[index].name) of the recovery",
                        call: first,
                        what: "signal=SIGKILL",
                        second: recovery[index]
                    )
                )
            }
        }
        return points
    }
}

extension CallRecord {
    /// Whether a call can meet this error, and what it does matters.
    static func fails(_ call: CallRecord, with error: String) -> Bool {
        switch error {
        case "EMFILE": call.name == "openat" || call.name == "inotify_init1"
        case "EINTR":
            ["read", "write", "openat", "pread64", "pwrite64", "fsync", "fdatasync", "ftruncate"].contains(call.name)
        case "ENOSPC": call.isMutating && !["unlink", "unlinkat"].contains(call.name)
        default:
            call.isMutating || ["read", "pread64", "newfstatat", "getdents64", "openat", "lseek"].contains(call.name)
        }
    }
}
