/// Reads layout files.
package enum LayoutParser {
    /// What is wrong with a layout file, and on which line (from 1).
    package struct Fault: Error, Hashable, Sendable {
        package let line: Int
        package let message: String
    }

    /// Reads one layout file's text; `name` (the file's name without its extension) names the layout.
    package static func parse(_ text: String, name: String) throws(Fault) -> Layout {
        Layout(name: name)
    }
}
