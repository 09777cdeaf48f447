import Foundation
import Testing

extension ProgramTests {
    /// The packaged service under what happens to machines: kills, crashes, upgrades, full disks, floods of files.
    @Suite(.enabled(if: Guest.isPossible, "needs root, systemd-nspawn, and a kernel that lets us mount"))
    struct ServiceTrialTests {
        /// Makes small pages in the guest, each different, and lets a user drop them.
        private func make(_ count: Int, in folder: String, of guest: Guest, first: Int = 1) throws {
            let script = """
                import os, sys
                folder, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
                os.makedirs(folder, exist_ok=True)
                for n in range(first, first + count):
                    with open(f"{folder}/n{n}.txt", "w") as page:
                        page.write(f"Ferry {n} gets a later timetable at Port Aldery\\n\\nThe harbour office said on Monday "
                            f"that sailing {n} will leave the old quay some minutes later than it did last year.\\n")
                """
            try script.write(toFile: guest.share + "/make.py", atomically: true, encoding: .utf8)
            try guest.run("python3 /share/make.py \(folder) \(first) \(count)", as: "dropper")
        }

        /// Every file that was dropped is filed, once, and all that is held is whole.
        private func expectAll(_ count: Int, _ installed: InstalledGuest) throws {
            try installed.waitForDeliveries(count, deadline: 240)
            #expect(
                try installed.ask("SELECT count(DISTINCT name) FROM deliveries WHERE outcome = 'new'") == "\(count)"
            )
            #expect(try installed.ask("SELECT count(*) FROM deliveries") == "\(count)")
            try waitUntil("the inbox is empty") {
                try installed.guest.run("find \(InstalledGuest.inbox) -type f | wc -l") == "0"
            }
            let check = "setpriv --reuid copydesk --regid copydesk-read --init-groups copydesk check"
            #expect(try installed.guest.run(check).hasSuffix("all is well"))
        }

        @Test func `stopped under load, killed, and crashed with the whole machine, it loses nothing`() throws {
            let installed = try InstalledGuest()
            let guest = installed.guest
            try make(2000, in: "\(InstalledGuest.inbox)/a", of: guest)
            try installed.waitForDeliveries(100)
            try guest.run("systemctl stop copydesk")
            #expect(try installed.property("Result") == "success")
            try guest.run("systemctl start copydesk")
            try make(1000, in: "\(InstalledGuest.inbox)/b", of: guest, first: 2001)
            try installed.waitForDeliveries(Int(try installed.ask("SELECT count(*) + 100 FROM deliveries")) ?? 0)
            try guest.run("systemctl kill --signal KILL copydesk")
            try waitUntil("it was started again") { try installed.property("NRestarts") == "1" }
            try make(1000, in: "\(InstalledGuest.inbox)/c", of: guest, first: 3001)
            try waitUntil("it serves again") { try installed.property("ActiveState") == "active" }
            try installed.waitForDeliveries(Int(try installed.ask("SELECT count(*) + 100 FROM deliveries")) ?? 0)
            guest.kill()
            try guest.boot()
            try waitUntil("it came up with the machine") { try installed.property("ActiveState") == "active" }
            try expectAll(4000, installed)
        }

        @Test func `a loop that stands is killed by the watchdog, and the next one goes on`() throws {
            guard ProcessInfo.processInfo.environment["COPYDESK_PROGRAM"] == nil else {
                return Samples.skipped("a released program has no switch to make its loop stand")
            }
            let installed = try InstalledGuest(starting: false)
            let guest = installed.guest
            try guest.run(
                """
                mkdir -p /etc/systemd/system/copydesk.service.d
                printf '[Service]\\nWatchdogSec=2s\\nEnvironment=COPYDESK_TEST_STALL=\(InstalledGuest.home)/stall\\n' \
                    > /etc/systemd/system/copydesk.service.d/test.conf
                systemctl daemon-reload
                systemctl start copydesk
                touch \(InstalledGuest.home)/stall
                """
            )
            try make(10, in: InstalledGuest.inbox, of: guest)
            try waitUntil("the watchdog struck") { Int(try installed.property("NRestarts")) ?? 0 > 0 }
            try guest.run("rm \(InstalledGuest.home)/stall")
            #expect(try guest.journal().contains("Watchdog timeout"))
            try expectAll(10, installed)
        }

        @Test func `an upgrade with a running desk and a backlog restarts it once and loses no file`() throws {
            let installed = try InstalledGuest()
            let guest = installed.guest
            try guest.run("sed -i 's/^#quiet_seconds.*/quiet_seconds = 5/' /etc/copydesk/copydesk.conf")
            try make(3000, in: "\(InstalledGuest.inbox)/a", of: guest)
            try installed.waitForDeliveries(50)
            try installed.install(version: "0.0.2")
            #expect(try guest.run("dpkg-query --show --showformat='${Version}' copydesk") == "0.0.2")
            #expect(try guest.run("grep -c '^quiet_seconds = 5' /etc/copydesk/copydesk.conf") == "1")
            try expectAll(3000, installed)
            let started = try guest.journal().components(separatedBy: "Started copydesk.service").count - 1
            #expect(started == 2)
        }

