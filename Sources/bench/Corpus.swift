import Foundation

/// Dumps that are made up, not collected: the same options give the same bytes on every machine.
struct Corpus: Sendable {
    /// How many dumps.
    var dumps = 20_000
    /// Bytes of a dump, on average.
    var meanBytes = 13_000
    /// Share of dumps whose bytes are those of an earlier dump.
    var duplicates = 0.05
    /// Share of dumps that are a later visit to an earlier page: a new post on top, and a word added to the one below
    /// it.
    var recrawls = 0.10
    var seed: UInt64 = 2026

    /// Which page a dump is of, and how many visits to that page came before.
    private func page(_ number: Int) -> (page: Int, visit: Int) {
        var dice = Dice(seed, number)
        let chance = dice.share()
        guard number > 0, chance < duplicates + recrawls else { return (number, 0) }
        let earlier = page(dice.below(number))
        return chance < duplicates ? earlier : (earlier.page, earlier.visit + 1)
    }

    /// The name and the bytes of one dump.
    func dump(_ number: Int) -> (name: String, bytes: [UInt8]) {
        let (page, visit) = page(number)
        var dice = Dice(seed ^ 0x7061_6765, page)
        let key = String(dice.next(), radix: 16)
        let name = "\(number)_" + String(repeating: "0", count: 16 - key.count) + key + ".txt"
        let writer = StoryWriter(tongue: Tongue.all[[0, 0, 0, 1, 2, 3, 4, 5][dice.below(8)]], site: dice.below(400))
        // Short dumps have one post: three bylines and footers alone take a kilobyte.
        let posts = meanBytes < 3000 ? 1 : 1 + dice.below(5)
        let share = Double(meanBytes) / (meanBytes < 3000 ? 1 : 3)
        var text = writer.head()
        for post in 0..<posts + visit {
            var dice = Dice(seed ^ 0x706f_7374, page &* 64 &+ (post < visit ? 63 - (visit - post) % 32 : post - visit))
            let bytes = Int(share * (0.4 + 1.2 * dice.share())) - 250
            writer.post(&text, bytes: bytes, isChanged: visit > 0 && post == visit, &dice)
        }
        return (name, text)
    }

    /// Writes all dumps into a folder.
    ///
    /// - Returns: How many bytes they have in all.
    func write(into folder: String, from first: Int = 0) throws -> Int {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var total = 0
        for number in first..<first + dumps {
            let dump = dump(number)
            try Data(dump.bytes).write(to: URL(filePath: folder + "/" + dump.name))
            total += dump.bytes.count
        }
        return total
    }
}
