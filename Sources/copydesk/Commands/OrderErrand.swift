import Answers
import Desk
import Home
import Platform

/// Has an order carried out: by the desk that serves the home, or, where none does, by this process as that desk would.
struct OrderErrand {
    private let call: OrderCall
    private let surroundings: Surroundings
    /// How a desk of this process runs.
    private var run = Desk.Order()

    init(_ arguments: CommandLineArguments, _ surroundings: Surroundings) throws(Fault) {
        run.onlyOrders = true
        run.home = arguments.text("home")
        run.configurationFile = arguments.text("config")
        call = try OrderCall(surroundings, configurationFile: run.configurationFile, home: run.home)
        self.surroundings = surroundings
    }

    /// Leaves the order and waits until it is carried out; on a terminal it shows how far it is.
    ///
    /// - Returns: The answer.
    /// - Throws: `Fault` where it cannot be carried out; its message is the answer.
    func carryOut(_ order: OperatorOrder) throws(Fault) -> String {
        let journal = Journal.standardError(
            terminal: surroundings.errorIsTerminal,
            stream: surroundings.journalStream
        )
        let progress = surroundings.errorIsTerminal ? TerminalProgress(journal) : nil
        defer { progress?.clear() }
        let name = try call.place(order)
        var hasRun = false
        while true {
            let answer = try call.wait(for: name) { progress?.show(order: order.command, done: $0, of: $1) }
            if let answer { return answer }
            guard !hasRun else {
                throw Fault(
                    .refused,
                    "cannot \(order.command): stopped before all was done; the order stays, and is carried out at the "
                        + "desk's next start"
                )
            }
            do throws(Fault) {
                _ = try Desk(surroundings, run, progress ?? BatchLines(journal)).run()
                hasRun = true
            } catch {
                // A desk has started meanwhile, and finds the order.
                guard error.kind == .held else { throw error }
            }
        }
    }
}
