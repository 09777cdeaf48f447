import Home
import Pages
import Platform
import Store

/// A settled file and the digest of its bytes.
struct HashedFile: Sendable {
    let file: SettledFile
    let digest: Digest

    init(_ file: SettledFile) {
        self.file = file
        digest = SHA256.digest(of: file.bytes.span)
    }

    /// What is to be filed: the page, or only the digest where the database holds the bytes already.
    func reading(_ normaliser: Normaliser, isKnown: Bool, poison: Poison?) -> Reading {
        Reading(
            arrival: file.arrival,
            status: file.status,
            content: isKnown ? .known(digest) : content(normaliser, poison: poison)
        )
    }

    private func content(_ normaliser: Normaliser, poison: Poison?) -> Delivery.Content {
        do throws(Refusal) {
            let text = try TextDecoder.decode(file.bytes, converter: SystemEncodings.scalars)
            // Only the environment of a test build names a poison, which stands for a dump that meets a bug.
            if let poison, poison.digest == digest { poison.act() }
            return .page(FiledPage(digest, bytes: file.bytes, text, try normaliser.read(text, visitedOn: visitedOn)))
        } catch {
            return .refused(digest, error, attempts: 1)
        }
    }

    /// The last day on which the page can have been visited: that of its file's inode change time.
    private var visitedOn: CalendarDate? {
        CalendarDate(dayNumber: Int(file.status.changedNanoseconds / 86_400_000_000_000))
    }
}

/// What was read from a name in the inbox, ready to be filed.
struct Reading: Sendable {
    let arrival: Arrival
    let status: FileStatus
    let content: Delivery.Content

    fileprivate init(arrival: Arrival, status: FileStatus, content: Delivery.Content) {
        self.arrival = arrival
        self.status = status
        self.content = content
    }

    /// A file that is refused before its bytes are hashed.
    init(_ arrival: Arrival, _ status: FileStatus, _ refusal: Refusal, attempts: Int) {
        self.init(arrival: arrival, status: status, content: .refused(nil, refusal, attempts: attempts))
    }
}
