package import Platform

/// A delivery that was refused in a batch, as it is said.
package struct Rejection: Sendable {
    let delivery: Int64
    /// Below the inbox, shown form.
    let path: String
    /// Nil where the file could not be read.
    let sha256: String?
    let reason: String
    let detail: String

    package var message: String { "rejected \(path): \(reason): \(detail)" }

    package var fields: [Journal.Field] {
        let fields = [
            Event.rejection.field, Journal.Field("DELIVERY", "\(delivery)"), Journal.Field("REASON", reason),
            Journal.Field("DUMP_PATH", path),
        ]
        return fields + (sha256.map { [Journal.Field("DUMP_SHA256", $0)] } ?? [])
    }
}
