package import Home
import Platform

/// Leaves an order for the desk that serves a home, and waits for its answer.
package struct OrderCall {
    private let home: HomePaths
    private let folder: OrderFolder

    /// - Throws: `Fault` where there is no desk in the home.
    package init(_ surroundings: Surroundings, configurationFile: String?, home: String?) throws(Fault) {
        self.home = try HomePaths(try surroundings.configuration(file: configurationFile, home: home))
        folder = OrderFolder(self.home)
    }

    /// Leaves the order.
    ///
    /// - Returns: The name by which `wait` knows it.
    /// - Throws: `Fault` where there is no desk in the home, or the order cannot be left or would do harm.
    package func place(_ order: OperatorOrder) throws(Fault) -> [UInt8] {
        let trying = "cannot \(order.command): "
        let database: FileStatus
        do throws(Errno) { database = try FileStatus.of(home.database) } catch {
            throw Fault(.refused, "\(trying)there is no desk in \(home.folder): \(home.database): \(error)")
        }
        // Where no desk serves, this process does it, and makes files that the desk's user has to write later.
        if try LockHolder.isFree(home), database.owner != ProcessFacts.effectiveUser {
            throw Fault(
                .refused,
                "\(trying)no desk serves \(home.folder), which belongs to another user (\(database.owner)); start the desk, "
                    + "or do it as that user"
            )
        }
        return try folder.place(PlacedOrder(order, placedAt: Timestamp.now.iso))
    }

    /// Asks the desk that serves the home, and waits until the order is carried out.
    ///
    /// A desk that starts meanwhile looks for orders by itself. One that cannot be signalled, as behind the wall of a
    /// container, looks once a minute.
    ///
    /// - Parameters:
    ///   - name: The order's name.
    ///   - showing: Called again and again with how far the desk is: so many of so many.
    /// - Returns: The answer; nil where no desk serves the home and none has begun.
    /// - Throws: `Fault` where the desk cannot carry it out, or ends before it has.
    package func wait(for name: [UInt8], showing: (Int, Int) -> Void) throws(Fault) -> String? {
        var asked: Int32?
        while true {
            // Asked before the answer is read: a desk answers before it ends.
            let process = try LockHolder.process(of: home)
            switch folder.answer(to: name) {
            case .done(let text):
                folder.removeAnswer(to: name)
                return text
            case .failed(let text):
                folder.removeAnswer(to: name)
                throw Fault(.refused, text)
            case .working(let done, let total): showing(done, total)
            case nil: break
            }
            guard let process else {
                guard let asked else { return nil }
                throw Fault(
                    .refused,
                    "the desk, process \(asked), ended before this was done; the order stays, and is carried out at its "
                        + "next start"
                )
            }
            if process != asked, process != 0, Signal.isHeldBack(Signal.order, by: process),
                (try? Signal.send(Signal.order, to: process)) != nil
            {
                asked = process
            }
            Clock.sleep(milliseconds: 20)
        }
    }
}
