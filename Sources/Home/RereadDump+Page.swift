package import Pages
package import Store

extension RereadDump {
    /// The dump read by this version's rules; a refusal where they cannot read it.
    package func page(_ normaliser: Normaliser) -> Result<FiledPage, Refusal> {
        do throws(Refusal) {
            let text = try TextDecoder.decode(bytes, converter: SystemEncodings.scalars)
            let visitedOn = CalendarDate(text: String(receivedAt.prefix(10)))
            let page = try normaliser.read(text, visitedOn: visitedOn)
            return .success(FiledPage(SHA256.digest(of: bytes.span), bytes: bytes, name: name, text, page))
        } catch {
            return .failure(error)
        }
    }
}
