package import Home
package import Pages

/// The configuration in force with its layouts, checked without a desk.
package struct ConfigurationCheck: Sendable {
    package let configuration: Configuration
    package let layouts: [Layout]

    /// - Throws: `Fault` naming file, line and key of what is wrong.
    package init(_ surroundings: Surroundings, file: String?, home: String?) throws(Fault) {
        configuration = try surroundings.configuration(file: file, home: home)
        layouts = try LayoutFolder.read(configuration.layouts)
    }
}
