package import Home
import Platform
package import Store

/// Waits until a desk has filed copies that were put into its inbox.
package struct Receipts {
    private let reader: Reader
    /// The newest delivery before the copies were made.
    ///
    /// A delivery up to this one that came from the same path must not be taken for a copy's.
    private let before: Int64

    /// Must be called before anything is delivered.
    package init(_ reader: Reader) throws(Fault) {
        self.reader = reader
        before = try storing { () throws(StoreError) in try reader.store.lastDelivery() }
    }

    /// Waits until the desk has committed a copy.
    ///
    /// - Parameters:
    ///   - copy: A copy in the inbox.
    ///   - whileUnserved: Called once if no desk serves the home.
    /// - Returns: Its receipt, and the reason if it was rejected.
    /// - Throws: `Fault` where the database cannot be asked.
    package func receipt(of copy: Courier.Delivered, whileUnserved: () -> Void) throws(Fault)
        -> (receipt: Delivery.Receipt, reason: String?)
    {
        let path = Path.display(copy.path)
        var said = false
        while true {
            let receipt = try storing { () throws(StoreError) in
                try reader.store.receipt(path: path, after: before)
            }
            if let receipt {
                guard receipt.outcome == .rejected else { return (receipt, nil) }
                let reason = try storing { () throws(StoreError) in
                    try reader.store.reason(ofDelivery: receipt.delivery)
                }
                return (receipt, reason)
            }
            if !said, try LockHolder.isFree(reader.home) {
                whileUnserved()
                said = true
            }
            Clock.sleep(milliseconds: 20)
        }
    }
}
