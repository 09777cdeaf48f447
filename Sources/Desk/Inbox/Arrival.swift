import Home
import Platform

/// A name in the inbox that the desk has to look at; an event or a scan brought it, and no more is known of it yet.
struct Arrival: Hashable, Sendable {
    /// The path below the inbox, as bytes, with parts joined by `/`.
    let path: [UInt8]

    /// The folder it is in, empty for the inbox itself.
    var folder: [UInt8] {
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return [] }
        return Array(path[..<slash])
    }

    var name: [UInt8] {
        guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return Array(path[(slash + 1)...])
    }
}
