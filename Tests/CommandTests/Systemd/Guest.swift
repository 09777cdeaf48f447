import Foundation
import Glibc
import TestSupport

/// A machine of the test's own: this one's system, really booted by systemd, with a disk that keeps changes in memory.
///
/// The script `guest` beside this file holds disk and cgroup; each boot is one `systemd-nspawn` in its mount namespace,
/// and commands are run inside by `nsenter`. What the host's folder `share` holds stands in `/share`.
final class Guest {
    private let scratch: Scratch
    private let name: String
    private let holder: ChildProcess
    private var machine: ChildProcess?
    private var leader: String?

    /// Whether this machine can boot one: root, the tools, and a kernel that lets us mount.
    static let isPossible: Bool = {
        guard geteuid() == 0 else { return false }
        for tool in ["systemd-nspawn", "nsenter", "unshare", "setpriv", "dpkg-deb"] where !Tool.has(tool) {
            return false
        }
        let probe = """
            d=$(mktemp -d) && trap 'rmdir $d' EXIT
            unshare --mount --propagation private sh -euc 'mount -t tmpfs t $0 && cd $0 && mkdir u w r g \
              && mount -t overlay o -o lowerdir=/,upperdir=$0/u,workdir=$0/w r && mount -t cgroup2 c g && mkdir g/copydesk-probe \
              && test -e g/copydesk-probe/cgroup.kill && rmdir g/copydesk-probe' $d
            """
        let folder = FileManager.default.temporaryDirectory.path
        return (try? ChildProcess.run(["sh", "-euc", probe], outputIn: folder))?.code == 0
    }()

    /// A folder of the host that the guest sees as `/share`.
    var share: String { scratch.path + "/share" }

    /// Prepares the disk and boots.
    init() throws {
        scratch = try Scratch()
        name = "copydesk-guest-\(getpid())-" + UUID().uuidString.prefix(8)
        try scratch.folder("disk")
        try scratch.folder("share")
        let words =
            ["unshare", "--mount", "--propagation", "private", "--"]
            + [Samples.repository + "/Tests/CommandTests/Systemd/guest", scratch.path, name, "\(getpid())"]
        holder = try ChildProcess(words.map { Array($0.utf8) }, outputIn: scratch.said)
        // It waits for whoever installs packages on this machine.
        try waitUntil("the guest's disk is ready", 150) {
            guard holder.isRunning else { throw ChildProcess.Failure(description: "no disk: \(holder.errors)") }
            return Disk.exists(scratch.path + "/ready")
        }
        try boot()
    }

    deinit {
        kill()
        try? Disk.write([], to: Array((scratch.path + "/end").utf8))
        _ = try? holder.wait(20)
    }

    /// Boots, and returns when nothing is left to start.
    func boot() throws {
        let start = """
            echo $$ > /sys/fs/cgroup/\(name)/cgroup.procs
            exec systemd-nspawn --quiet --register=no --keep-unit --private-network --console=pipe --link-journal=no \
                --machine=\(name) --directory='\(scratch.path)/disk/root' --bind='\(share)':/share --boot systemd.show_status=no
            """
        let words = ["nsenter", "--target", "\(holder.id)", "--mount", "--", "sh", "-c", start]
        let machine = try ChildProcess(words.map { Array($0.utf8) }, outputIn: scratch.said)
        self.machine = machine
        try waitUntil("the guest has booted", 60) {
            guard machine.isRunning else { throw ChildProcess.Failure(description: "no boot: \(machine.errors)") }
            leader = leader ?? systemd(below: machine.id)
            guard leader != nil else { return false }
            let state = try enter(["systemctl", "is-system-running"]).wait(30).line
            return state == "running" || state == "degraded"
        }
    }

    /// The guest's process 1, as the host numbers it.
    private func systemd(below process: pid_t) -> String? {
        let children = try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        for child in (children ?? "").split(separator: " ") {
            let command = try? String(contentsOfFile: "/proc/\(child)/comm", encoding: .utf8)
            if command == "systemd\n" { return String(child) }
        }
        return nil
    }

    /// Ends every process of the guest at once, as a power cut does, but for what the kernel had not written yet.
    func kill() {
        if let leader, let number = pid_t(leader) { Glibc.kill(number, SIGKILL) }
        machine?.signal(SIGKILL)
        _ = try? machine?.wait(20)
        machine = nil
        leader = nil
    }

    /// Shuts down in order.
    func halt() throws {
        // SIGRTMIN+4 asks process 1 for poweroff.target.
        if let leader, let number = pid_t(leader) { Glibc.kill(number, 38) }
        try machine?.wait(60)
        machine = nil
        leader = nil
    }

    private func enter(_ words: [String]) throws -> ChildProcess {
        guard let leader else { throw ChildProcess.Failure(description: "the guest does not run") }
        let inside = ["nsenter", "--target", leader, "--mount", "--pid", "--ipc", "--net", "--uts", "--cgroup", "--"]
        let clean = ["env", "-i", "PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "HOME=/root"]
        return try ChildProcess((inside + clean + words).map { Array($0.utf8) }, outputIn: scratch.said)
    }

    /// Starts a script in the guest and does not wait for it.
    func start(_ script: String, as user: String? = nil) throws -> ChildProcess {
        let identity = user.map { ["setpriv", "--reuid", $0, "--regid", $0, "--init-groups"] } ?? []
        return try enter(identity + ["bash", "-euo", "pipefail", "-c", script])
    }

    /// Runs a script in the guest, whatever it comes to.
    func attempt(_ script: String, as user: String? = nil, deadline: Double = 120) throws -> ChildProcess.Ending {
        try start(script, as: user).wait(deadline)
    }

    /// Runs a script in the guest that has to succeed.
    @discardableResult
    func run(_ script: String, as user: String? = nil, deadline: Double = 120) throws -> String {
        let ending = try attempt(script, as: user, deadline: deadline)
        guard ending.code == 0 else {
            throw ChildProcess.Failure(
                description: "in the guest: \(script)\nended with \(ending.code ?? -1): \(ending.text)\(ending.errors)"
                    + "\n\(try journal().suffix(3000))"
            )
        }
        return ending.line
    }

    /// What the desk's unit said since it was installed.
    func journal() throws -> String {
        try attempt("journalctl --sync; journalctl --unit copydesk --no-pager --output short-precise").text
    }
}
