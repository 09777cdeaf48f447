import CLinux
import Glibc

/// Whether a descriptor is a terminal, and how many columns and rows it has.
package enum Terminal {
    package static func isTerminal(_ fd: Int32) -> Bool {
        isatty(fd) == 1
    }

    /// The columns of the terminal; 80 where they are unknown.
    package static func width(_ fd: Int32) -> Int {
        let columns = copydesk_terminal_columns(fd)
        return columns > 0 ? Int(columns) : 80
    }

    /// The rows of the terminal; 24 where they are unknown.
    package static func height(_ fd: Int32) -> Int {
        let rows = copydesk_terminal_rows(fd)
        return rows > 0 ? Int(rows) : 24
    }
}
