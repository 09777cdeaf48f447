/// One option of a command: what `--help` says of it and what the parser accepts.
struct CommandLineOption: Sendable {
    enum Kind: Sendable {
        case flag
        /// One value.
        case value(String)
        /// One value, or none.
        case optional(String)
        /// All words that follow, up to the next option or `--`.
        case list(String)
        /// One value; the option can be given more than once, or its values joined by commas.
        case repeated(String)
    }

    let name: String
    let kind: Kind
    let help: String

    init(_ name: String, _ kind: Kind = .flag, _ help: String) {
        self.name = name
        self.kind = kind
        self.help = help
    }

    /// The option as `--help` writes it: `--since EPOCH:SEQ`.
    var usage: String {
        switch kind {
        case .flag: "--\(name)"
        case .value(let value), .repeated(let value): "--\(name) \(value)"
        case .optional(let value): "--\(name) [\(value)]"
        case .list(let value): "--\(name) \(value)…"
        }
    }

    static let home = CommandLineOption(
        "home",
        .value("DIR"),
        "the desk's folder (else [desk] home, else $STATE_DIRECTORY)"
    )
    static let config = CommandLineOption(
        "config",
        .value("FILE"),
        "configuration (else etc/copydesk/copydesk.conf above the program)"
    )
    static let help = CommandLineOption("help", "this text")

    private init(_ name: String, _ help: String) {
        self.init(name, .flag, help)
    }
}
