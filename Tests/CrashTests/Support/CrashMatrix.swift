import Dispatch
import Foundation
import Glibc
import Synchronization

/// One recorded run, and the means to make it go wrong at any of its calls.
struct CrashMatrix: Sendable {
    /// The calls of an undisturbed run, from the desk's own first on.
    let calls: [CallRecord]
    /// What an undisturbed run leaves.
    let reference: DeskState
    /// What the desk's environment has on top: a planted bug.
    let environment: [String: String]
    /// What stands where the run had not begun; nil where that is nothing.
    private let untouched: DeskState?
    private let place: String
    private let settings: String
    private let scenario: CrashTree.Scenario

    /// Records a run.
    ///
    /// - Parameters:
    ///   - bug: A bug that only a debug build knows, nil for none.
    ///   - settings: Lines of the configuration.
    ///   - scenario: What the run does.
    ///   - place: Where the trees are made.
    /// - Throws: Where the run fails, or a second one leaves something else.
    init(
        bug: String? = nil,
        settings: String = "",
        scenario: CrashTree.Scenario = .drain,
        in place: String = CrashTree.memory
    ) throws {
        self.place = place
        self.scenario = scenario
        self.settings = settings
        environment = bug.map { ["COPYDESK_TEST_BUG": $0] } ?? [:]
        let tree = try CrashTree(in: place, settings: settings, scenario: scenario)
        try tree.reset()
        calls = try tree.record(environment: environment)
        try tree.reset()
        let ending = try tree.run()
        guard ending.code == tree.code else {
            throw Program.Failure(description: "the undisturbed run failed: \(ending.said)")
        }
        reference = try DeskState(of: tree)
        if scenario == .retry { try tree.reset() }
        untouched = scenario == .retry ? try DeskState(of: tree) : nil
    }

    /// Goes through points on several threads, each with a tree of its own.
    func run(_ points: [FaultPoint], _ tally: Tally) {
        let next = Atomic<Int>(0)
        // Some points wait more than they work.
        DispatchQueue.concurrentPerform(iterations: 2 * max(1, ProcessInfo.processInfo.activeProcessorCount)) { _ in
            guard let tree = try? CrashTree(in: place, settings: settings, scenario: scenario) else { return }
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < points.count else { return }
                let point = points[index]
                let finding: String?
                do {
                    finding = try self.finding(at: point, in: tree)
                } catch {
                    finding = "\(error)"
                }
                tally.note(point.kind, finding.map { "\(point.text)\n    \($0)" })
            }
        }
    }

    /// What is wrong after a point, nil where nothing is.
    func finding(at point: FaultPoint, in tree: CrashTree) throws -> String? {
        try tree.reset()
        return point.what.hasPrefix("signal=") ? try afterKill(point, tree) : try afterError(point, tree)
    }

    private func afterKill(_ point: FaultPoint, _ tree: CrashTree) throws -> String? {
        let ending = try tree.run(disturbing: point.call.name, point.when, point.what, environment: environment)
        // A matrix whose kills do not kill would find nothing.
        guard ending.signal == SIGKILL else { return "it did not die: \(ending.said)" }
        if let finding = atOnce(try DeskState(of: tree), tree) { return "at once: \(finding)" }
        let isOrdered = tree.isOrdered
        try tear(tree.changeLog, by: point.tear)
        if let second = point.second {
            let name = second.name
            let again = try tree.run(
                disturbing: name,
                "\(second.number)",
                point.what,
                restarting: true,
                environment: environment
            )
            guard again.signal == SIGKILL else { return "the restart did not die: \(again.said)" }
            if let finding = atOnce(try DeskState(of: tree), tree) { return "after the restart: \(finding)" }
        }
        let restart = try tree.restart(environment: environment)
        guard restart.code == 0 else { return "the restart ended with \(restart.code ?? -1): \(restart.said)" }
        let state = try DeskState(of: tree)
        guard settings.isEmpty else {
            // Where a file is closed hangs on its size, and that on which files shared a commit.
            return state.records == reference.records ? state.lack(against: reference) : "the records differ"
        }
        guard let finding = state.difference(from: reference) else { return nil }
        // Killed before the order stood, the command was never given.
        if !isOrdered, let untouched, state.difference(from: untouched) == nil { return nil }
        return finding
    }

    private func afterError(_ point: FaultPoint, _ tree: CrashTree) throws -> String? {
        // What lasts is waited for no longer than until the desk has said so, which it cannot where it is its writing
        // that fails; then the process is killed on top.
        let end = ContinuousClock.now + .seconds(5)
        let ending = try tree.run(
            disturbing: point.call.name,
            point.when,
            point.what,
            environment: environment,
            enough: point.lasts ? { $0.contains("trying again") || ContinuousClock.now > end } : nil
        )
        guard tree.wasDisturbed else { return "it was not reached: \(ending.said)" }
        guard ending.code == 0 || ending.code == 1 || point.lasts && ending.signal == SIGKILL else {
            return "it ended with \(ending.code ?? -1), signal \(ending.signal ?? 0): \(ending.said)"
        }
        if let finding = missing(try DeskState(of: tree), tree) { return "at once: \(finding)" }
        if ending.code != 0 || point.lasts {
            let restart = try tree.restart(environment: environment)
            guard restart.code == 0 else { return "the restart ended with \(restart.code ?? -1): \(restart.said)" }
        }
        let state = try DeskState(of: tree)
        if let finding = missing(state, tree) { return finding }
        if let untouched, state.difference(from: untouched) == nil { return nil }
        return state.lack(against: reference)
    }

    /// What must hold at any moment: nothing is lost, and every line of the log is true.
    private func atOnce(_ state: DeskState, _ tree: CrashTree) -> String? {
        if let finding = missing(state, tree) { return finding }
        guard reference.records.starts(with: state.records) else {
            return "the log's \(state.records.count) records are not those of the undisturbed run"
        }
        return state.faults.isEmpty ? nil : "\(state.faults)"
    }

    /// A delivered file that is neither in the inbox nor filed nor set aside with its reason.
    private func missing(_ state: DeskState, _ tree: CrashTree) -> String? {
        for (name, content) in tree.delivered {
            let digest = DeskState.digest(content)
            if state.inbox[name] == DeskState.digest(DeskState.plain(content)) || state.originals.contains(digest) {
                continue
            }
            let last = name.split(separator: "/").last.map(String.init) ?? name
            if state.rejected[last] != nil, state.rejected[last + ".reason.json"] != nil { continue }
            return "LOST: \(name)"
        }
        return nil
    }

    private func tear(_ log: String, by count: Int) throws {
        guard count > 0, let file = FileHandle(forUpdatingAtPath: log) else { return }
        let size = try file.seekToEnd()
        try file.truncate(atOffset: size > UInt64(count) ? size - UInt64(count) : 0)
    }
}
