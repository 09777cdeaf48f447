import Home
import Platform
import Store

// What people order of a desk: its one thread does it, a slice at a time, between the batches of deliveries.
extension Desk {
    /// Takes the next order in hand where there is none, and does one slice of it.
    ///
    /// - Returns: Whether there may be more to do at once.
    /// - Throws: `Fault` of a sick machine; the slice is done again.
    @discardableResult
    func carryOutOrders(_ intake: Intake) throws(Fault) -> Bool {
        if orders.inHand == nil { orders.inHand = try nextOrder() ?? upgrade() }
        // From now on no batch is read ahead, so that slices find room between two.
        intake.orders.isInHand = orders.inHand != nil
        guard var hand = orders.inHand, intake.isBetweenBatches, intake.suspects == nil || order.onlyOrders
        else { return false }
        let start = Clock.monotonic
        if hand.ending == nil {
            do throws(Fault) {
                hand.note(try hand.work.goOn(intake))
            } catch {
                guard error.kind != .machine else { throw error }
                hand.note(.failed(error.message))
            }
        }
        answer(&hand)
        orders.inHand = hand
        tellOfOrdered(since: start, intake)
        service.beat()
        service.show(state(intake), isLasting: false)
        guard let ending = hand.ending else { return true }
        if let name = hand.name { try orders.folder.remove(name) }
        orders.inHand = nil
        intake.orders.isInHand = false
        report(ending, of: hand)
        return true
    }

    /// Carries out orders until none is left.
    func carryOutAllOrders(_ intake: Intake, _ signals: borrowing SignalQueue) throws(Fault) {
        repeat {
            while !isStopping, try carryOutOrders(intake) { try heed(signals, intake) }
            // Somebody may have left another one meanwhile.
            try heed(signals, intake)
        } while orders.areDue && !isStopping
        observer.finish()
    }

    /// The oldest order that can be carried out; those that cannot are answered on the way.
    private func nextOrder() throws(Fault) -> OrderInHand? {
        if orders.waiting.isEmpty, orders.areDue { lookForOrders() }
        while let name = orders.waiting.first {
            var refusal: String?
            switch try orders.folder.order(name) {
            case .gone: break
            case .broken(let why): refusal = "cannot carry out the order \(Path.display(name)): \(why)"
            case .order(let placed):
                do throws(Fault) {
                    let work = try work(for: placed)
                    orders.waiting.removeFirst()
                    return OrderInHand(name, command: placed.order.command, work)
                } catch {
                    refusal = error.message
                }
            }
            if let refusal {
                answer(.failed(refusal), to: name)
                try orders.folder.remove(name)
                observer.say(.warning, refusal)
            }
            orders.waiting.removeFirst()
        }
        return nil
    }

    /// What a desk orders of itself, once: that files which older rules have refused go through again.
    private func upgrade() -> OrderInHand? {
        guard orders.upgradeIsDue, !order.onlyOrders else { return nil }
        orders.upgradeIsDue = false
        return OrderInHand(nil, command: "retry", Retrying([], .newRules, placedAt: Timestamp.now.iso))
    }

    /// Reports the deliveries that an order made, and what it could not do.
    func tellOfOrdered(since start: Int64, _ intake: Intake) {
        let batch = intake.orders.batch
        intake.orders.batch = Batch()
        guard batch.files > 0 || !batch.complaints.isEmpty else { return }
        total.add(batch)
        if order.onlyOrders {
            for complaint in batch.complaints { observer.say(.warning, complaint) }
        } else {
            tell(of: batch, took: Clock.monotonic - start, intake)
        }
    }

    private func lookForOrders() {
        orders.areDue = false
        orders.folder.removeOldAnswers(now: Clock.wall)
        do throws(Errno) {
            orders.waiting = try orders.folder.names()
            orders.fault = nil
        } catch {
            // Deliveries go on all the same; the next minute looks again.
            let fault = "cannot look for orders in \(orders.folder.path): \(error)"
            if orders.fault != fault { observer.say(.warning, fault) }
            orders.fault = fault
        }
    }

    /// Tells whoever ordered it how far an order is.
    private func answer(_ hand: inout OrderInHand) {
        if let (done, total) = hand.progress { observer.show(order: hand.command, done: done, of: total) }
        guard let name = hand.name, hand.isAnswerDue() else { return }
        if let ending = hand.ending {
            answer(ending, to: name)
        } else if let (done, total) = hand.progress {
            answer(.working(done: done, of: total), to: name)
        }
    }

    private func answer(_ answer: OrderAnswer, to name: [UInt8]) {
        do throws(Errno) { try orders.folder.write(answer, to: name) } catch {
            observer.say(.warning, "cannot leave an answer to the order \(Path.display(name)): \(error)")
        }
    }

    private func report(_ ending: OrderAnswer, of hand: OrderInHand) {
        // A desk that only carries out orders is a command, which prints the answer itself.
        guard !order.onlyOrders else { return }
        switch ending {
        case .done(let text):
            // What the desk ordered of itself is worth a line only where there was something to do.
            guard hand.name != nil || hand.progress != nil || text.contains("\n") else { break }
            let sum = text.split(separator: "\n").last.map(String.init) ?? "done"
            observer.say(.notice, "order carried out: \(hand.command): \(sum)")
        case .failed(let text): observer.say(.warning, text)
        case .working: break
        }
    }
}

extension Desk {
    /// The work that an order makes.
    ///
    /// - Throws: `Fault` where this desk cannot do it; its message is the answer.
    private func work(for placed: PlacedOrder) throws(Fault) -> any OrderWork {
        switch placed.order {
        case .retry(let names): Retrying(names, .person, placedAt: placed.placedAt)
        case .reread(let dumps): Rereading(dumps, placedAt: placed.placedAt)
        case .forget(let id, let reason, let blocks, let scrubsLog):
            Forgetting(id, reason: reason, blocks: blocks, scrubsLog: scrubsLog, placed) { [service] in service.beat() }
        }
    }
}
