import Foundation
import Testing

extension ProgramTests {
    /// What the documents tell an administrator to type, on a machine that systemd really booted.
    @Suite(.enabled(if: Guest.isPossible, "needs root, systemd-nspawn, and a kernel that lets us mount"))
    struct DocumentedServiceTests {
        static let documents = [
            ReadmeTests.document, "etc/man/copydesk-service.7", "etc/man/copydesk-changes.5", ManualExamplesTests.page,
        ]

        private static let home = InstalledGuest.home
        private static let metrics = "/var/lib/prometheus/node-exporter"

        @Test func `what the documents tell an administrator to type does what they say`() throws {
            let guest = try InstalledGuest(starting: false).guest
            try Samples.page(1).write(toFile: guest.share + "/page.txt", atomically: true, encoding: .utf8)
            try guest.run("cp /share/page.txt /home/; mkdir -p \(Self.metrics); useradd --create-home anna")
            for path in Self.documents {
                let blocks = try Document(path).blocks(for: .guest)
                #expect(!blocks.isEmpty, "\(path)")
                for block in blocks { try Self.type(block, guest) }
            }
            #expect(try guest.run("systemctl is-active copydesk copydesk@news") == "active\nactive")
            try waitUntil("the figures are written") {
                try guest.attempt("grep -q new \(Self.metrics)/copydesk.prom").code == 0
            }
            try Self.expectAlert(guest)
            try guest.run("cp /share/page.txt /var/spool/copydesk-news/inbox/", as: "dropper")
            try waitUntil("the other desk has it") {
                let query = "sqlite3 -readonly \(Self.home)-news/copydesk.db 'SELECT count(*) FROM deliveries'"
                return try guest.run(query, as: "reader") == "1"
            }
        }

        @Test func `every example on the packaged configuration does what it says`() throws {
            let guest = try InstalledGuest().guest
            let lines = try ManualExamplesTests.lines().filter(ManualExamplesTests.isOfService)
            #expect(lines.count == 3)
            for line in lines where !line.hasPrefix("copydesk run") { try guest.run(line) }
            for line in lines where line.hasPrefix("copydesk run") {
                // It is what the unit runs, typed by hand: as the desk's user, with the home for itself.
                try guest.run("systemctl stop copydesk")
                let user = "setpriv --reuid copydesk --regid copydesk-read --init-groups"
                try guest.run("timeout --preserve-status --signal TERM 5 \(user) \(line)")
            }
        }

        /// Types a block as whoever it is for: root, a user with a session, or a member of both groups.
        private static func type(_ block: DocumentBlock, _ guest: Guest) throws {
            if block.mark == "shell follow" { return try follow(block, guest) }
            // The package was made and lies in the shared folder; groups count from the next login on.
            let made = "systemd/package && sudo apt"
            let text = block.text.replacingOccurrences(of: made, with: "cd /share && sudo apt -y")
            if text.contains("--user ") {
                let login = "systemctl start user@$(id -u anna); export XDG_RUNTIME_DIR=/run/user/$(id -u anna)"
                let user = "setpriv --reuid anna --regid anna --init-groups env HOME=/home/anna"
                try guest.run("\(login); \(user) bash -euc '\(text)'")
                return
            }
            let script = "sudo() { \"$@\"; }\nUSER=anna; cd /home\n\(text)"
            let isUsers = text.hasPrefix("copydesk") && !text.contains("sudo ")
            try guest.run(script, as: isUsers ? "anna" : nil)
        }

        /// The alert of the manual page, which was switched on, tells of what comes, and of it once.
        private static func expectAlert(_ guest: Guest) throws {
            let said =
                "journalctl --sync; journalctl --unit copydesk-alert@ferry --output cat | grep 'gets a later' || true"
            try waitUntil("the alert has its position") {
                try guest.attempt("test -s /var/lib/copydesk-alert-ferry/position").code == 0
            }
            for number in [12, 13] {
                try Samples.page(number).write(
                    toFile: "\(guest.share)/alert.txt",
                    atomically: true,
                    encoding: .utf8
                )
                try guest.run("cp /share/alert.txt \(InstalledGuest.inbox)/alert\(number).txt", as: "dropper")
                try waitUntil("story \(number) is told") { try guest.run(said).contains("Ferry \(number) gets") }
                try guest.run("systemctl restart copydesk-alert@ferry")
            }
            let titles = try guest.run(said).split(separator: "\n").filter {
                $0.contains("Ferry 1") && !$0.contains("Ferry 1 ")
            }
            #expect(titles.count == 2, "\(titles)")
        }

        /// What follows the log is shown a new story, then ended.
        private static func follow(_ block: DocumentBlock, _ guest: Guest) throws {
            let reading = try guest.start(block.text, as: "reader")
            try Samples.page(9).write(toFile: guest.share + "/followed.txt", atomically: true, encoding: .utf8)
            try guest.run("cp /share/followed.txt \(InstalledGuest.inbox)/", as: "dropper")
            try waitUntil("\(block.place) prints the new story") {
                String(decoding: reading.output, as: UTF8.self).contains("Ferry 9 gets")
            }
            // What it started inside ends with the guest.
            reading.signal(SIGTERM)
            try reading.wait()
        }
    }
}
