package import Platform

/// How the last reading of the configuration went, left in the home for `copydesk reload` to wait for.
///
/// A file, since the desk needs no other way to be spoken to: a signal asks, this answers. Counted by process, so that an
/// answer of before a restart, or to an earlier signal, is not taken for the one that is waited for.
package struct ReloadAnswer: Equatable {
    package var process: Int32
    package var count: Int
    package var isInForce: Bool
    package var message: String

    package init(process: Int32, count: Int, isInForce: Bool, message: String) {
        self.process = process
        self.count = count
        self.isInForce = isInForce
        self.message = message
    }

    private static let name = Array("copydesk.reload".utf8)

    /// Replaces the answer before.
    package func write(in home: Path) throws(Errno) {
        let folder = try Directory.open(home)
        let hidden = ReloadAnswer.name + Array(".tmp".utf8)
        let file = try folder.openFile(hidden, [.writeOnly, .create, .truncate], mode: 0o640)
        try file.write(all: Array("\(process) \(count) \(isInForce ? "in-force" : "refused") \(message)\n".utf8))
        try folder.rename(hidden, to: folder, as: ReloadAnswer.name, replacing: true)
    }

    /// The newest answer; nil where there is none, or none that can be read.
    package static func read(in home: Path) -> ReloadAnswer? {
        let bytes = try? Descriptor.open(home.appending(name), [.readOnly, .noFollow]).readAll(limit: 1 << 16)
        let words = bytes.map { String(decoding: $0, as: UTF8.self) }?.dropLast()
            .split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
        guard let words, words.count == 4, let process = Int32(words[0]), let count = Int(words[1]) else { return nil }
        return ReloadAnswer(
            process: process,
            count: count,
            isInForce: words[2] == "in-force",
            message: String(words[3])
        )
    }
}
