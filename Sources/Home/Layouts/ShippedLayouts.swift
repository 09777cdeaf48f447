package import Pages

/// The layouts that are part of the program, so that a page reads the same wherever the program stands.
///
/// Before, they were files beside the configuration, and a copy of the program without them read pages worse in silence.
package enum ShippedLayouts {
    /// Their files as they stand in the source, by the layouts' names.
    static let files: [(name: String, text: [UInt8])] = [
        ("dated-posts", PackageResources.dated_posts_layout),
        ("filed-under", PackageResources.filed_under_layout),
        ("posted-by", PackageResources.posted_by_layout),
    ]

    package static let all = files.map { name, text in
        do throws(LayoutParser.Fault) {
            return try LayoutParser.parse(String(decoding: text, as: UTF8.self), name: name)
        } catch {
            // A bug of this version, not of anybody's configuration: every start would meet it, so no test can miss it.
            fatalError("the layout \(name) that ships is wrong in line \(error.line): \(error.message)")
        }
    }
}
