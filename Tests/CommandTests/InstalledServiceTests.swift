import Foundation
import Testing

extension ProgramTests {
    /// The packaged service on a machine that systemd really booted: who may do what, and what an administrator does.
    @Suite(.enabled(if: Guest.isPossible, "needs root, systemd-nspawn, and a kernel that lets us mount"))
    struct InstalledServiceTests {
        @Test func `each user may do what their group may and no more, and the sandbox leaves 0.4`() throws {
            let installed = try InstalledGuest()
            let guest = installed.guest
            try Samples.page(1).write(toFile: guest.share + "/page.txt", atomically: true, encoding: .utf8)
            try guest.run("cp /share/page.txt \(InstalledGuest.inbox)/plain.txt", as: "dropper")
            // Rights that leave a group out would hide the file from the desk, were it not for the inbox's own rule.
            try guest.run("umask 077; cat /share/page.txt > \(InstalledGuest.inbox)/private.txt", as: "dropper")
            try guest.run(
                "mkdir -p \(InstalledGuest.inbox)/a && cp /share/page.txt \(InstalledGuest.inbox)/a/",
                as: "dropper"
            )
            try guest.run("printf '{}' > \(InstalledGuest.inbox)/bad.txt", as: "dropper")
            try installed.waitForDeliveries(4)
            #expect(try installed.ask("SELECT count(*) FROM articles") == "1")
            try waitUntil("the inbox is empty") {
                try guest.run("find \(InstalledGuest.inbox) -type f | wc -l") == "0"
            }
            let tail = "tail -n 20 \(InstalledGuest.home)/changes.jsonl | jq -r .type | sort -u | tr '\\n' ' '"
            let types = try guest.run(tail, as: "reader").split(separator: " ")
            #expect(types == ["article.created", "dump.duplicate", "dump.received", "dump.rejected", "log.opened"])
            #expect(try guest.run("ls /var/spool/copydesk/rejected", as: "reader") == "bad.txt\nbad.txt.reason.json")

            for (user, script) in [
                ("reader", "touch \(InstalledGuest.inbox)/x"), ("reader", "touch \(InstalledGuest.home)/x"),
                ("reader", "sqlite3 \(InstalledGuest.home)/copydesk.db 'DELETE FROM taken'"),
                ("dropper", "sqlite3 -readonly \(InstalledGuest.home)/copydesk.db 'SELECT 1 FROM articles'"),
                ("dropper", "ls /var/spool/copydesk/rejected"), ("stranger", "ls \(InstalledGuest.inbox)"),
                ("stranger", "ls \(InstalledGuest.home)"),
            ] { #expect(try guest.attempt(script, as: user).code != 0, "\(user): \(script)") }
            // A file the desk does not take stays long enough for another to try and spoil it.
            try guest.run("echo mine > \(InstalledGuest.inbox)/.mine", as: "dropper")
            for script in ["rm -f", "mv -t /tmp", "truncate -s 0"] {
                let ending = try guest.attempt("\(script) \(InstalledGuest.inbox)/.mine", as: "other-dropper")
                #expect(ending.code != 0, "\(script)")
            }

            let fields = try guest.run("journalctl --unit copydesk MESSAGE_ID=dc1601c3571b4547aefdf859a7133dec -o json")
            let rejection = try JSONValue.of(Array(fields.utf8))
            #expect(rejection["DELIVERY"].text != nil && rejection["REASON"].text == "json")
            #expect(rejection["DUMP_SHA256"].text?.count == 64 && rejection["PRIORITY"].text == "4")
            let delivery = try #require(rejection["DELIVERY"].text)
            let explained = try guest.run("journalctl --catalog --unit copydesk")
            for text in [
                "Subject: A desk has started", "Subject: The file bad.txt was rejected: json",
                "Delivery \(delivery) brought a file that the desk does not take.", "\"copydesk retry NAME\"",
            ] { #expect(explained.contains(text), "\(text)\n\(explained)") }
            #expect(try installed.property("StatusText") == "watching; 0 waiting; today 4 done, 1 rejected")
            #expect(try guest.run("systemd-analyze security --threshold=4 copydesk").contains("→ Overall exposure"))
        }

        @Test
        func `reload ends when the configuration is in force and fails when it is refused; a start with 78 is final`()
            throws
        {
            let installed = try InstalledGuest()
            let guest = installed.guest
            func set(_ text: String) throws {
                try guest.run(
                    "mkdir -p /etc/copydesk/copydesk.conf.d; printf '\(text)' > /etc/copydesk/copydesk.conf.d/test.conf"
                )
            }
            try set("[inbox]\\nquiet_seconds = 3\\n")
            try guest.run("systemctl reload copydesk")
            #expect(try installed.guest.journal().contains("quiet_seconds from '2.0' to '3.0'"))
            for bad in ["[inbox]\\nafter = burn\\n", "[database]\\nsearch = off\\n"] {
                try set(bad)
                #expect(try guest.attempt("systemctl reload copydesk").code != 0)
                #expect(try installed.property("ActiveState") == "active")
            }
            try set("[inbox]\\nafter = burn\\n")
            #expect(try guest.attempt("systemctl restart copydesk").code != 0)
            // Longer than RestartSec=: a restart would have come.
            try guest.run("sleep 3")
            #expect(try installed.property("ActiveState") == "failed")
            #expect(try installed.property("ExecMainStatus") == "78")
            #expect(try installed.property("NRestarts") == "0")
            try set("")
            try guest.run("systemctl start copydesk")
        }

        @Test
        func `systemd/install starts nothing, goes on with what runs, and uninstall leaves data unless told to purge`()
            throws
        {
            let guest = try Guest()
            let folders = ["systemd", "etc", "seeds", "Sources"].map { "\(Samples.repository)/\($0)" }
            for path in folders + [TestDesk.program] {
                let copied = try ChildProcess.run(["cp", "-r", path, guest.share], outputIn: guest.share)
                #expect(copied.code == 0, "\(copied.errors)")
            }
            let told = try guest.run("/share/systemd/install --binary /share/copydesk")
            #expect(told.contains("1. ") && told.contains("systemctl enable --now copydesk") && told.contains("3. "))
            #expect(try guest.attempt("systemctl is-active copydesk").line == "inactive")
            try guest.run("systemctl enable --quiet --now copydesk")
            let first = try guest.run("systemctl show --property MainPID --value copydesk")
            try guest.run("/share/systemd/install --binary /share/copydesk")
            #expect(try guest.run("systemctl is-active copydesk") == "active")
            #expect(try guest.run("systemctl show --property MainPID --value copydesk") != first)
            try guest.run("/share/systemd/uninstall")
            #expect(try guest.attempt("systemctl is-active copydesk").line == "inactive")
            try guest.run(
                "! command -v copydesk && test -e /var/lib/copydesk/copydesk.db && test -e /etc/copydesk/copydesk.conf"
            )
            try guest.run("/share/systemd/uninstall --purge")
            let left = "ls -d /var/lib/copydesk /var/spool/copydesk /etc/copydesk; getent passwd copydesk"
            #expect(try guest.attempt(left).text.isEmpty)
        }
    }
}
