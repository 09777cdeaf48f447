import Answers
import Home
import Pages
import Platform

extension ConfigurationCheck {
    /// What is in force, one setting a line, ready to be used as a configuration.
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
    /// A setting that is not set, shown as a comment under its section.
    fileprivate var replacingFirstKey: String {
        let parts = split(separator: "\n")
        guard parts.count == 2 else { return "# \(self) =" }
        return "\(parts[0])\n# \(parts[1]) ="
    }
}
