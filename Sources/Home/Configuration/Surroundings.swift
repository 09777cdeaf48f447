package import Platform

/// The arguments and the environment of the process, read once in `main` and passed on as a value.
package struct Surroundings: Sendable {
    /// The command line without the program's name, as bytes: file names need not be UTF-8.
    package let arguments: [[UInt8]]
    /// systemd's `$STATE_DIRECTORY`, or the first folder where it names several.
    package let stateDirectory: String?
    package let notifySocket: String?
    /// After this long without a sign of life the service manager kills this process; nil where it does not.
    package var watchdogNanoseconds: Int64?
    /// systemd's `$JOURNAL_STREAM`; nil where standard error leads elsewhere, as in a terminal that a service opened.
    package var journalStream: String?
    package let program: Path?
    package let outputIsTerminal: Bool
    package let errorIsTerminal: Bool
    /// The dump on which a test build fails, as `Poison` reads it, to test that the desk survives it.
    package let poison: String?
    /// While this file exists, the loop of a test build does not go on, to test that the service manager notices.
    package var stall: Path?
    /// How many columns a line of output has: `$COLUMNS`, else the terminal's, else 100.
    package var outputWidth = 100
    /// Whether standard output is a terminal that obeys control sequences, whether or not colours are wanted there.
    package var outputIsScreen = false
    /// Whether texts are UTF-8 in the locale, so that a terminal can be trusted to show more than ASCII.
    package var localeIsUTF8 = true

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
            outputWidth: variable("COLUMNS").flatMap(Int.init) ?? (Terminal.isTerminal(1) ? Terminal.width(1) : 100),
            outputIsScreen: variable("TERM") != "dumb" && Terminal.isTerminal(1),
            localeIsUTF8: isUTF8(locale: variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG"))
        )
    }

    /// Whether a locale's name says that texts are UTF-8, as `C.UTF-8` and `de_DE.utf8` do; without a name it is `C`,
    /// which is ASCII (locale(7)).
    static func isUTF8(locale: String?) -> Bool {
        let name = (locale ?? "C").lowercased()
        return name.contains("utf-8") || name.contains("utf8")
    }

    /// The watchdog's time in nanoseconds; nil where it is not meant for this process (sd_watchdog_enabled(3)).
    private static func watchdog(microseconds: String?, process: String?) -> Int64? {
        if let process, process != "\(ProcessFacts.pid)" { return nil }
        return microseconds.flatMap { Int64($0) }.flatMap { (1...Int64.max / 1000).contains($0) ? $0 * 1000 : nil }
    }

    /// The folder `etc/copydesk` that belongs to the program: the nearest one above it.
    ///
    /// For `/usr/bin/copydesk` that is `/etc/copydesk`, for a program in `/usr/local/bin` it is
    /// `/usr/local/etc/copydesk` if there is one, and for a program built in a checkout it is the checkout's own.
    package var configurationFolder: Path? {
        guard var folder = program?.parent else { return nil }
        while true {
            let candidate = folder.appending("etc").appending("copydesk")
            if let status = try? FileStatus.of(candidate), status.kind == .directory { return candidate }
            if folder.parent == folder { return nil }
            folder = folder.parent
        }
    }

    /// The configuration in force: the named file, else the program's own if there is one, else the defaults.
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
