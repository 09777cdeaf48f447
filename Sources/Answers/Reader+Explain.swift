package import Home
import Pages
import Platform
import Store

extension Reader {
    /// A dump read once more, with the reasons for what came out.
    ///
    /// - Parameter id: A dump's SHA-256, or the id of an article or teaser, which stands for the dump that brought it
    ///   last. Each can be cut to as many characters as tell it from the others.
    /// - Returns: What there is to show.
    /// - Throws: `Fault` where there is no such dump or item, or a layout file cannot be understood.
    package func explained(_ id: String) throws(Fault) -> ExplainedDump {
        var item: ExplainedDump.Item?
        var digits = id.lowercased()
        if digits.isEmpty || digits.count > 64 || !digits.allSatisfy(\.isHexDigit) {
            let full = try fullID(id)
            guard let last = try storing({ () throws(StoreError) in try store.lastAppearance(of: full) }) else {
                throw Fault(.refused, "no dump that is held shows \(full)")
            }
            item = ExplainedDump.Item(id: full, number: last.ordinal)
            digits = last.sha256
        }
        let dump = try dump(digits)
        let text: SourceText
        do throws(Refusal) {
            text = try TextDecoder.decode(dump.bytes, converter: SystemEncodings.scalars)
        } catch {
            throw Fault(.refused, "this version cannot read the dump \(dump.sha256): \(error.detail)")
        }
        let layouts = try LayoutFolder.read(configuration.layouts)
        let visitedOn = CalendarDate(text: String(dump.receivedAt.prefix(10)))
        let explanation = Normaliser(layouts: layouts).explain(text, visitedOn: visitedOn)
        let filed = try storing { () throws(StoreError) in try store.itemsFiled(of: dump.sameTextAs ?? dump.sha256) }
        return ExplainedDump(dump: dump, item: item, explanation: explanation, filed: filed)
    }

    private func dump(_ digits: String) throws(Fault) -> Store.OriginalDump {
        let found = try storing { () throws(StoreError) in try store.dumps(startingWith: digits) }
        if let only = found.first, found.count == 1 { return only }
        if found.isEmpty, let forgotten = try forgotten(digits) { throw forgotten }
        guard found.isEmpty else { throw Fault(.refused, "more than one dump's SHA-256 begins with \(digits)") }
        guard let rejection = try storing({ () throws(StoreError) in try store.lastRejection(startingWith: digits) })
        else { throw Fault(.refused, "no dump has the SHA-256 \(digits)") }
        let kept = rejection.keptAs.map { "its file is \(home.rejected)/\($0)" } ?? "its file is still in the inbox"
        throw Fault(
            .refused,
            "the dump \(rejection.sha256) was rejected (\(rejection.reason)), so the database holds no original to "
                + "explain; \(kept)"
        )
    }
}
