package import Pages

/// One arrival of one file in the inbox, as the database records it.
package struct Delivery: Sendable {
    /// What tells one file from another at one path.
    package struct FileIdentity: Hashable, Sendable {
        package let device: Int64
        package let inode: Int64
        package let size: Int64
        /// Nanoseconds since 1970.
        package let modified: Int64
        /// Nanoseconds since 1970; the one of the five that nobody can set.
        package let changed: Int64

        package init(device: Int64, inode: Int64, size: Int64, modified: Int64, changed: Int64) {
            self.device = device
            self.inode = inode
            self.size = size
            self.modified = modified
            self.changed = changed
        }
    }

    /// What is to become of the file once the commit is durable.
    package enum Destiny: Hashable, Sendable {
        case remove
        /// Moved to the folder of rejected files under this name, given as bytes and in shown form.
        case setAside(as: [UInt8], shown: String)
        case stay
    }

    package let receivedAt: String
    /// Last part of the path, shown form.
    package let name: String
    /// Path below the inbox, shown form.
    package let path: String
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

    /// What was read in the file.
    package enum Content: Sendable {
        /// Bytes the database has already.
        case known(Digest)
        /// New bytes with a page to file.
        case page(FiledPage)
        /// Refused, after so many tries; the digest is nil where the bytes could not be read.
        case refused(Digest?, Refusal, attempts: Int)
    }

    /// What became of it.
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
        /// The last change it made.
        package let seq: Int64
    }
}
