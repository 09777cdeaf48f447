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
    /// With `create`: fails where the name is taken, by a symbolic link too.
    package static let exclusive = OpenFlags(rawValue: O_EXCL)
    package static let truncate = OpenFlags(rawValue: O_TRUNC)
    package static let append = OpenFlags(rawValue: O_APPEND)
    package static let directory = OpenFlags(rawValue: O_DIRECTORY)
    /// A symbolic link as the last component is ELOOP.
    package static let noFollow = OpenFlags(rawValue: O_NOFOLLOW)
    /// A FIFO opens at once instead of waiting for a writer, for good if none comes.
    package static let nonBlocking = OpenFlags(rawValue: O_NONBLOCK)
    /// A terminal in the inbox does not become ours.
    package static let noControllingTerminal = OpenFlags(rawValue: O_NOCTTY)
    /// Names the file without opening it: needs no right to read.
    package static let pathOnly = OpenFlags(rawValue: copydesk_o_path)
}
