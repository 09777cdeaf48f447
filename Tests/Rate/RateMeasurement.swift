import Foundation
import Pages

/// Measures how many bytes a second are decoded and read on one core, hashing aside.
///
/// Compiled by `.ci/rate` with the objects of `Pages` that ship; no part of the package. Arguments: `--seeds DIR`,
/// `--layouts DIR`, and the dumps whose rate is wanted. Made dumps of three sizes are measured beside them, since the
/// rate must not fall as dumps grow; `--given-only` leaves them out, for a profiler. With `--pass`, which `.ci/rate
/// --instructions` runs under valgrind, the given dumps are read twice, or where none are given a made dump of 1 MB, and
/// nothing is measured but their bytes.
@main
enum RateMeasurement {
    /// Processor seconds spent on a set of dumps, in the fastest pass.
    struct Times {
        var decoding = Double.infinity
        var hashing = Double.infinity
        var reading = Double.infinity
        var refused = 0
    }

    static func main() throws {
        var seeds = ""
        var layoutFolder = ""
        var makesDumps = true
        var isPass = false
        var paths: [String] = []
        var arguments = CommandLine.arguments.dropFirst()
        while let argument = arguments.popFirst() {
            switch argument {
            case "--seeds": seeds = arguments.popFirst() ?? ""
            case "--layouts": layoutFolder = arguments.popFirst() ?? ""
            case "--given-only": makesDumps = false
            case "--pass": isPass = true
            default: paths.append(argument)
            }
        }
        let layouts = try files(in: layoutFolder, ending: ".layout").map { path in
            try LayoutParser.parse(String(decoding: bytes(at: path), as: UTF8.self), name: path)
        }
        let normaliser = Normaliser(layouts: layouts)
        var seed: [UInt8] = []
        for path in try files(in: seeds, ending: ".txt") {
            // Put together they must be a text in one encoding.
            guard let text = try? TextDecoder.decode(bytes(at: path)), text.encoding == .utf8 else { continue }
            seed += text.utf8 + [0x0A, 0x0A]
        }
        guard !isPass else {
            let dumps = paths.isEmpty ? made(from: seed, size: 1_000_000) : try paths.map(bytes)
            // The first pass makes what a process makes once, such as tables of words.
            CountedPass.run(dumps, normaliser)
            CountedPass.runCounted(dumps, normaliser)
            print(dumps.reduce(0) { $0 + $1.count })
            return
        }
        print("MB a second on one core       dumps refused     MB  decode    read    both")
        if !paths.isEmpty { show("evaluation dumps", try paths.map(bytes), normaliser) }
        for (name, size) in [("made, 10 KB each", 10_000), ("made, 1 MB", 1_000_000), ("made, 30 MB", 30_000_000)]
        where makesDumps {
            show(name, made(from: seed, size: size), normaliser)
        }
    }

    /// Dumps of one size: the project's own seeds one after another, cut at every so many bytes.
    private static func made(from seed: [UInt8], size: Int) -> [[UInt8]] {
        var whole: [UInt8] = []
        while whole.count < max(size, 1_000_000) { whole += seed }
        return stride(from: 0, to: whole.count - size + 1, by: size).map { Array(whole[$0..<$0 + size]) }
    }

    private static func show(_ name: String, _ dumps: [[UInt8]], _ normaliser: Normaliser) {
        let size = Double(dumps.reduce(0) { $0 + $1.count }) / 1e6
        var best = Times()
        let passes = size > 10 ? 2 : 5
        for _ in 0..<passes {
            let times = pass(dumps, normaliser)
            best.decoding = min(best.decoding, times.decoding)
            best.hashing = min(best.hashing, times.hashing)
            best.reading = min(best.reading, times.reading)
            best.refused = times.refused
        }
        let decoding = max(best.decoding - best.hashing, 1e-9)
        let rates = [decoding, best.reading, decoding + best.reading].map { size / $0 }
        let columns = rates.map { String(format: "%8.1f", $0) }.joined()
        print(name.padding(toLength: 29, withPad: " ", startingAt: 0), terminator: "")
        print(String(format: "%6d%8d%7.1f", dumps.count, best.refused, size) + columns)
    }

    private static func pass(_ dumps: [[UInt8]], _ normaliser: Normaliser) -> Times {
        var times = Times(decoding: 0, hashing: 0, reading: 0)
        for dump in dumps {
            let start = seconds()
            // A dump that is refused took its time too.
            guard let text = try? TextDecoder.decode(dump) else {
                times.decoding += seconds() - start
                times.refused += 1
                continue
            }
            let decoded = seconds()
            let digest = SHA256.digest(of: text.utf8.span)
            let hashed = seconds()
            let page = try? normaliser.read(text)
            times.reading += seconds() - hashed
            times.hashing += hashed - decoded
            times.decoding += decoded - start
            if page == nil || digest != text.digest { times.refused += 1 }
        }
        return times
    }

    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func files(in folder: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(ending) }
            .map { "\(folder)/\($0)" }
    }

    private static func bytes(at path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
