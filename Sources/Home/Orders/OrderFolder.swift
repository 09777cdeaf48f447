package import Platform

/// The folder in a home where people leave orders, and where the desk leaves its answers beside them.
///
/// Only the desk's user and root may write there. An order's file stays until the order is carried out, so a desk that
/// ends in the middle goes on with it at its next start.
package struct OrderFolder: Sendable {
    /// What stands under an order's name.
    package enum Found: Equatable {
        case order(PlacedOrder)
        /// A file that is no order, and why.
        case broken(String)
        case gone
    }

    private static let orderEnding = Array(".order".utf8)
    private static let answerEnding = Array(".answer".utf8)
    /// Room for the names of a hundred thousand files.
    private static let limit = 64 << 20

    package let path: Path

    package init(_ home: HomePaths) {
        path = home.orders
    }

    /// Leaves an order under a name that no other order has; the names sort by time.
    ///
    /// It is written under a hidden name, synced and renamed, so that nobody sees half of it. Root may leave it for a
    /// desk of another user, who must be able to read it.
    ///
    /// - Returns: The order's name.
    /// - Throws: `Fault` where the folder cannot be written to.
    package func place(_ placed: PlacedOrder) throws(Fault) -> [UInt8] {
        try doing("leave the order in \(path)") { () throws(Errno) in
            _ = try Directory.make(path, intermediates: true)
            let name = Array("\(placed.placedAt)-".utf8) + Identifier.hexadecimal(try Random.bytes(4))
            let folder = try Directory.open(path)
            let hidden = Array(".".utf8) + name
            let file = try folder.openFile(hidden, [.writeOnly, .create, .exclusive], mode: 0o644)
            do throws(Errno) {
                try file.setMode(0o644)
                try file.write(all: Array(placed.text.utf8))
                try file.sync()
                try folder.rename(hidden, to: folder, as: name + OrderFolder.orderEnding, replacing: false)
                try folder.sync()
            } catch {
                try? folder.unlink(hidden)
                throw error
            }
            return name
        }
    }

    /// The names of all orders, in the order in which they were left.
    package func names() throws(Errno) -> [[UInt8]] {
        var names: [[UInt8]] = []
        do throws(Errno) {
            let folder = try Directory.open(path)
            try folder.entries { (name, kind) throws(Errno) in
                guard let order = OrderFolder.name(name, of: OrderFolder.orderEnding) else { return true }
                // A folder is no order, and cannot be removed as one.
                var kind = kind
                if kind == nil { kind = try folder.status(of: name).kind }
                if kind != .directory { names.append(order) }
                return true
            }
        } catch .noEntry {
            return []
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Reads an order.
    ///
    /// - Throws: `Fault` where the machine is in the way; a file that is no order is `broken`.
    package func order(_ name: [UInt8]) throws(Fault) -> Found {
        do throws(Errno) {
            let file = try Directory.open(path).openFile(name + OrderFolder.orderEnding, [.readOnly, .nonBlocking])
            guard try file.status().kind == .regular else { return .broken("it is no regular file") }
            let bytes = try file.readAll(limit: OrderFolder.limit)
            guard let placed = PlacedOrder(bytes) else { return .broken("it is no order that this version knows") }
            return .order(placed)
        } catch .noEntry {
            return .gone
        } catch  where [.access, .loop, .noDeviceOrAddress].contains(error) {
            return .broken("it cannot be opened: \(error)")
        } catch {
            throw Fault("read the order \(path.appending(name))", error)
        }
    }

    /// Removes an order that is carried out, or that nobody wants any more.
    package func remove(_ name: [UInt8]) throws(Fault) {
        try doing("remove the order \(path.appending(name))") { () throws(Errno) in
            do throws(Errno) {
                let folder = try Directory.open(path)
                try folder.unlink(name + OrderFolder.orderEnding)
                try folder.sync()
            } catch .noEntry {}
        }
    }
}

// The answers. They are not synced: an order whose answer a power cut took away is still there, and is answered again.
extension OrderFolder {
    /// Replaces the answer to an order.
    package func write(_ answer: OrderAnswer, to name: [UInt8]) throws(Errno) {
        let folder = try Directory.open(path)
        let hidden = Array(".".utf8) + name + OrderFolder.answerEnding
        let file = try folder.openFile(hidden, [.writeOnly, .create, .truncate], mode: 0o640)
        try file.write(all: Array(answer.text.utf8))
        try folder.rename(hidden, to: folder, as: name + OrderFolder.answerEnding, replacing: true)
    }

    /// The newest answer to an order; nil where there is none yet.
    package func answer(to name: [UInt8]) -> OrderAnswer? {
        let file = path.appending(name + OrderFolder.answerEnding)
        let bytes = try? Descriptor.open(file, [.readOnly, .noFollow, .nonBlocking]).readAll(limit: OrderFolder.limit)
        return bytes.flatMap(OrderAnswer.init)
    }

    /// Removes the answer to an order, once it is read.
    package func removeAnswer(to name: [UInt8]) {
        try? Directory.open(path).unlink(name + OrderFolder.answerEnding)
    }

    /// Removes answers that nobody has fetched for a day, as when whoever asked did not wait, and what a crash left half
    /// written.
    package func removeOldAnswers(now: Int64) {
        let day: Int64 = 86_400_000_000_000
        guard let folder = try? Directory.open(path) else { return }
        var old: [[UInt8]] = []
        try? folder.entries { (name, _) throws(Errno) in
            if OrderFolder.name(name, of: OrderFolder.orderEnding) != nil { return true }
            if let status = try? folder.status(of: name), now - status.modifiedNanoseconds > day { old.append(name) }
            return true
        }
        for name in old { try? folder.unlink(name) }
    }

    private static func name(_ file: [UInt8], of ending: [UInt8]) -> [UInt8]? {
        guard file.first != UInt8(ascii: "."), file.count > ending.count else { return nil }
        guard file.suffix(ending.count).elementsEqual(ending) else { return nil }
        return Array(file.dropLast(ending.count))
    }
}
