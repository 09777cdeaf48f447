import Answers
import Home
import Pages
import Platform

extension ConfigurationCheck {
    /// The configuration in force, one setting a line; it can be used as a configuration file.
    var text: String {
        let size = { (bytes: Int) in String(bytes) }
        let lines: [(String, String?)] = [
            ("# source", configuration.source?.description ?? "none: these are the defaults"),
            ("[desk]\nhome", configuration.home?.description), ("workers", String(configuration.workers)),
            ("[inbox]\npath", configuration.inbox?.description),
            ("rejected", configuration.rejected?.description), ("after", configuration.after.rawValue),
            ("quiet_seconds", String(configuration.quietSeconds)),
            ("max_dump_bytes", size(configuration.maxDumpBytes)),
            ("ignore", configuration.ignore.joined(separator: " ")),
            ("[database]\nsearch", configuration.search ? "on" : "off"),
            ("[changes]\npath", configuration.changes?.description),
            ("rotate_bytes", size(configuration.rotateBytes)), ("rotate_after", configuration.rotateAfter),
            ("keep", String(configuration.keepSegments)),
            ("[layouts]\npath", configuration.layouts?.description),
            ("[metrics]\nfile", configuration.metricsFile?.description),
        ]
        return lines.map { name, value in
            let shown = value.map { "\(name) = \($0)" } ?? name.replacingFirstKey
            return shown + "\n"
        }.joined() + "# \(layouts.count) layout\(layouts.count == 1 ? "" : "s"): "
            + layouts.map(\.name).joined(separator: ", ") + "\n"
    }
}

extension String {
    /// The line for a key that is not set: a comment, under its section's name where that comes first.
    fileprivate var replacingFirstKey: String {
        let parts = split(separator: "\n")
        guard parts.count == 2 else { return "# \(self) =" }
        return "\(parts[0])\n# \(parts[1]) ="
    }
}
