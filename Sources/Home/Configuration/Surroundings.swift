package import Platform

/// What the process was started with and in: read once, in `main`, and handed down as a value.
package struct Surroundings: Sendable {
    /// The command line without the program's name, as bytes: file names need not be UTF-8.
    package let arguments: [[UInt8]]
    /// systemd's `$STATE_DIRECTORY`; the first, where it names several.
    package let stateDirectory: String?
    package let notifySocket: String?
    /// After so long without a sign of life the service manager kills this process; nil where nobody waits for one.
    package var watchdogNanoseconds: Int64?
    /// systemd's `$JOURNAL_STREAM`; nil where standard error leads elsewhere since, as in a terminal that a service opened.
    package var journalStream: String?
    package let program: Path?
    package let outputIsTerminal: Bool
    package let errorIsTerminal: Bool
    /// The SHA-256 of a dump on which a test build stops the process, to test that the desk survives it.
    package let poison: String?
    /// A file; while it exists a test build's loop stands, to test that the service manager sees it.
    package var stall: Path?
    /// How many columns a line of output has: `$COLUMNS`, else the terminal's, else 100.
    package var outputWidth = 100

    package static func ofProcess() -> Surroundings {
        func variable(_ name: String) -> String? {
            ProcessFacts.environment(name).flatMap { $0.isEmpty ? nil : $0 }
        }
        #if DEBUG
            let poison = variable("COPYDESK_TEST_POISON")
            let stall = variable("COPYDESK_TEST_STALL").map { Path($0) }
        #else
            let poison: String? = nil
            let stall: Path? = nil
        #endif
        let colours = variable("NO_COLOR") == nil && variable("TERM") != "dumb"
        return Surroundings(
            arguments: Array(ProcessFacts.arguments.dropFirst()),
            stateDirectory: variable("STATE_DIRECTORY")?.split(separator: ":").first.map(String.init),
            notifySocket: variable("NOTIFY_SOCKET"),
            watchdogNanoseconds: watchdog(microseconds: variable("WATCHDOG_USEC"), process: variable("WATCHDOG_PID")),
            journalStream: variable("JOURNAL_STREAM").flatMap { Journal.leads(2, to: $0) ? $0 : nil },
            program: ProcessFacts.executablePath,
            outputIsTerminal: colours && Terminal.isTerminal(1),
            errorIsTerminal: colours && Terminal.isTerminal(2),
            poison: poison,
            stall: stall,
            outputWidth: variable("COLUMNS").flatMap(Int.init) ?? (Terminal.isTerminal(1) ? Terminal.width(1) : 100)
        )
    }

    /// The watchdog's time, where it is meant for this process (sd_watchdog_enabled(3)).
    private static func watchdog(microseconds: String?, process: String?) -> Int64? {
        if let process, process != "\(ProcessFacts.pid)" { return nil }
        return microseconds.flatMap { Int64($0) }.flatMap { (1...Int64.max / 1000).contains($0) ? $0 * 1000 : nil }
    }

    /// The folder `etc/copydesk` that belongs to the program: the nearest above it.
    ///
    /// For `/usr/bin/copydesk` that is `/etc/copydesk`, for `/usr/local/bin` `/usr/local/etc/copydesk` if there is
    /// one, and for a program built in a checkout the checkout's own.
    package var configurationFolder: Path? {
        guard var folder = program?.parent else { return nil }
        while true {
            let candidate = folder.appending("etc").appending("copydesk")
            if let status = try? FileStatus.of(candidate), status.kind == .directory { return candidate }
            if folder.parent == folder { return nil }
            folder = folder.parent
        }
    }

    /// The configuration in force: the file named, else the program's own where there is one, else the defaults.
    package func configuration(file: String?, home: String?) throws(Fault) -> Configuration {
        var configuration = Configuration()
        if let file {
            configuration = try Configuration.read(Path(file).absolute)
        } else if let own = configurationFolder?.appending("copydesk.conf"), (try? FileStatus.of(own)) != nil {
            configuration = try Configuration.read(own)
        }
        if let home {
            configuration.home = Path(home).absolute
        } else if configuration.home == nil, let stateDirectory {
            configuration.home = Path(stateDirectory)
        }
        if configuration.layouts == nil {
            configuration.layouts =
                configuration.source?.parent.appending("layouts.d") ?? configurationFolder?.appending("layouts.d")
        }
        return configuration
    }
}
