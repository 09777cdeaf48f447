package import Platform

/// Paths below an inbox: bytes, with parts joined by `/`; the empty path is the inbox itself.
package enum InboxPath {
    /// How deep sub-folders can be nested; deeper ones are left alone, and `status` says so.
    package static let depthLimit = 64

    /// The path of a name in a folder.
    package static func join(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8] {
        folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
    }

    /// Opens a folder one part at a time and never through a symbolic link.
    ///
    /// So no path leads out of the inbox, whatever is renamed or replaced meanwhile: each part is opened from the
    /// folder that is open already, a listing never gives `..`, and a symbolic link is ENOTDIR. `openat2` with
    /// RESOLVE_BENEATH would need only one call, but it follows links that stay inside, and kernels before 5.6 do not
    /// have it.
    package static func open(_ folder: [UInt8], below path: Path) throws(Errno) -> Directory {
        var directory = try Directory.open(path)
        let parts = folder.split(separator: UInt8(ascii: "/"))
        guard parts.count <= depthLimit else { throw .nameTooLong }
        for part in parts {
            directory = try Directory.open(in: directory, name: Array(part))
        }
        return directory
    }
}
