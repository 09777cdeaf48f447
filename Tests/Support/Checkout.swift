import Foundation

/// Where the repository's own files are, and the program that was built from them.
package enum Checkout {
    /// The repository's top folder, three above this file.
    package static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// The program under test: it is built beside the test bundle that runs this.
    package static let program: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (own as NSString).deletingLastPathComponent + "/copydesk"
    }()
}
