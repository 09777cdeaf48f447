import Platform

/// Who serves a home: the process that holds its lock.
package enum LockHolder {
    /// The number of the process that serves a home; nil where none does.
    ///
    /// It is 0 in the moment between taking the lock and writing the number into its file.
    package static func process(of home: HomePaths) throws(Fault) -> Int32? {
        try doing("ask who serves \(home.folder)") { () throws(Errno) in try LockFile.holder(of: home.lock) }
    }

    package static func isFree(_ home: HomePaths) throws(Fault) -> Bool {
        try process(of: home) == nil
    }
}
