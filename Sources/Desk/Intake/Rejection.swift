package import Platform

/// A rejection as the desk reports it.
package struct Rejection: Sendable {
    let delivery: Int64
    /// The path below the inbox, in shown form.
    let path: String
    /// Nil where the file was refused before its bytes were hashed.
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
