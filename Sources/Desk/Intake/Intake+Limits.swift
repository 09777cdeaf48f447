import Home
import Pages
import Platform

// How much time and memory reading can take, and the refusal of a dump that takes more.
extension Intake {
    /// Processor seconds for one batch: some hundred times what a batch of ordinary pages takes.
    private static let batchSeconds = 60
    /// Processor seconds added for each mebibyte: twenty times what the slowest known text takes.
    private static let secondsPerMebibyte = 4

    /// Limits the processor time for reading these files; without files it removes the limit.
    func limitTime(_ looks: [Look]) throws(Fault) {
        guard !looks.isEmpty else {
            return try doing("end the limit of time") { () throws(Errno) in try WorkLimit.time(0) }
        }
        var bytes = 0
        for case .file(_, let count) in looks { bytes += count }
        try limitTime(ofBytes: bytes)
    }

    /// Limits the processor time for reading so many bytes.
    func limitTime(ofBytes bytes: Int) throws(Fault) {
        let mebibytes = bytes >> 20
        var seconds = Intake.batchSeconds + mebibytes * Intake.secondsPerMebibyte
        if poison?.deed == .loop { seconds = 1 }
        try doing("limit the time for reading") { () throws(Errno) in try WorkLimit.time(seconds) }
    }

    /// The memory limit in bytes: enough for the largest dump and all that is made of it, in every thread that reads.
    static func memoryLimit(_ configuration: Configuration) -> UInt64 {
        1 << 30 + UInt64(configuration.maxDumpBytes) * 16 * UInt64(configuration.workers + 1)
    }
}

extension BatchNote.Suspects {
    /// Why the first suspect is given up.
    var refusal: Refusal {
        let times = tries + 1
        switch cause {
        case .time:
            return Refusal(.tooSlow, "reading it used up its time \(times) times; please report it with the file")
        case .memory:
            return Refusal(.tooLarge, "reading it used up the memory \(times) times; please report it with the file")
        case .trap, nil:
            return Refusal(.crashed, "reading it stopped the desk \(times) times; please report it with the file")
        }
    }
}
