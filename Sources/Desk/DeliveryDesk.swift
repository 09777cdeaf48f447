import Pages
import Platform
import Store

/// Puts copies into a desk's inbox, and waits for their receipts if asked to.
package struct DeliveryDesk {
    private let surroundings: Surroundings
    private let configurationFile: String?
    private let homeFolder: String?
    private let home: Home
    private let courier: Courier

    package init(_ surroundings: Surroundings, configurationFile: String?, home: String?) throws(Fault) {
        let configuration = try surroundings.configuration(file: configurationFile, home: home)
        self.surroundings = surroundings
        self.configurationFile = configurationFile
        self.homeFolder = home
        self.home = try Home(configuration)
        courier = Courier(self.home, configuration)
    }

    /// Delivers, printing a line a file.
    ///
    /// - Parameters:
    ///   - paths: Files and folders.
    ///   - wait: Whether to wait until each is committed and to print its receipt.
    /// - Returns: Whether every file was taken; without waiting, whether every one stands in the inbox.
    /// - Throws: `Fault` where a copy cannot be made.
    package func deliver(_ paths: [[UInt8]], wait: Bool) throws(Fault) -> Bool {
        // Before anything is in the inbox: an earlier delivery from the same path must not be taken for ours.
        let reader =
            wait ? try Reader(surroundings, configurationFile: configurationFile, home: homeFolder) : nil
        let before = try reader.map { (reader) throws(Fault) in
            try storing { () throws(StoreError) in try reader.store.lastDelivery() }
        }
        let delivered = try courier.deliver(paths.compactMap(Path.init(bytes:)))
        guard let reader, let before else {
            for one in delivered {
                try Console.write("delivered  \(one.digest.hex)  \(Path.display(one.path))\n")
            }
            return true
        }
        var allTaken = true
        for one in delivered {
            let receipt = try receipt(of: one, after: before, reader)
            var line =
                "\(receipt.outcome.rawValue)  \(one.digest.hex)  \(receipt.articles) articles  seq \(receipt.seq)  "
                + Path.display(one.path)
            if receipt.outcome == .rejected {
                allTaken = false
                let reason = try storing { () throws(StoreError) in
                    try reader.store.reason(ofDelivery: receipt.delivery)
                }
                line += "  \(reason ?? "")"
            }
            try Console.write(line + "\n")
        }
        return allTaken
    }

    private func receipt(of one: Courier.Delivered, after before: Int64, _ reader: Reader) throws(Fault)
        -> Delivery.Receipt
    {
        let path = Path.display(one.path)
        var said = false
        while true {
            let receipt = try storing { () throws(StoreError) in
                try reader.store.receipt(path: path, after: before)
            }
            if let receipt { return receipt }
            if !said, try LockHolder.isFree(home) {
                Console.writeError("copydesk: waiting: no desk serves \(home.folder) just now\n")
                said = true
            }
            Clock.sleep(milliseconds: 20)
        }
    }
}
