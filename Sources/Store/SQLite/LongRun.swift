/// What SQLite calls while a statement runs long, as the service manager wants a sign of life.
final class LongRun {
    /// So many steps of SQLite's machine lie between two calls; that is well below a second.
    static let steps: Int32 = 1_000_000

    let goingOn: () -> Void

    init(_ goingOn: @escaping () -> Void) {
        self.goingOn = goingOn
    }

    static func at(_ context: UnsafeMutableRawPointer) -> LongRun {
        unsafe Unmanaged<LongRun>.fromOpaque(context).takeUnretainedValue()
    }
}