        @Test func `with a full disk it waits and says so, and goes on when there is room`() throws {
            let installed = try InstalledGuest(starting: false)
            let guest = installed.guest
            try guest.run(
                """
                mkdir -p \(InstalledGuest.home)
                mount -t tmpfs -o size=4M,mode=755 tmpfs \(InstalledGuest.home)
                mount -t tmpfs -o size=4M,mode=755 tmpfs /var/spool/copydesk
                systemd-tmpfiles --create copydesk.conf
                systemctl start copydesk
                """
            )
            // /var/lib: nothing can be committed, so nothing may leave the inbox.
            try guest.run("dd if=/dev/zero of=\(InstalledGuest.home)/filler bs=64k 2>/dev/null || true")
            try make(200, in: InstalledGuest.inbox, of: guest)
            try waitUntil("the desk says what is wrong") { try installed.property("StatusText").contains("in trouble") }
            #expect(try guest.journal().contains("trying again"))
            try guest.run("rm \(InstalledGuest.home)/filler")
            try expectAll(200, installed)
            #expect(try guest.journal().contains("going on: the fault is over"))

            // /var/spool: a refused file cannot be set aside, for its reason cannot be written.
            try guest.run("systemctl stop copydesk; printf '{}' > \(InstalledGuest.inbox)/bad.txt")
            try make(1, in: InstalledGuest.inbox, of: guest, first: 201)
            try guest.run(
                "dd if=/dev/zero of=/var/spool/copydesk/filler bs=4k 2>/dev/null || true; systemctl start copydesk"
            )
            try installed.waitForDeliveries(202)
            try waitUntil("the desk says what is wrong") {
                try guest.journal().contains("cannot set bad.txt aside")
            }
            #expect(try guest.run("ls \(InstalledGuest.inbox)") == "bad.txt")
            try guest.run("rm /var/spool/copydesk/filler; systemctl reload copydesk")
            try waitUntil("the file is set aside") {
                try guest.attempt("ls \(InstalledGuest.inbox) /var/spool/copydesk/rejected").text.contains(
                    "reason.json"
                )
            }
            #expect(try guest.run("ls /var/spool/copydesk/rejected") == "bad.txt\nbad.txt.reason.json")
        }

        @Test
        func `ten thousand files in bursts, reloaded every second, while another user's copy stalls for a minute`()
            throws
        {
            let installed = try InstalledGuest()
            let guest = installed.guest
            // Half of a page, a minute of nothing, the rest; the file stays open all the time, as a stalled scp's does.
            try Samples.page(0, paragraphs: 40).write(
                toFile: guest.share + "/long.txt",
                atomically: true,
                encoding: .utf8
            )
            let stalled = try guest.start(
                "{ head -c 3000 /share/long.txt; sleep 60; tail -c +3001 /share/long.txt; } > \(InstalledGuest.inbox)/stalled.txt",
                as: "other-dropper"
            )
            let reloads = try guest.start(
                "while [ ! -e /share/over ]; do systemctl reload copydesk; echo reloaded; sleep 1; done"
            )
            for burst in 0..<10 {
                try make(1000, in: "/var/tmp/burst\(burst)", of: guest, first: 1 + burst * 1000)
                let target = InstalledGuest.inbox + "/"
                try guest.run(
                    """
                    cd /var/tmp/burst\(burst)
                    names=(n*.txt)
                    rsync -rt --omit-dir-times "${names[@]:0:334}" \(target)
                    for name in "${names[@]:334:333}"; do cat "$name" > \(target)"$name"; done
                    # mv (coreutils 9) looks at what it has moved, and says so where the desk was faster: it is moved.
                    mv "${names[@]:667}" \(target) || ! ls -d "${names[@]:667}" 2>/dev/null | grep .
                    """,
                    as: "dropper"
                )
            }
            try stalled.wait(120)
            try waitUntil("the stalled copy is filed", 240) {
                try installed.ask("SELECT count(*) FROM deliveries WHERE name = 'stalled.txt'") == "1"
            }
            try Disk.write([], to: Array((guest.share + "/over").utf8))
            let reloaded = try reloads.wait(60)
            #expect(reloaded.code == 0, "\(reloaded.errors)")
            print("reloaded \(reloaded.text.split(separator: "\n").count) times in the meantime")
            try expectAll(10_001, installed)
            let digest = try guest.run("sha256sum < /share/long.txt | cut -d ' ' -f 1")
            #expect(try installed.ask("SELECT sha256 FROM deliveries WHERE name = 'stalled.txt'") == digest)
            #expect(try installed.property("NRestarts") == "0")
        }
    }
}
