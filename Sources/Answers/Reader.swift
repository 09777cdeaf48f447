package import Home
package import Pages
import Platform
package import Store

/// Answers what people ask of a desk, whether it runs or not; that needs only the right to read its files.
package struct Reader {
    let home: HomePaths
    let configuration: Configuration
    let store: Store

    /// Opens the database of a home.
    ///
    /// - Parameters:
    ///   - surroundings: What the process was started in.
    ///   - configurationFile: `--config`.
    ///   - home: `--home`.
    /// - Throws: `Fault` where there is no database, or one this version cannot read.
    package init(_ surroundings: Surroundings, configurationFile: String?, home: String?) throws(Fault) {
        let configuration = try surroundings.configuration(file: configurationFile, home: home)
        try self.init(try HomePaths(configuration), configuration)
    }

    /// Opens the database of a home that was found already.
    init(_ home: HomePaths, _ configuration: Configuration) throws(Fault) {
        self.home = home
        self.configuration = configuration
        guard (try? FileStatus.of(self.home.database)) != nil else {
            throw Fault(
                .refused,
                "cannot read the database \(self.home.database): there is none; `copydesk run --home \(self.home.folder)` "
                    + "makes it"
            )
        }
        let path = self.home.databaseName
        store = try storing { () throws(StoreError) in try Store(path: path, access: .reader) }
    }

    /// The epoch of the database.
    package var epoch: String { store.epoch }

    // MARK: search

    /// Articles and teasers that a query selects.
    package func search(_ query: SearchQuery, _ order: SearchOrder, limit: Int) throws(Fault) -> [Store.Hit] {
        try expectIndex()
        return try storing { () throws(StoreError) in try store.search(query, order, limit: limit) }
    }

    /// How many articles and teasers a query selects.
    package func count(_ query: SearchQuery) throws(Fault) -> Int {
        try expectIndex()
        return try storing { () throws(StoreError) in try store.count(query) }
    }

    /// Passes each article that a query selects to `each`, as its row in the view `articles`, in the order of filing.
    ///
    /// All rows are of one state of the database.
    ///
    /// - Parameters:
    ///   - query: nil for all articles.
    ///   - each: Called with the columns of the row.
    /// - Throws: `Fault`, and what `each` throws.
    package func articles(_ query: SearchQuery?, _ each: ([JSON.Member]) throws(Fault) -> Void) throws(Fault) {
        if query != nil { try expectIndex() }
        do {
            try store.inOneView { try store.articles(query, each) }
        } catch let fault as Fault {
            throw fault
        } catch let error as StoreError {
            throw Fault(error)
        } catch {
            throw Fault(.refused, "cannot read the articles: \(error)")
        }
    }

    private func expectIndex() throws(Fault) {
        guard try storing({ () throws(StoreError) in try store.isSearchable() }) else {
            throw Fault(.refused, "cannot search: the full-text index is switched off ([database] search)")
        }
    }

    // MARK: original

    /// The bytes of a dump exactly as delivered.
    ///
    /// - Parameter sha256: The hash, or enough of its first digits.
    /// - Returns: All bytes.
    /// - Throws: `Fault` where no dump, or more than one, has a hash that begins so.
    package func original(_ sha256: String) throws(Fault) -> [UInt8] {
        let digits = sha256.lowercased()
        guard !digits.isEmpty, digits.count <= 64, digits.allSatisfy(\.isHexDigit) else {
            throw Fault(.usage, "'\(Path.display(Array(sha256.utf8)))' is no SHA-256 in hexadecimal digits")
        }
        let found = try storing { () throws(StoreError) in try store.original(digits) }
        switch found.count {
        case 0: throw try forgotten(digits) ?? Fault(.refused, "no dump has the SHA-256 \(digits)")
        case 1: return found[0]
        default: throw Fault(.refused, "more than one dump's SHA-256 begins with \(digits)")
        }
    }

    // MARK: backup

    /// Writes a consistent copy of the database while the desk runs.
    ///
    /// It is written under a hidden name and renamed when it is whole, so that a backup that exists can be trusted.
    package func backup(to file: String) throws(Fault) {
        let target = Path(file)
        guard (try? FileStatus.of(target)) == nil else {
            throw Fault(.refused, "cannot write the backup \(target): the file exists")
        }
        let hidden = try target.hiddenBeside()
        guard let name = hidden.text else { throw Fault(.refused, "cannot write the backup \(target): no UTF-8") }
        do throws(Fault) {
            try storing { () throws(StoreError) in try store.backup(to: name) }
            try doing("write the backup \(target)") { () throws(Errno) in
                try Descriptor.open(hidden, .readOnly).sync()
                try FileSystem.rename(hidden, to: target, replacing: false)
                try Directory.open(target.parent).sync()
            }
        } catch {
            try? FileSystem.unlink(hidden)
            throw error
        }
    }
}
