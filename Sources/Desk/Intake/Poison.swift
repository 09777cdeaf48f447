import Home
import Pages

/// The dump that makes a test build fail while it reads, as a dump that meets a bug would.
package struct Poison: Sendable {
    enum Deed: String {
        case trap
        case loop
        case memory
    }

    let digest: Digest
    let deed: Deed

    init(_ digest: Digest) {
        self.digest = digest
        deed = .trap
    }

    /// Reads `SHA256`, which means `trap`, or `SHA256:` and a deed.
    init?(_ text: String) {
        let parts = text.split(separator: ":")
        guard let first = parts.first, let digest = Digest(hex: String(first)),
            let deed = Deed(rawValue: parts.count > 1 ? String(parts[1]) : "trap")
        else { return nil }
        self.digest = digest
        self.deed = deed
    }

    func act() {
        #if DEBUG
            var sum = 0
            switch deed {
            case .trap: fatalError("poisoned by the test that set COPYDESK_TEST_POISON")
            case .loop: while sum >= 0 { sum = (sum + 1) & 0xFFFF }
            case .memory:
                var bytes: [UInt8] = [0]
                while sum >= 0 { bytes += bytes }
            }
        #endif
    }
}
