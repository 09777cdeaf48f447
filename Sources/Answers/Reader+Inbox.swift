import Home
import Pages
import Platform
import Store

extension Reader {
    /// Names in the inbox whose files have no outcome, at most `limit`, each with the reason.
    ///
    /// Files that the database knows, since they are stuck or are to stay, are not among them; `status` counts or names
    /// those from the database.
    func leftNames(limit: Int, isServed: Bool) throws(Fault) -> [Status.LeftName] {
        let ignored = IgnoredNames(configuration.ignore)
        var found: [Status.LeftName] = []
        var pending: [[UInt8]] = [[]]
        func leave(_ path: [UInt8], _ reason: String) {
            found.append(Status.LeftName(path: Path.display(path), reason: reason))
        }
        while let folder = pending.popLast(), found.count < limit {
            do throws(Errno) {
                let directory = try InboxPath.open(folder, below: home.inbox)
                try directory.entries { (name, kind) throws(Errno) in
                    let path = InboxPath.join(folder, name)
                    if kind == .directory {
                        if name.first == UInt8(ascii: ".") {
                            leave(path, "a hidden folder is left alone")
                        } else {
                            pending.append(path)
                        }
                    } else if ignored.contains(name) {
                        leave(path, "never taken under this name (hidden, unfinished, or [inbox] ignore)")
                    } else if (try? store.taken(at: path)) == nil {
                        leave(path, Reader.reason(name, in: directory, isServed: isServed))
                    }
                    return found.count < limit
                }
            } catch  where error == .noEntry && folder.isEmpty {
                return []
            } catch .nameTooLong {
                leave(folder, "folders nested deeper than \(InboxPath.depthLimit) are left alone")
            } catch {
                leave(folder, "the folder cannot be looked into: \(error)")
            }
        }
        return found
    }

    private static func reason(_ name: [UInt8], in directory: borrowing Directory, isServed: Bool) -> String {
        guard isServed else { return "waits for a desk to be run" }
        do throws(Errno) {
            _ = try directory.openFile(name, [.readOnly, .nonBlocking, .noControllingTerminal])
            return "waits: it comes next, or somebody writes it"
        } catch {
            return "waits: it cannot be opened by who asks (\(error))"
        }
    }
}
