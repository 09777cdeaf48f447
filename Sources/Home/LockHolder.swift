import Platform

/// Who serves a home: the process that holds its lock.
package enum LockHolder {
    /// The process's number; nil where nobody serves the home.
    ///
    /// 0 in the moment between taking the lock and writing the number into it.
    package static func process(of home: HomePaths) throws(Fault) -> Int32? {
        try doing("ask who serves \(home.folder)") { () throws(Errno) in try LockFile.holder(of: home.lock) }
    }

    package static func isFree(_ home: HomePaths) throws(Fault) -> Bool {
        try process(of: home) == nil
    }
}
