import Pages

/// The version of this copydesk.
package enum Version {
    /// The program's version and that of the rules it reads pages by.
    package static var text: String { "0.1.0 (reads with \(Normaliser.version))" }
}
