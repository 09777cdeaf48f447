import Foundation
import Glibc
import TestSupport

/// A user without rights, made once on a machine where the tests run as root.
enum SecondUser {
    static let name = "copydesk-test-reader"

    /// Whether the tests may make users and act for them.
    static let isPossible: Bool = geteuid() == 0 && Tool.has("setpriv") && exists()

    private static func exists() -> Bool {
        if getpwnam(name) != nil { return true }
        guard Tool.has("useradd") else { return false }
        let words = ["useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]
        _ = try? ChildProcess.run(words, outputIn: FileManager.default.temporaryDirectory.path)
        return getpwnam(name) != nil
    }

    /// The user with no group but its own.
    static let identity = TestDesk.Identity(user: name, group: name)
    /// The tests' own user in that group, as a service with `Group=` runs.
    static let group = TestDesk.Identity(user: "0", group: name)

    /// Whether that user can start the program: a checkout below a private folder is out of its reach.
    static let reachesProgram: Bool = {
        guard isPossible else { return false }
        let folder = FileManager.default.temporaryDirectory.path
        return (try? ChildProcess.run(identity.words + [TestDesk.program, "--version"], outputIn: folder))?.code == 0
    }()
}
