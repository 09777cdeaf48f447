import Home
import Platform
import Store

extension Status {
    /// Something that is not as it should be, and what to do about it.
    package struct Trouble: Sendable {
        package let what: String
        /// In the imperative, with the command where there is one.
        package let remedy: String
        /// Whether the desk does not do its work before that is done.
        package let isGrave: Bool

        init(_ what: String, _ remedy: String, isGrave: Bool = false) {
            self.what = what
            self.remedy = remedy
            self.isGrave = isGrave
        }
    }

    /// Below this, a desk may run out of room at any time: the write-ahead log alone may take a quarter of it.
    private static let roomNeeded = 4 * Int64(Store.walLimit)

    /// What is wrong, as far as it can be told for sure; the gravest first.
    package var troubles: [Trouble] {
        var found: [Trouble] = []
        if process == nil {
            let wait =
                waiting == 0 ? "" : ", and \(Status.count(waiting, "file")) wait\(waiting == 1 ? "s" : "") for one"
            found.append(
                Trouble(
                    "no desk serves this home\(wait)",
                    Status.command(toServe: home.folder.description, place),
                    isGrave: true
                )
            )
        }
        if let fault {
            let since = fault.since.map { " since \($0)" } ?? ""
            let remedy =
                process == nil
                ? "remove the cause, then ask again"
                : "remove the cause; the desk tries again by itself, nothing is lost"
            found.append(Trouble("a fault is in the way\(since): \(fault.message)", remedy, isGrave: true))
        }
        if let freeBytes, freeBytes < Status.roomNeeded {
            found.append(
                Trouble("only \(freeBytes / 1_000_000) MB are free for \(home.folder)", "make room on that file system")
            )
        }
        guard let totals = filed?.totals else { return found }
        found += totals.stuck.prefix(3).map { stuck in
            Trouble(
                "\(Path.display(stuck.path)) is filed, but cannot leave the inbox: \(stuck.fault)",
                "let the desk write to the file's folder, or remove the file"
            )
        }
        if totals.stuck.count > 3 {
            found.append(
                Trouble("\(totals.stuck.count - 3) more are filed and stuck in the inbox", "see --json for their names")
            )
        }
        found += refused(totals) + behind(totals)
        return found
    }

    /// Files that were refused and are still kept.
    private func refused(_ totals: Store.Totals) -> [Trouble] {
        let count = totals.openRejections.reduce(0) { $0 + $1.count }
        guard count > 0 else { return [] }
        let reasons = totals.openRejections.map { "\($0.reason) \($0.count)" }.joined(separator: ", ")
        let were = count == 1 ? "was" : "were"
        return [
            Trouble(
                "\(Status.count(count, "file")) \(were) refused (\(reasons)); what to mend stands beside each in "
                    + home.rejected.description,
                "mend what can be mended, then: copydesk retry\(place)"
            )
        ]
    }

    /// What newer rules have not read, and what a reader keeps from being tidied.
    private func behind(_ totals: Store.Totals) -> [Trouble] {
        var found: [Trouble] = []
        if totals.readByOthers > 0 {
            found.append(
                Trouble("\(Status.count(totals.readByOthers, "dump")) read by older rules", "copydesk reread\(place)")
            )
        }
        if let oldestReader, walBytes > Int64(Store.walLimit) {
            found.append(
                Trouble(
                    "process \(oldestReader.process) reads, and the write-ahead log has grown to \(walBytes / 1_000_000) MB",
                    "end that process's transaction, so that the log can be used from its beginning again"
                )
            )
        }
        return found
    }

    /// The command that serves a home: the service manager's where it is the packaged service's own.
    static func command(toServe home: String, _ place: String) -> String {
        let service = "/var/lib/copydesk"
        if home == service { return "systemctl start copydesk" }
        if home.hasPrefix(service + "-"), !home.dropFirst(service.count).contains("/") {
            return "systemctl start copydesk@\(ShellWord.quoted(String(home.dropFirst(service.count + 1))))"
        }
        return "copydesk run\(place)"
    }

    private static func count(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }
}
