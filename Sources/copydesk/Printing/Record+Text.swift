import Store

extension Store.Record {
    /// One line for a person.
    func text(colours: Bool) -> String {
        let revision = rev.map { " r\($0)" } ?? ""
        let subject = subject.map { "  \(Console.safe($0.split(separator: "\n").joined(separator: " ")))" } ?? ""
        let type = colours ? "\u{1B}[1m\(type)\u{1B}[0m" : type
        let id = id.count == 64 ? String(id.prefix(12)) : id
        return "\(seq)  \(ts)  \(type)  \(id)\(revision)\(subject)\n"
    }
}
