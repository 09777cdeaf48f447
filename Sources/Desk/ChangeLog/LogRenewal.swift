import Home
import Pages
import Platform
import Store

/// One file of the change log as it is to be: read in pieces, each line as it stands or made anew.
struct LogRenewal: ~Copyable {
    private let file: Descriptor
    private let path: Path
    private let store: Store
    /// The SHA-256 of the file before; nil where its first line is to stay as it is.
    private let previous: String?
    private let forgotten: Set<Int64>
    /// Bytes of a line whose end is not read yet.
    private var rest: [UInt8] = []
    /// The hash of the bytes since the last `log.*` line, that line included.
    private var sinceMark = SHA256()
    private var isAtEnd = false
    /// Whether a line so far is to be another than it is.
    private(set) var differs = false
    /// How many records were made anew.
    private(set) var lines = 0

    private static let newline = UInt8(ascii: "\n")

    init(_ path: Path, _ store: Store, previous: String?, seqs first: Int64, _ last: Int64) throws(Fault) {
        let forgotten = try storing { () throws(StoreError) in try store.forgottenSeqs(from: first, to: last) }
        let file = try doing("read the change log \(path)") { () throws(Errno) in try Descriptor.open(path, .readOnly) }
        self.path = path
        self.store = store
        self.previous = previous
        self.forgotten = forgotten
        self.file = file
    }

    /// The next lines; nil at the end.
    mutating func next() throws(Fault) -> [UInt8]? {
        guard !isAtEnd else { return nil }
        let read = try doing("read the change log \(path)") { () throws(Errno) in
            try file.read(upTo: 1 << 20, into: &rest)
        }
        guard read > 0 else {
            isAtEnd = true
            return rest
        }
        var pieces = rest.split(separator: LogRenewal.newline, omittingEmptySubsequences: false)
        let tail = Array(pieces.removeLast())
        var bytes: [UInt8] = []
        for line in pieces {
            let new = try renewed(line)
            if !new.elementsEqual(line) { differs = true }
            bytes += new
            bytes.append(LogRenewal.newline)
            sinceMark.update((new + [LogRenewal.newline]).span)
        }
        rest = tail
        return bytes
    }

    /// A line as it is to be, without its newline.
    private mutating func renewed(_ line: ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
        guard let position = LogLine.position(of: line) else { return renewedFragment(line) }
        if LogLine.speaksOfFile(line) { return renewedMark(line) }
        guard position.epoch == store.epoch, forgotten.contains(position.seq) else { return Array(line) }
        let record = try storing { () throws(StoreError) in try store.records(after: position.seq - 1, limit: 1) }.first
        guard let record, record.seq == position.seq else { return Array(line) }
        let new = Array(record.line.dropLast())
        if !new.elementsEqual(line) { lines += 1 }
        return new
    }

    /// A line that a crash tore: readers skip it, and of a forgotten record only its beginning stays.
    private func renewedFragment(_ line: ArraySlice<UInt8>) -> [UInt8] {
        guard let position = LogLine.position(of: line + [UInt8(ascii: "}")]), position.epoch == store.epoch,
            forgotten.contains(position.seq)
        else { return Array(line) }
        return Array("{\"v\":1,\"epoch\":\"\(position.epoch)\",\"seq\":\(position.seq),".utf8)
    }

    /// A `log.*` line with the digests as they are now.
    private mutating func renewedMark(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var since = SHA256()
        swap(&since, &sinceMark)
        let digest = since.finalize().hex
        if LogLine.opens(line) {
            guard let previous else { return Array(line) }
            return LogRenewal.setting("previous_sha256", to: previous, in: line)
        }
        let isCheck = String(decoding: line.prefix(300), as: UTF8.self).contains("\"type\":\"log.check")
        return isCheck ? LogRenewal.setting("sha256", to: digest, in: line) : Array(line)
    }

    /// Puts a digest into a line in place of the one that it has under a key.
    private static func setting(_ key: String, to digest: String, in line: ArraySlice<UInt8>) -> [UInt8] {
        let text = String(decoding: line, as: UTF8.self)
        guard let found = text.firstRange(of: "\"\(key)\":\""), text[found.upperBound...].utf8.count > 64 else {
            return Array(line)
        }
        let end = text.utf8.index(found.upperBound, offsetBy: 64)
        guard text[found.upperBound..<end].allSatisfy(\.isHexDigit) else { return Array(line) }
        return Array((text[..<found.upperBound] + digest + text[end...]).utf8)
    }
}
