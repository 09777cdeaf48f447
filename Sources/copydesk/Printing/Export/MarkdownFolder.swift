import Home
import Platform

/// A folder of Markdown files, one an article, that each export brings up to date.
///
/// An article keeps the name of its file when its title changes. Files of articles that are not exported stay.
struct MarkdownFolder: ~Copyable {
    private let path: Path
    private let directory: Directory
    /// Files that earlier exports have left, by the id of their article.
    private let known: [String: [UInt8]]
    private(set) var written = 0
    private(set) var rewritten = 0
    private(set) var unchanged = 0

    /// How many files are of articles that this export has not met.
    var left: Int { known.count - rewritten - unchanged }

    /// Opens a folder, or makes it.
    ///
    /// - Throws: `Fault` where it holds other files and none of an earlier export: then it is more likely that another
    ///   folder was meant than that thousands of files are wanted among them.
    init(_ path: Path) throws(Fault) {
        let files = try MarkdownFolder.files(in: path)
        let folder = try doing("open the folder \(path)") { () throws(Errno) in try Directory.open(path) }
        self.path = path
        known = files
        directory = folder
    }

    /// The exported files in a folder, by the id of their article; the folder is made where it is missing.
    private static func files(in path: Path) throws(Fault) -> [String: [UInt8]] {
        try doing("make the folder \(path)") { () throws(Errno) -> Void in
            _ = try Directory.make(path, mode: 0o777, intermediates: true)
        }
        var others = 0
        var found: [String: [UInt8]] = [:]
        try doing("list the folder \(path)") { () throws(Errno) in
            try Directory.open(path).entries { (name, _) throws(Errno) in
                if let id = ArticleFileName.id(in: String(decoding: name, as: UTF8.self)) {
                    found[id] = name
                } else if name.first != UInt8(ascii: ".") {
                    others += 1
                }
                return true
            }
        }
        guard others == 0 || !found.isEmpty else {
            throw Fault(
                .refused,
                "cannot export into \(path): it holds \(others) other file\(others == 1 ? "" : "s") and no exported article; "
                    + "name a folder that is new or empty"
            )
        }
        return found
    }

    /// Writes an article's file, unless it is there as it must be.
    mutating func write(_ article: ExportedArticle) throws(Fault) {
        let bytes = MarkdownFormat.document(article)
        let old = known[article.id]
        let name = old ?? Array(ArticleFileName.name(of: article).utf8)
        if old != nil, holds(name, bytes) {
            unchanged += 1
            return
        }
        try doing("write \(path.appending(name))") { () throws(Errno) in
            // An export that was cut short leaves the hidden name; the next one writes over it.
            let hidden = Array(".".utf8) + name
            let file = try directory.openFile(hidden, [.writeOnly, .create, .truncate], mode: 0o666)
            do throws(Errno) {
                try file.write(all: bytes)
                try directory.rename(hidden, to: directory, as: name, replacing: true)
            } catch {
                try? directory.unlink(hidden)
                throw error
            }
        }
        if old == nil { written += 1 } else { rewritten += 1 }
    }

    /// Makes the names durable.
    func finish() throws(Fault) {
        try doing("write to the folder \(path)") { () throws(Errno) in try directory.sync() }
    }

    /// Whether a file holds just these bytes.
    private func holds(_ name: [UInt8], _ bytes: [UInt8]) -> Bool {
        guard let file = try? directory.openFile(name, [.readOnly, .nonBlocking]), let status = try? file.status(),
            status.kind == .regular, status.size == bytes.count, let held = try? file.readAll(limit: bytes.count + 1)
        else { return false }
        return held == bytes
    }
}
