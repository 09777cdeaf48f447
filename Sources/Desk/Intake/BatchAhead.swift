import Home
import Platform
import Store
import Synchronization

/// 2 to 4: The names of a batch, whose files are settled, read and hashed by the workers while batches before it are
/// read and filed.
struct BatchAhead {
    /// A file that is to be opened.
    struct File: Sendable {
        let arrival: Arrival
        /// Its size at the glance; the batch has no room for more.
        let size: Int64
        let sighting: Unfinished.Sighting?
    }

    /// What a worker found.
    enum Found: Sendable {
        case file(HashedFile)
        /// Anything else than a whole file.
        case answer(Settling.Answer)
        case fault(Errno)
    }

    /// A name for which something may have to be done.
    enum Sight {
        case file(Arrival, index: Int)
        case leftover(Store.Taken)

        var path: [UInt8] {
            switch self {
            case .file(let arrival, _): arrival.path
            case .leftover(let taken): taken.path
            }
        }
    }

    /// When the names were looked at, in monotonic nanoseconds.
    let begun: Int64
    /// In the order in which the names came.
    private(set) var sights: [Sight] = []
    /// The bytes of all files that are to be opened, each with at most those of a full batch.
    private(set) var bytes = 0
    /// What is to be reported of the names so far.
    var batch = Batch()
    private var files: [File] = []
    private var found: ReadAhead<File, Found>?

    init(at begun: Int64) { self.begun = begun }

    mutating func add(leftover taken: Store.Taken) { sights.append(.leftover(taken)) }

    mutating func add(_ file: File) {
        sights.append(.file(file.arrival, index: files.count))
        files.append(file)
        // A file with holes can be as large as a number can be.
        bytes += Int(min(file.size, Int64(Intake.batchBytes)))
    }

    /// Lets the workers begin.
    mutating func begin(_ settling: Settling, below inbox: Path, workers: Int) {
        // One folder is kept open for the next file, and not one for each file: descriptors are few.
        let last = Mutex<Inbox.OpenFolder?>(nil)
        found = ReadAhead(files, workers: workers) { file in
            do throws(Errno) {
                var folder = last.withLock { $0 }
                let opened = try Inbox.open(file.arrival.folder, below: inbox, unless: &folder)
                last.withLock { $0 = opened }
                let answer = try settling.settle(file.arrival, in: opened.directory, upTo: file.size) { identity in
                    file.sighting?.identity == identity ? file.sighting?.since : nil
                }
                if case .file(let settled) = answer { return .file(HashedFile(settled)) }
                return .answer(answer)
            } catch {
                return .fault(error)
            }
        }
        files = []
    }

    /// What was found at one name, which can be taken only once.
    func take(_ index: Int) -> Found { found?.take(index) ?? .answer(.gone) }

    /// Leaves out the files that no worker has begun.
    func cancel() { found?.cancel() }
}
