import Home
import Pages
import Platform
import Store

/// One walk through an inbox for `status`: how many files there are, and which of them have no outcome.
struct InboxSurvey {
    /// What was found.
    struct Found {
        /// Files that are not ignored, with those that are to stay.
        var files = 0
        /// Names without an outcome, each with the reason.
        var left: [Status.LeftName] = []
        /// When the file came that has waited longest, in nanoseconds since 1970; nil where none waits.
        var oldest: Int64?
        /// How many files were looked at for that.
        var looks = 0
    }

    /// How many files are looked at to find the oldest: enough for any inbox that a desk keeps up with, and few enough
    /// that a million files can be counted every two seconds.
    static let lookLimit = 20_000

    let inbox: Path
    let ignored: IgnoredNames
    /// Nil where the database cannot be read; then nobody knows which files it holds.
    let store: Store?

    /// Walks through the inbox and all folders below it.
    ///
    /// Files that the database knows, since they are stuck or are to stay, are not among those left, as `status` counts
    /// or names them from the database; but files that could not be read are.
    ///
    /// - Parameters:
    ///   - limit: How many names to give at most.
    ///   - isServed: Whether a desk serves the home.
    ///   - isInFault: Whether something keeps the desk from taking files.
    /// - Returns: What is there.
    func walk(limit: Int, isServed: Bool, isInFault: Bool) -> Found {
        var found = Found()
        var pending: [[UInt8]] = [[]]
        func leave(_ path: [UInt8], _ reason: @autoclosure () -> String) {
            guard found.left.count < limit else { return }
            found.left.append(Status.LeftName(path: Path.display(path), reason: reason()))
        }
        while let folder = pending.popLast() {
            do throws(Errno) {
                let directory = try InboxPath.open(folder, below: inbox)
                try directory.entries { (name, kind) throws(Errno) in
                    let path = InboxPath.join(folder, name)
                    if kind == .directory, name.first == UInt8(ascii: ".") {
                        leave(path, "a hidden folder is left alone")
                    } else if kind == .directory {
                        pending.append(path)
                    } else if ignored.contains(name) {
                        leave(path, "never taken under this name (hidden, unfinished, or [inbox] ignore)")
                    } else {
                        found.files += 1
                        let came = changed(name, in: directory, &found)
                        guard found.left.count < limit || came != nil else { return true }
                        if let taken = known(path) {
                            if let why = reason(taken, isInFault: isInFault) { leave(path, why) }
                        } else {
                            if let came { found.oldest = came }
                            leave(path, reason(name, in: directory, isServed: isServed, isInFault: isInFault))
                        }
                    }
                    return true
                }
            } catch  where error == .noEntry {
                // It was removed meanwhile; where the inbox itself is missing, the desk reports it.
                continue
            } catch .nameTooLong {
                leave(folder, "folders nested deeper than \(InboxPath.depthLimit) are left alone")
            } catch {
                // A reader need not have the right to list the inbox, and a sick disk is one of the things asked about.
                leave(folder, "the folder cannot be looked into: \(error)")
            }
        }
        return found
    }

    /// When a file was changed last, if that is before the oldest known; nil otherwise, or once enough were looked at.
    private func changed(_ name: [UInt8], in directory: borrowing Directory, _ found: inout Found) -> Int64? {
        guard found.looks < InboxSurvey.lookLimit else { return nil }
        found.looks += 1
        guard let changed = try? directory.status(of: name).changedNanoseconds else { return nil }
        return found.oldest.map { changed < $0 } ?? true ? changed : nil
    }

    private func known(_ path: [UInt8]) -> Store.Taken? {
        (try? store?.taken(at: path)).flatMap { $0 }
    }

    /// Why a file that the database knows is to be named all the same; nil where `status` counts or names it elsewhere.
    private func reason(_ taken: Store.Taken, isInFault: Bool) -> String? {
        guard taken.destiny == .stay else {
            return isInFault && taken.fault == nil ? "is filed, and leaves the inbox once the fault is over" : nil
        }
        let isUnreadable = (try? store?.wasUnreadable(taken.delivery)) == true
        return isUnreadable ? "rejected: the desk may not read it; it is taken as soon as it may" : nil
    }

    private func reason(_ name: [UInt8], in directory: borrowing Directory, isServed: Bool, isInFault: Bool) -> String {
        guard isServed else { return "waits for a desk to be run" }
        if isInFault { return "waits until the fault is over" }
        do throws(Errno) {
            _ = try directory.openFile(name, [.readOnly, .nonBlocking, .noControllingTerminal])
            return "waits: it comes next, or somebody writes it"
        } catch {
            return "waits: it cannot be opened by who asks (\(error))"
        }
    }
}
