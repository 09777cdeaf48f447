package import Pages

/// The layouts that are part of the program, so that a page is read the same wherever the program is installed.
///
/// They used to be files beside the configuration. A copy of the program without them silently read pages worse.
package enum ShippedLayouts {
    /// The layout files of the source folder, by the layouts' names.
    static let files: [(name: String, text: [UInt8])] = [
        ("dated-posts", PackageResources.dated_posts_layout),
        ("filed-under", PackageResources.filed_under_layout),
        ("posted-by", PackageResources.posted_by_layout),
    ]

    package static let all = files.map { name, text in
        do throws(LayoutParser.Fault) {
            return try LayoutParser.parse(String(decoding: text, as: UTF8.self), name: name)
        } catch {
            // This is a bug of this version and not of a configuration. Every start meets it, so no test can miss it.
            fatalError("the layout \(name) that ships is wrong in line \(error.line): \(error.message)")
        }
    }
}
