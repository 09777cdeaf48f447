import Foundation

/// A guest with copydesk installed from its package, two users who may each do one thing, and a third who may not.
final class InstalledGuest {
    let guest: Guest

    /// The package of the program under test, made once: `systemd/package` around a program that is built already.
    private static func package(version: String, into folder: String) throws {
        let program = ProcessInfo.processInfo.environment["COPYDESK_PROGRAM"] ?? TestDesk.program
        let words = [Samples.repository + "/systemd/package", "--binary", program, "--version", version, folder]
        let ending = try ChildProcess.run(
            words,
            // Packed and unpacked on the spot: compressing takes longer than all the rest.
            environment: ["DPKG_DEB_COMPRESSOR_TYPE": "none"],
            outputIn: FileManager.default.temporaryDirectory.path
        )
        guard ending.code == 0 else { throw ChildProcess.Failure(description: "no package: \(ending.errors)") }
    }

    /// Boots, installs, makes the users, and starts the desk.
    init(starting: Bool = true) throws {
        guest = try Guest()
        try install(version: "0.0.1")
        try guest.run(
            """
            for user in dropper other-dropper; do useradd --user-group --groups copydesk-drop $user; done
            useradd --user-group --groups copydesk-read reader
            useradd --user-group stranger
            """
        )
        if starting { try guest.run("systemctl enable --quiet --now copydesk") }
    }

    /// Installs, or upgrades to, a package of the program under test with this version.
    func install(version: String) throws {
        try InstalledGuest.package(version: version, into: guest.share)
        try guest.run(
            "DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Use-Pty=0 /share/copydesk_\(version)_*.deb >/dev/null"
        )
    }

    static let inbox = "/var/spool/copydesk/inbox"
    static let home = "/var/lib/copydesk"

    /// What the stock shell gives the reader.
    ///
    /// It waits: the first connection after a kill locks all others out while it recovers the write-ahead log
    /// (sqlite.org/wal.html, "Sometimes Queries Return SQLITE_BUSY In WAL Mode").
    func ask(_ query: String) throws -> String {
        let shell = "sqlite3 -readonly -cmd '.timeout 5000' \(InstalledGuest.home)/copydesk.db"
        return try guest.run("\(shell) \"\(query)\"", as: "reader")
    }

    func waitForDeliveries(_ count: Int, deadline: Double = 120) throws {
        try waitUntil("\(count) deliveries are committed", deadline) {
            guard let number = Int(try ask("SELECT count(*) FROM deliveries")) else { return false }
            return number >= count
        }
    }

    /// One of the unit's properties.
    func property(_ name: String) throws -> String {
        try guest.run("systemctl show --property \(name) --value copydesk")
    }
}
