package import Platform

/// How the last reload went: a file that the desk writes into its home and that `copydesk reload` waits for.
///
/// A signal asks and this file answers, so the desk needs no socket. The answer holds the process and a count, so that
/// one from before a restart, or to an earlier signal, is not taken for the one that is waited for.
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

    /// Replaces the previous answer.
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
