/// Tells the service manager the state of the desk, by the protocol of sd_notify(3): one datagram for each message.
package struct NotifySocket: Sendable {
    private let address: DatagramAddress

    /// Takes the value of `$NOTIFY_SOCKET`; nil where it is missing or not an address.
    package init?(path: String?) {
        guard let path, let address = DatagramAddress(path) else { return nil }
        self.address = address
    }

    /// Sends a state, such as `READY=1`; a failure is no error, since the desk works on when nobody listens.
    ///
    /// - Returns: Whether the kernel accepted it.
    @discardableResult
    package func send(_ state: String) -> Bool {
        (try? address.send(Array(state.utf8))) != nil
    }
}
