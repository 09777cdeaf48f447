import Synchronization

/// Makes a system call: checks for -1, retries on EINTR, and throws what errno says.
///
/// Every wrapper of this target that reports failures goes through it, so a test that sets `fault` can make any of them
/// fail.
package enum SystemCall {
    /// Gets the name of a call, and answers the error with which it is to fail, or nil to let it through.
    package typealias Fault = @Sendable (_ name: String) -> Errno?

    private static let isFaulty = Atomic<Bool>(false)
    private static let currentFault = Mutex<Fault?>(nil)

    /// A switch for tests; outside tests it is nil and costs each call one relaxed load.
    ///
    /// A call that is to fail is not made at all. The switch holds for the whole process, so a test that runs beside
    /// others checks that it is on its own thread before it answers with an error.
    package static var fault: Fault? {
        get { currentFault.withLock { $0 } }
        set {
            currentFault.withLock { $0 = newValue }
            isFaulty.store(newValue != nil, ordering: .relaxed)
        }
    }

    /// Makes one call.
    ///
    /// - Parameters:
    ///   - name: The call's name in section 2 of the manual, by which `fault` is asked.
    ///   - retrying: Whether to try again after EINTR; false where the caller must see the signal.
    ///   - body: The call; it returns -1 and sets errno where it fails.
    /// - Returns: What the call returned, which is not -1.
    /// - Throws: What errno says.
    @discardableResult
    static func call<Result: SignedInteger>(
        _ name: StaticString,
        retrying: Bool = true,
        _ body: () -> Result
    ) throws(Errno) -> Result {
        while true {
            let error: Errno
            if let forced = forcedError(name) {
                error = forced
            } else {
                let result = body()
                guard result == -1 else { return result }
                error = Errno.last
            }
            guard retrying, error == .interrupted else { throw error }
        }
    }

    /// What the switch for tests answers for a call; nil where the switch is off.
    static func forcedError(_ name: StaticString) -> Errno? {
        guard isFaulty.load(ordering: .relaxed) else { return nil }
        // The closure runs outside the lock, since it may make calls of its own.
        return fault?("\(name)")
    }
}
