import Home
import Pages
import Platform
import Store
import Synchronization

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
            var page = try normaliser.read(text, visitedOn: visitedOn)
            if PlantedBug.olderReader.isPlanted { loseLastParagraphs(&page) }
            let name = Path.display(file.arrival.name)
            return .page(FiledPage(digest, bytes: file.bytes, name: name, text, page))
        } catch {
            return .refused(digest, error, attempts: 1)
        }
    }

    /// The bug that a test build has when its environment names `PlantedBug.olderReader`.
    private func loseLastParagraphs(_ page: inout Page) {
        for index in page.items.indices where page.items[index].kind == .article {
            page.items[index].body = page.items[index].body.split(separator: "\n").dropLast().joined(separator: "\n")
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

    /// The same file, refused for what is in it.
    func refused(_ refusal: Refusal) -> Reading {
        let digest: Digest? =
            switch content {
            case .known(let digest): digest
            case .page(let page): page.digest
            case .refused(let digest, _, _): digest
            }
        return Reading(arrival: arrival, status: status, content: .refused(digest, refusal, attempts: 1))
    }

    /// A file that is refused before its bytes are hashed.
    init(_ arrival: Arrival, _ status: FileStatus, _ refusal: Refusal, attempts: Int) {
        self.init(arrival: arrival, status: status, content: .refused(nil, refusal, attempts: attempts))
    }
}

/// Readings that are filed and of no more use.
///
/// A page is some hundreds of objects, and to free those of a batch takes a twentieth of the time of the thread that
/// files, which is what a backlog waits for. So that thread leaves them here, and a worker frees them before it reads
/// another page.
final class SpentReadings: Sendable {
    private let readings = Mutex<[Reading]>([])

    func add(_ reading: Reading) { readings.withLock { $0.append(reading) } }

    func free() {
        // They end with this function, outside the lock: nobody waits meanwhile.
        _ = readings.withLock { readings in
            defer { readings = [] }
            return readings
        }
    }
}
