import Foundation

/// What to measure, and how much of it.
struct BenchOptions {
    var corpus = Corpus()
    var rounds = 3
    var program = ".build/release/copydesk"
    var sections = BenchOptions.all.filter { $0 != "growth" && $0 != "sizes" }
    var json: String?
    /// A folder into which only the corpus is written; nil to measure.
    var make: String?
    /// The folder where everything is made; on the disk that is to be measured.
    var folder = NSTemporaryDirectory()
    var drops = 200
    var known = 100_000
    var idleSeconds = 60
    var growth = 100_000
    var leavesOut: Set<String> = []

    static let all = [
        "throughput", "duplicates", "restart", "latency", "memory", "idle", "readers", "start", "sizes", "growth",
    ]

    static let help = """
        usage: bench [SECTION…] [OPTION…]

        Measures copydesk beside the least that SQLite itself needs (the floor) and beside what people use instead,
        in turn, on made dumps, and prints medians and ratios. What is not installed is skipped, and said so.

        sections: \(all.joined(separator: " "))
        (without one: all but sizes and growth)

          --dumps N        dumps in the corpus (20000)
          --bytes N        their mean size (13000)
          --duplicates S   share of dumps that come again (0.05)
          --recrawls S     share of later visits to an earlier page (0.10)
          --rounds N       rounds, of which the median counts (3)
          --program FILE   the copydesk to measure (.build/release/copydesk)
          --without PEER   leave one out: floor, plain, python, sqlite-utils, recoll; may be repeated
          --folder DIR     where to work, on the disk to be measured ($TMPDIR)
          --drops N        files dropped one by one for the latency (200)
          --known N        files that stay in the inbox for the restart (100000)
          --idle N         seconds to watch an idle desk (60)
          --growth N       small dumps for the curve, which goes to growth.svg (100000)
          --make DIR       only write the corpus there
          --json FILE      the figures as JSON too

        A first look, in a minute or two: bench throughput duplicates start --dumps 1500 --rounds 1
        """

    init(_ arguments: [String]) throws {
        var named: [String] = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if BenchOptions.all.contains(word) {
                named.append(word)
                continue
            }
            guard word.hasPrefix("--"), let value = rest.popFirst() else {
                throw BenchError("what is \(word)? See bench --help")
            }
            try set(word, value)
        }
        if !named.isEmpty { sections = named }
        if !program.hasPrefix("/") { program = FileManager.default.currentDirectoryPath + "/" + program }
    }

    private mutating func set(_ name: String, _ value: String) throws {
        func number() throws -> Int {
            guard let number = Int(value), number > 0 else { throw BenchError("\(name) takes a number, not \(value)") }
            return number
        }
        func share() throws -> Double {
            guard let share = Double(value), (0..<1).contains(share) else {
                throw BenchError("\(name) takes a share from 0 to 1, not \(value)")
            }
            return share
        }
        switch name {
        case "--dumps": corpus.dumps = try number()
        case "--bytes": corpus.meanBytes = try number()
        case "--duplicates": corpus.duplicates = try share()
        case "--recrawls": corpus.recrawls = try share()
        case "--rounds": rounds = try number()
        case "--program": program = value
        case "--without": leavesOut.insert(value)
        case "--folder": folder = value
        case "--drops": drops = try number()
        case "--known": known = try number()
        case "--idle": idleSeconds = try number()
        case "--growth": growth = try number()
        case "--make": make = value
        case "--json": json = value
        default: throw BenchError("what is \(name)? See bench --help")
        }
    }
}
