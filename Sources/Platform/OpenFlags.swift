import CLinux
import Glibc

/// How a file is opened; `O_CLOEXEC` is always added, so that no child process inherits a descriptor.
package struct OpenFlags: OptionSet, Sendable {
    package let rawValue: Int32

    package init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    package static let readOnly = OpenFlags([])
    package static let writeOnly = OpenFlags(rawValue: O_WRONLY)
    package static let readWrite = OpenFlags(rawValue: O_RDWR)
    package static let create = OpenFlags(rawValue: O_CREAT)
    /// With `create`: fails where the name is taken, even by a symbolic link.
    package static let exclusive = OpenFlags(rawValue: O_EXCL)
    package static let truncate = OpenFlags(rawValue: O_TRUNC)
    package static let append = OpenFlags(rawValue: O_APPEND)
    package static let directory = OpenFlags(rawValue: O_DIRECTORY)
    /// Fails with ELOOP where the last component is a symbolic link.
    package static let noFollow = OpenFlags(rawValue: O_NOFOLLOW)
    /// Opens a FIFO at once; without it the call waits for a writer, for ever if none comes.
    package static let nonBlocking = OpenFlags(rawValue: O_NONBLOCK)
    /// Keeps a terminal in the inbox from becoming the process's controlling terminal.
    package static let noControllingTerminal = OpenFlags(rawValue: O_NOCTTY)
    /// Names the file without opening it, which needs no right to read.
    package static let pathOnly = OpenFlags(rawValue: copydesk_o_path)
}
