/// A message with fields, in the form of the journal's own socket (systemd.journal-fields(7), "Native Protocol").
struct JournalEntry: Sendable {
    private(set) var bytes: [UInt8] = []

    /// Adds a field.
    ///
    /// - Parameters:
    ///   - name: Capitals, digits and underscores; the journal drops a field of another name.
    ///   - value: Any bytes.
    mutating func add(_ name: String, _ value: [UInt8]) {
        bytes += Array(name.utf8)
        if value.contains(UInt8(ascii: "\n")) {
            // A value with line ends has its length before it: 64 bits, little-endian.
            bytes.append(UInt8(ascii: "\n"))
            let length = UInt64(value.count)
            for shift in stride(from: 0, to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
            }
        } else {
            bytes.append(UInt8(ascii: "="))
        }
        bytes += value
        bytes.append(UInt8(ascii: "\n"))
    }
}
