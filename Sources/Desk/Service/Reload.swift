import Home
import Platform

/// What a new configuration changes in a running desk.
enum Reload {
    /// The settings that differ, each as one phrase.
    ///
    /// - Throws: `Fault` where one of them cannot change while the desk runs; then none of them takes effect.
    static func changes(from old: Configuration, to new: Configuration) throws(Fault) -> [String] {
        let fixed: [(String, String, String)] = [
            ("[desk] home", shown(old.home), shown(new.home)),
            ("[inbox] path", shown(old.inbox), shown(new.inbox)),
            ("[inbox] rejected", shown(old.rejected), shown(new.rejected)),
            ("[changes] path", shown(old.changes), shown(new.changes)),
            ("[database] search", "\(old.search)", "\(new.search)"),
            ("[database] bigrams", "\(old.bigrams)", "\(new.bigrams)"),
        ]
        for (key, was, now) in fixed where was != now {
            throw Fault(.configuration, "\(key) cannot change while the desk runs; restart it")
        }
        let free: [(String, String, String)] = [
            ("[desk] workers", "\(old.workers)", "\(new.workers)"),
            ("[inbox] after", old.after.rawValue, new.after.rawValue),
            ("[inbox] quiet_seconds", "\(old.quietSeconds)", "\(new.quietSeconds)"),
            ("[inbox] max_dump_bytes", "\(old.maxDumpBytes)", "\(new.maxDumpBytes)"),
            ("[inbox] ignore", old.ignore.joined(separator: " "), new.ignore.joined(separator: " ")),
            ("[changes] rotate_bytes", "\(old.rotateBytes)", "\(new.rotateBytes)"),
            ("[changes] rotate_after", old.rotateAfter ?? "", new.rotateAfter ?? ""),
            ("[changes] keep", "\(old.keepSegments)", "\(new.keepSegments)"),
            ("[changes] keep_days", "\(old.keepDays)", "\(new.keepDays)"),
            ("[changes] keep_bytes", "\(old.keepBytes)", "\(new.keepBytes)"),
            ("[metrics] file", shown(old.metricsFile), shown(new.metricsFile)),
            ("[layouts] path", shown(old.layouts), shown(new.layouts)),
        ]
        return free.filter { $0.1 != $0.2 }.map { "\($0.0) from '\($0.1)' to '\($0.2)'" }
    }

    private static func shown(_ path: Path?) -> String {
        path?.description ?? ""
    }
}
