import Home
import Platform

/// What the desk tells its service manager: that it is ready, how it stands, that it lives (sd_notify(3)).
///
/// Without a manager every call is a test of nil.
final class ServiceLine {
    /// Between two changes of the state shown while much goes on; nobody reads faster.
    private static let pace: Int64 = 1_000_000_000
    /// Seconds asked for with each step of a long start or stop that tells how it goes on.
    private static let moreTime = 60
    /// Seconds asked for with a step that SQLite does in one call and says nothing of: an index made anew, a migration.
    static let silentTime = 1800

    private let socket: NotifySocket?
    /// After so long without a sign of life the manager kills the desk.
    private let watchdog: Int64?
    private var lastBeat: Int64 = 0
    private var lastAsked: Int64 = 0
    private var lastShown: Int64 = 0
    private var shown = ""

    /// Takes what the manager put into the environment; nil where there is none.
    init(_ surroundings: Surroundings) {
        socket = NotifySocket(path: surroundings.notifySocket)
        watchdog = surroundings.watchdogNanoseconds
    }

    /// When a sign of life is due; nil where nobody waits for one.
    var beatIsDueAt: Int64? { socket == nil ? nil : watchdog.map { lastBeat + $0 / 2 } }

    /// Gives a sign of life.
    ///
    /// Called by the loop each time it has come round, and by nothing else: a timer or a thread of its own would say that
    /// a loop lives that stands.
    func beat() {
        guard let watchdog, let socket else { return }
        let now = Clock.monotonic
        guard now - lastBeat >= watchdog / 4 else { return }
        socket.send("WATCHDOG=1")
        lastBeat = now
    }

    /// Names a step of the start or of the stop, and asks for time for it.
    func begin(_ step: String, seconds: Int = moreTime) {
        shown = step
        socket?.send("STATUS=\(step)\nEXTEND_TIMEOUT_USEC=\(seconds * 1_000_000)")
        lastAsked = Clock.monotonic
    }

    /// Asks for more time; called again and again by a long step while it goes on.
    func goOn() {
        guard socket != nil, Clock.monotonic - lastAsked >= 10 * ServiceLine.pace else { return }
        begin(shown)
        beat()
    }

    func ready(_ state: String) {
        shown = state
        // No sign of life, so it does not count as one: reloads at short intervals would keep the next from being due.
        socket?.send("READY=1\nSTATUS=\(state)")
    }

    /// Tells that the configuration is read again; the time is what lets systemd know this reload from an earlier one.
    func reloading() {
        socket?.send("RELOADING=1\nMONOTONIC_USEC=\(Clock.monotonic / 1000)\nSTATUS=reading the configuration again")
    }

    /// Tells how the desk stands, where that changed.
    ///
    /// - Parameters:
    ///   - state: One line.
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
