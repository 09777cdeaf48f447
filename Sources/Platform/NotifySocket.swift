/// Tells the service manager how we are, by the protocol of sd_notify(3): one datagram a message.
package struct NotifySocket: Sendable {
    private let address: DatagramAddress

    /// Takes the value of `$NOTIFY_SOCKET`; nil where it is missing or no address.
    package init?(path: String?) {
        guard let path, let address = DatagramAddress(path) else { return nil }
        self.address = address
    }

    /// Sends a state, as in `READY=1`; best effort, for the desk serves on when nobody listens.
    ///
    /// - Returns: Whether the kernel took it.
    @discardableResult
    package func send(_ state: String) -> Bool {
        (try? address.send(Array(state.utf8))) != nil
    }
}
