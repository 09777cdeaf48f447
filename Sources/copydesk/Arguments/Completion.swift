/// What a shell can offer after an option or a command.
enum Completion: Equatable {
    case none
    case files
    case folders
    case words([String])

    /// Chooses by the word that stands for a value in `--help`: `DIR`, `FILE`, `jsonl|text`.
    init(value: String) {
        let bare = value.filter { !"[]…".contains($0) }
        if bare.contains("|") {
            self = .words(bare.split(separator: "|").map(String.init))
        } else if bare == "DIR" {
            self = .folders
        } else if bare.contains("FILE") || bare.contains("PATH") || bare.contains("DUMP") || bare.contains("SEGMENT") {
            self = .files
        } else {
            self = .none
        }
    }
}

extension CommandLineOption {
    /// What a shell can offer as its value; nil for a flag.
    var completion: Completion? {
        switch kind {
        case .flag: nil
        case .value(let value), .optional(let value), .list(let value), .repeated(let value): Completion(value: value)
        }
    }
}
