import Foundation
import Platform
import TestSupport

extension ScratchFolder {
    var place: Path { Path(path) }

    func place(_ name: String) -> Path { place.appending(name) }

    /// How many of this process's descriptors are files in here.
    ///
    /// Counting all of them would count those of the tests that run beside.
    func openDescriptors() throws -> Int {
        let links = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        return links.count { link in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + link)
            return target?.hasPrefix(path) ?? false
        }
    }
}
