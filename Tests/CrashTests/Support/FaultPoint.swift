/// One place where one thing goes wrong.
struct FaultPoint: Sendable {
    /// What the points of a CI run are counted by: `kill at pwrite64`.
    let kind: String
    let call: CallRecord
    /// What strace is to do there.
    let what: String
    /// Whether it goes wrong from there on.
    var lasts = false
    /// Bytes that the log loses after the crash.
    var tear = 0
    /// Where the restart is killed too.
    var second: CallRecord?

    var when: String { "\(call.number)\(lasts ? "+" : "")" }

    /// For a message: what it is, and the call as recorded.
    var text: String {
        "\(kind), \(call.name) \(call.number)\(lasts ? " and after" : "")"
            + (second.map { ", then \($0.name) \($0.number)" } ?? "") + ": \(call.line.prefix(110))"
    }
}
