/// A name in the inbox that is not taken, and why.
package struct LeftName: Sendable {
    /// Below the inbox, shown form.
    package let path: String
    package let reason: String
}
