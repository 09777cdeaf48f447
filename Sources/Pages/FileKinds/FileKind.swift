/// A kind of file that is no page's text, with what to tell the person who dropped it.
enum FileKind: Hashable, Sendable {
    /// Compressed data or an archive; its format's name.
    case compressed(String)
    case pdf
    case program(String)
    case database
    /// A picture, a sound or a film; its format's name.
    case media(String)
    /// A word processor's document; its format's name.
    case document(String)
    /// Bytes that are no text.
    case binary
    case html
    case xml
    case json
    case mail

    var refusal: Refusal {
        switch self {
        case .compressed(let name):
            Refusal(.compressed, "This is \(name) data; unpack it and drop the text.")
        case .pdf:
            Refusal(.pdf, "This is a PDF document; save its text, for instance with pdftotext, and drop that.")
        case .program(let name):
            Refusal(.program, "This is \(name), not a page's text; drop the text of pages only.")
        case .database:
            Refusal(.database, "This is an SQLite database; save its texts as files, one a page, and drop those.")
        case .media(let name):
            Refusal(.media, "This is \(name) data; drop the text of the page it stood on.")
        case .document(let name):
            Refusal(.notText, "This is \(name); save it as plain text and drop that.")
        case .binary:
            Refusal(.notText, "The bytes are no text in any encoding the desk reads; save the page as UTF-8 text.")
        case .html:
            Refusal(.html, "This is an HTML page; save the page as text, for instance with w3m -dump, and drop that.")
        case .xml:
            Refusal(.xml, "This is an XML document or feed; save the text of the pages it names and drop that.")
        case .json:
            Refusal(.json, "This is a JSON document; save the texts in it as plain text, one file a page.")
        case .mail:
            Refusal(.mail, "This is a mail message or mailbox; save the page's text without the mail's header.")
        }
    }
}
