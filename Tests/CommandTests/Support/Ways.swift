import Foundation
import Glibc
import Synchronization
import TestSupport

/// Two thousand files, made ready to come into one inbox by seven ways at once.
final class Ways: Sendable {
    private static let slowWriters = 8

    private let inbox: String
    private let source: String
    private let said: String
    /// How many files come by which tool.
    let counts: [String: Int]
    /// SHA-256 by name, as `sha256sum` tells it of the sources.
    let expected: [String: String]
    private let slowPages: [(path: String, bytes: [UInt8])]
    private let slowTime = Mutex<Double?>(nil)

    init(_ desk: TestDesk) throws {
        inbox = desk.inbox
        said = desk.scratch.said
        source = try desk.scratch.folder("source")
        var counts = ["cp": 400, "mv": 400, "ln": 400, "rsync": 300, "dd": 150, "install": 342]
        if !Tool.has("rsync") {
            Samples.skipped("rsync, which is not installed; cp takes its share")
            counts["cp"] = 700
            counts["rsync"] = nil
        }
        var number = 0
        for (way, count) in counts.sorted(by: { $0.key < $1.key }) {
            try desk.scratch.folder("source/\(way)")
            for _ in 0..<count {
                number += 1
                // Some large enough to be copied in many pieces.
                let page = Samples.page(number, paragraphs: number % 100 == 0 ? 300 : 1)
                try desk.scratch.file("source/\(way)/\(way)-\(number).txt", page)
            }
        }
        var digests = try desk.scratch.digests(below: source)
        let slow = try desk.scratch.folder("slow")
        let inbox = desk.inbox
        slowPages = try (0..<Ways.slowWriters).map { number in
            let text = "Slow \(number)\n\nIt came one letter at a time, and all of it came.\n"
            try desk.scratch.file("slow/slow-\(number).txt", text)
            return ("\(inbox)/slow-\(number).txt", Array(text.utf8))
        }
        digests.merge(try desk.scratch.digests(below: slow)) { _, new in new }
        counts["slow writer"] = Ways.slowWriters
        self.counts = counts
        expected = digests
    }

    /// Starts one process a tool; `mv` and `ln` show a whole file at once, the others write it in place.
    func startCopiers() throws -> [ChildProcess] {
        var scripts = [
            "cp": "cp SRC/* INBOX/", "mv": "mv SRC/* INBOX/", "ln": "ln SRC/* INBOX/",
            "dd": "for f in SRC/*; do dd if=$f of=INBOX/${f##*/} bs=1000 status=none; done",
            "install": "install -m 640 SRC/* INBOX/",
        ]
        if counts["rsync"] != nil { scripts["rsync"] = "rsync -a SRC/ INBOX/" }
        return try scripts.map { way, script in
            let words = script.replacingOccurrences(of: "SRC", with: "\(source)/\(way)")
                .replacingOccurrences(of: "INBOX", with: inbox)
            return try ChildProcess(["/bin/sh", "-euc", words].map { Array($0.utf8) }, outputIn: said)
        }
    }

    /// Writes a few files side by side, one byte every 50 ms, and keeps each open till its end.
    func writeSlowly() {
        let start = ContinuousClock.now
        guard let descriptors = try? slowPages.map({ try Disk.open(Array($0.path.utf8)) }) else { return }
        let length = slowPages.map(\.bytes.count).max() ?? 0
        for place in 0..<length {
            for (page, descriptor) in zip(slowPages, descriptors) where place < page.bytes.count {
                guard (try? Disk.write([page.bytes[place]], to: descriptor)) != nil else { return }
            }
            usleep(50_000)
        }
        for descriptor in descriptors { close(descriptor) }
        let time = ContinuousClock.now - start
        slowTime.withLock { $0 = Double(time.components.seconds) }
    }

    var slowWritersAreDone: Bool { slowTime.withLock { $0 != nil } }
    var slowSeconds: Double { slowTime.withLock { $0 ?? 0 } }
}
