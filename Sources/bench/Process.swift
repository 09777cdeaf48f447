import Foundation

/// What the kernel tells about a running process.
enum Process {
    /// Megabytes resident.
    static func memory(_ pid: pid_t) -> Double { Double(field("VmRSS:", of: "/proc/\(pid)/status")) * 1024 / 1e6 }

    /// How often its threads stopped to wait, and so were woken again.
    static func wakeUps(_ pid: pid_t) -> Int {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        return tasks.reduce(0) { $0 + field("voluntary_ctxt_switches:", of: "/proc/\(pid)/task/\($1)/status") }
    }

    /// Clock ticks of processor time, its own and the kernel's for it.
    static func ticks(_ pid: pid_t) -> Int {
        guard let line = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return 0 }
        // The name, in brackets, may hold anything; utime and stime are the 12th and 13th fields after it.
        let fields = line.split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    }

    private static func field(_ name: String, of path: String) -> Int {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") where line.hasPrefix(name) {
            return line.dropFirst(name.count).split(whereSeparator: { " \t".contains($0) }).first.flatMap { Int($0) }
                ?? 0
        }
        return 0
    }
}
