/// A declarative description of one family of pages.
package struct Layout: Hashable, Sendable {
    package let name: String
}
