/// The words after a command, sorted into options and operands.
struct CommandLineArguments {
    /// What is wrong with the words.
    struct Misuse: Error {
        let message: String
    }

    private(set) var flags: Set<String> = []
    private(set) var values: [String: [[UInt8]]] = [:]
    /// Words that are no options, as bytes: file names need not be UTF-8.
    private(set) var operands: [[UInt8]] = []

    /// Sorts the words.
    ///
    /// - Parameters:
    ///   - words: What stands after the command's name.
    ///   - options: What the command accepts.
    ///   - takesDashedWords: Whether a word that begins with one dash is an operand, as in a query: `-ferry`.
    /// - Throws: `Misuse` naming the word.
    init(_ words: [[UInt8]], _ options: [CommandLineOption], takesDashedWords: Bool = false) throws(Misuse) {
        var rest = words[...]
        while let word = rest.popFirst() {
            let text = String(decoding: word, as: UTF8.self)
            if text == "--" {
                operands += rest
                return
            }
            let isDashedWord = takesDashedWords && !text.hasPrefix("--") && text != "-h"
            guard text.hasPrefix("-"), text != "-", !isDashedWord else {
                operands.append(word)
                continue
            }
            let name: String
            switch text {
            case "-h": name = "help"
            default: name = String(text.drop { $0 == "-" }.prefix { $0 != "=" })
            }
            guard text == "-h" || text.hasPrefix("--"), let option = options.first(where: { $0.name == name }) else {
                throw Misuse(message: "unknown option \(CommandLineArguments.shown(text))")
            }
            let inline = word.firstIndex(of: UInt8(ascii: "=")).map { Array(word[($0 + 1)...]) }
            try take(option, inline, &rest)
        }
    }

    private mutating func take(_ option: CommandLineOption, _ inline: [UInt8]?, _ rest: inout ArraySlice<[UInt8]>)
        throws(Misuse)
    {
        switch option.kind {
        case .flag:
            guard inline == nil else { throw Misuse(message: "--\(option.name) takes no value") }
            flags.insert(option.name)
        case .value:
            guard values[option.name] == nil else { throw Misuse(message: "--\(option.name) is given twice") }
            guard let value = inline ?? nextValue(of: &rest) else {
                throw Misuse(message: "\(option.usage): the value is missing")
            }
            flags.insert(option.name)
            values[option.name] = [value]
        case .optional:
            flags.insert(option.name)
            values[option.name] = (inline ?? nextValue(of: &rest)).map { [$0] }
        case .repeated:
            guard let value = inline ?? rest.popFirst() else {
                throw Misuse(message: "\(option.usage): the value is missing")
            }
            values[option.name, default: []].append(value)
        case .list:
            var list = inline.map { [$0] } ?? []
            while let word = rest.first, !word.starts(with: "--".utf8) { list.append(rest.removeFirst()); _ = word }
            guard !list.isEmpty else { throw Misuse(message: "\(option.usage): nothing is named") }
            values[option.name, default: []] += list
        }
    }

    /// Takes the next word, unless it is an option.
    private func nextValue(of rest: inout ArraySlice<[UInt8]>) -> [UInt8]? {
        guard let next = rest.first, !next.starts(with: "-".utf8) else { return nil }
        return rest.removeFirst()
    }

    func has(_ flag: String) -> Bool { flags.contains(flag) }

    func text(_ name: String) -> String? {
        values[name]?.first.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The values of an option, given one by one or joined by commas.
    func list(_ name: String) -> [String] {
        (values[name] ?? []).flatMap { String(decoding: $0, as: UTF8.self).split(separator: ",").map(String.init) }
    }

    /// The value of an option as a whole number of at least 1; nil where it is not given.
    func number(_ name: String) throws(Misuse) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), number >= 1 else {
            throw Misuse(message: "--\(name) \(CommandLineArguments.shown(text)): expected a whole number from 1 on")
        }
        return number
    }

    /// The operands as text; bytes that are not UTF-8 are replaced, control characters are kept.
    var operandTexts: [String] {
        operands.map { String(decoding: $0, as: UTF8.self) }
    }

    /// Checks how many operands there are.
    func expect(_ range: ClosedRange<Int>, _ what: String) throws(Misuse) {
        guard range.contains(operands.count) else { throw Misuse(message: "expected \(what)") }
    }

    /// Text that is safe to print: each control character becomes a question mark.
    static func shown(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? "?" : Character($0) })
    }
}
