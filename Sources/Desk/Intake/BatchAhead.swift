import Home
import Platform
import Store

/// 2 to 4: The names of a batch, whose files are settled, read and hashed by the workers while batches before it are
/// read and filed.
struct BatchAhead {
    /// A file that is to be opened.
    struct File: Sendable {
        let arrival: Arrival
        let folder: Inbox.OpenFolder
        /// Its size at the glance; the batch has no room for more.
        let size: Int64
        let sighting: Unfinished.Sighting?

        init(_ arrival: Arrival, _ folder: Inbox.OpenFolder, _ size: Int64, _ sighting: Unfinished.Sighting?) {
            self.arrival = arrival
            self.folder = folder
            self.size = size
            self.sighting = sighting
        }
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
    /// The bytes of all files that are to be opened.
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
        bytes += Int(file.size)
    }

    /// Lets the workers begin.
    mutating func begin(_ settling: Settling, workers: Int) {
        found = ReadAhead(files, workers: workers) { file in
            do throws(Errno) {
                let answer = try settling.settle(file.arrival, in: file.folder.directory, upTo: file.size) { identity in
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
