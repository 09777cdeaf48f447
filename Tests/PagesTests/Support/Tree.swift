import Foundation
import TestSupport

/// Where the repository's files and the shared folder beside it are.
enum Tree {
    static let repository = URL(fileURLWithPath: Checkout.path)

    static let seeds = repository.appendingPathComponent("seeds")
    static let layouts = repository.appendingPathComponent("Sources/Home/Layouts")
    static let expected = repository.appendingPathComponent("Tests/PagesTests/Expected/seeds.json")

    /// The folder with the dumps that may not be copied into the repository; it is not on every machine.
    static let shared = repository.deletingLastPathComponent().appendingPathComponent("shared")
    static let hasShared = FileManager.default.fileExists(
        atPath: shared.appendingPathComponent("eval/gold/seeds.json").path
    )

    static func bytes(_ file: URL) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: file))
    }
}
