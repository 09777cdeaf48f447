import Home
import Platform

/// Tells the service manager that the desk is ready, what state it is in, and that it is alive (sd_notify(3)).
///
/// Without a service manager no call sends anything.
final class ServiceLine {
    /// Nanoseconds between two passing states; nobody reads faster.
    private static let pace: Int64 = 1_000_000_000
    /// Seconds that a step of the start or stop asks for; a step that reports its progress asks again.
    private static let moreTime = 60
    /// Seconds for a step that cannot ask again, since SQLite does it in one call: rebuilding an index, a migration.
    static let silentTime = 1800

    private let socket: NotifySocket?
    /// After this many nanoseconds without a sign of life the manager kills the desk; nil where it does not.
    private let watchdog: Int64?
    private var lastBeat: Int64 = 0
    private var lastAsked: Int64 = 0
    private var lastShown: Int64 = 0
    private var shown = ""

    /// Uses the socket and the watchdog time that the manager put into the environment, where there is a manager.
    init(_ surroundings: Surroundings, isSilent: Bool = false) {
        socket = isSilent ? nil : NotifySocket(path: surroundings.notifySocket)
        watchdog = surroundings.watchdogNanoseconds
    }

    /// When a sign of life is due, in monotonic nanoseconds; nil where nobody waits for one.
    var beatIsDueAt: Int64? { socket == nil ? nil : watchdog.map { lastBeat + $0 / 2 } }

    /// Gives a sign of life.
    ///
    /// Only the loop and the long steps of the start call this, each time they have got further. A timer or a separate
    /// thread would give signs of life even when the loop hangs.
    func beat() {
        guard let watchdog, let socket else { return }
        let now = Clock.monotonic
        guard now - lastBeat >= watchdog / 4 else { return }
        socket.send("WATCHDOG=1")
        lastBeat = now
    }

    /// Shows a step of the start or of the stop, and asks for the time that it can take.
    func begin(_ step: String, seconds: Int = moreTime) {
        shown = step
        socket?.send("STATUS=\(step)\nEXTEND_TIMEOUT_USEC=\(seconds * 1_000_000)")
        lastAsked = Clock.monotonic
    }

    /// Asks for more time, every ten seconds at most; a long step calls this each time it has got further.
    func goOn() {
        guard socket != nil, Clock.monotonic - lastAsked >= 10 * ServiceLine.pace else { return }
        begin(shown)
        beat()
    }

    func ready(_ state: String) {
        shown = state
        // The watchdog does not take READY=1 for a sign of life, so `lastBeat` stays as it is. Otherwise frequent
        // reloads would put off the next sign of life for ever.
        socket?.send("READY=1\nSTATUS=\(state)")
    }

    /// Tells that the configuration is being read again; by the time, systemd tells this reload from an earlier one.
    func reloading() {
        socket?.send("RELOADING=1\nMONOTONIC_USEC=\(Clock.monotonic / 1000)\nSTATUS=reading the configuration again")
    }

    /// Tells the state of the desk, if it has changed.
    ///
    /// - Parameters:
    ///   - state: The state in one line.
    ///   - isLasting: Whether it holds until something happens; passing states are told once a second at most.
    func show(_ state: String, isLasting: Bool) {
        guard let socket, state != shown else { return }
        let now = Clock.monotonic
        guard isLasting || now - lastShown >= ServiceLine.pace else { return }
        lastShown = now
        shown = state
        socket.send("STATUS=\(state)")
    }

    func stopping() {
        socket?.send("STOPPING=1")
        begin("stopping")
    }
}
