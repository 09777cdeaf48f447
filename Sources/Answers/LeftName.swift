/// A name in the inbox that is not taken, and why.
package struct LeftName: Sendable {
    /// The path below the inbox, in shown form.
    package let path: String
    package let reason: String
}
