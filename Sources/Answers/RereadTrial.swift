package import Home
import Pages
import Store

/// What reading dumps anew would change; it changes nothing.
package struct RereadTrial {
    private let reader: Reader

    package init(_ reader: Reader) {
        self.reader = reader
    }

    /// Reads the dumps and compares the results with what was filed.
    ///
    /// - Parameters:
    ///   - dumps: SHA-256 or beginnings of one; `*` for all; those that older rules read where none is named.
    ///   - progress: Is told how many of how many are done.
    /// - Returns: A line for each dump that would be read otherwise, and a sum.
    /// - Throws: `Fault` where a name is no dump's, or a layout file cannot be understood.
    package func run(_ dumps: [String], progress: (Int, Int) -> Void) throws(Fault) -> String {
        let store = reader.store
        let choice: RereadChoice = dumps.isEmpty ? .older : dumps == ["*"] ? .all : .named(dumps)
        // Later than any time: what was read anew a moment ago would give the same.
        let found = try storing { () throws(StoreError) in try store.dumpsToReread(choice, since: "9") }
        if let unknown = found.unknown {
            throw Fault(.refused, "cannot reread \(unknown): no dump has a SHA-256 that begins so")
        }
        let normaliser = Normaliser(layouts: try LayoutFolder.read(reader.configuration.layouts))
        var lines: [String] = []
        var others = 0
        var unreadable = 0
        for (index, key) in found.keys.enumerated() {
            progress(index, found.keys.count)
            guard let dump = try storing({ () throws(StoreError) in try store.rereadDump(key) }) else { continue }
            let name = "\(dump.sha256.prefix(12))  \(dump.name)"
            switch dump.page(normaliser) {
            case .failure(let refusal):
                unreadable += 1
                lines.append("left  \(name): this version cannot read it: \(refusal.detail)")
            case .success(let page):
                let result = RereadResult(
                    differences: try storing { () throws(StoreError) in try store.differences(of: dump, page) }
                )
                guard !result.isSame else { continue }
                others += 1
                lines.append("reread  \(name): \(result.summary)")
            }
        }
        let same = found.keys.count - others - unreadable
        let left = unreadable > 0 ? ", \(unreadable) left as they are" : ""
        return (lines + ["\(found.keys.count) would be read anew: \(others) otherwise, \(same) the same\(left)"])
            .joined(separator: "\n")
    }
}
