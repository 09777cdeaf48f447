package import Pages

/// One arrival of one file in the inbox, as the database records it.
package struct Delivery: Sendable {
    /// What distinguishes two files at one path.
    package struct FileIdentity: Hashable, Sendable {
        package let device: Int64
        package let inode: Int64
        package let size: Int64
        /// Nanoseconds since 1970.
        package let modified: Int64
        /// The inode change time, nanoseconds since 1970.
        ///
        /// No program can set it, unlike the modification time.
        package let changed: Int64

        package init(device: Int64, inode: Int64, size: Int64, modified: Int64, changed: Int64) {
            self.device = device
            self.inode = inode
            self.size = size
            self.modified = modified
            self.changed = changed
        }
    }

    /// What the desk does with the file once the commit is durable.
    package enum Destiny: Hashable, Sendable {
        case remove
        /// It is moved to the folder of rejected files under this name, given as bytes and in shown form.
        case setAside(as: [UInt8], shown: String)
        case stay
    }

    package let receivedAt: String
    /// The last part of the path, in shown form.
    package let name: String
    /// The path below the inbox, in shown form.
    package let path: String
    /// The same as bytes; empty where the file is not in the inbox but among the rejected.
    package let pathBytes: [UInt8]
    package let identity: FileIdentity
    package let modifiedAt: String
    package let destiny: Destiny

    package init(
        receivedAt: String,
        name: String,
        path: String,
        pathBytes: [UInt8],
        identity: FileIdentity,
        modifiedAt: String,
        destiny: Destiny
    ) {
        self.receivedAt = receivedAt
        self.name = name
        self.path = path
        self.pathBytes = pathBytes
        self.identity = identity
        self.modifiedAt = modifiedAt
        self.destiny = destiny
    }

    /// What the desk found in the file.
    package enum Content: Sendable {
        /// Bytes that the database has already.
        case known(Digest)
        /// New bytes, and the page they are the text of.
        case page(FiledPage)
        /// Refused after this many attempts; the digest is nil where the bytes could not be read.
        case refused(Digest?, Refusal, attempts: Int)

        /// That of the bytes; nil where they could not be read.
        package var digest: Digest? {
            switch self {
            case .known(let digest): digest
            case .page(let page): page.digest
            case .refused(let digest, _, _): digest
            }
        }
    }

    /// What became of the delivery.
    package struct Receipt: Sendable {
        package enum Outcome: String, CaseIterable, Sendable {
            case new
            case duplicate
            case sameText = "same_text"
            case rejected
        }

        package let delivery: Int64
        package let outcome: Outcome
        package let sha256: String?
        package let articles: Int
        package let teasers: Int
        /// The `seq` of the last change it made.
        package let seq: Int64
    }
}
