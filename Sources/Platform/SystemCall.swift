import Synchronization

/// The one door to the kernel: call, check for -1, retry on EINTR, throw what errno says.
///
/// Every wrapper of this room goes through it, so a test that sets `fault` can force any of them to fail.
package enum SystemCall {
    /// Answers, by the call's name, the error it is to fail with, or nil to let it through.
    package typealias Fault = @Sendable (_ name: String) -> Errno?

    private static let isFaulty = Atomic<Bool>(false)
    private static let currentFault = Mutex<Fault?>(nil)

    /// A test's switch; nil, as it is outside tests, costs each call one relaxed load.
    ///
    /// The call that is made to fail is not made at all. It holds for the whole process: a test that runs beside others
    /// looks at its own thread before it answers.
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
    ///   - name: What the call is named in section 2 of the manual; `fault` is asked by this name.
    ///   - retrying: Whether EINTR means try again; false where the caller must see the signal.
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

    /// What the test's switch answers for a call; nil where it is off.
    static func forcedError(_ name: StaticString) -> Errno? {
        guard isFaulty.load(ordering: .relaxed) else { return nil }
        // The closure is called outside the lock: it may make calls of its own.
        return fault?("\(name)")
    }
}
