/// Why a delivery is refused: a code for scripts and a sentence for people.
///
/// Bad input is an outcome, not a fault: a refusal is recorded, the file is kept, and the desk goes on.
package struct Refusal: Error, Hashable, Sendable {
    /// The reason codes of the view `rejections`; they never change their meaning.
    package enum Reason: String, CaseIterable, Sendable {
        /// The file has no bytes, or nothing but blank space.
        case empty
        /// The file is larger than `max_dump_bytes`, its text has more lines than a page can have, or reading it took
        /// more memory than the desk may have, more than once.
        case tooLarge = "too_large"
        /// Not a regular file: a symbolic link, a FIFO, a socket, a device.
        case notRegular = "not_regular"
        /// The desk may not read the file.
        case unreadable
        /// Compressed data or an archive: gzip, compress, bzip2, xz, zstd, lz4, zip, 7z, rar, tar.
        case compressed
        /// A PDF document.
        case pdf
        /// A program or library: ELF, WebAssembly, Mach-O, Java or Windows.
        case program
        /// An SQLite database.
        case database
        /// A picture, a sound or a film.
        case media
        /// Bytes that are no text in any encoding the desk reads, or a word processor's document.
        case notText = "not_text"
        /// An HTML page.
        case html
        /// An XML document or feed.
        case xml
        /// A JSON document.
        case json
        /// A mail message or mailbox.
        case mail
        /// Text in which no article and no teaser was found.
        case noItem = "no_item"
        /// Reading the dump crashed the process, more than once.
        case crashed
        /// Reading the dump took longer than any page takes, more than once.
        case tooSlow = "too_slow"
        /// The dump, or an article that it shows, was forgotten and is to stay out.
        case blocked
    }

    package let reason: Reason
    /// One sentence: what was found, and what the person who dropped the file can do.
    package let detail: String

    package init(_ reason: Reason, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }
}
