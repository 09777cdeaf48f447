/// Kinds recognised by their first bytes, whatever the file's name says.
extension FileKind {
    /// The kind that the signature shows, or nil where there is none.
    init?(signature bytes: Span<UInt8>) {
        func has(_ text: StaticString, at offset: Int = 0) -> Bool { FileKind.has(bytes, text, at: offset) }
        func has(_ values: [UInt8], at offset: Int = 0) -> Bool {
            offset + values.count <= bytes.count && values.indices.allSatisfy { bytes[offset + $0] == values[$0] }
        }

        if let name = FileKind.archives.first(where: { has($0.bytes) })?.name {
            self = .compressed(name)
        } else if has("BZh"), has([0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4) {
            self = .compressed("bzip2")
        } else if has("ustar", at: 257) {
            self = .compressed("tar archive")
        } else if has("%PDF-") || has("\u{FEFF}%PDF-") {
            self = .pdf
        } else if let name = FileKind.programs.first(where: { has($0.bytes) })?.name {
            self = .program(name)
        } else if has("SQLite format 3"), has([0], at: 15) {
            self = .database
        } else if has([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .document("an Office document")
        } else if has("{\\rtf") {
            self = .document("an RTF document")
        } else if has("%!PS-") {
            self = .document("a PostScript document")
        } else if let name = FileKind.mediaName(bytes) {
            self = .media(name)
        } else {
            return nil
        }
    }

    private static let archives: [(name: String, bytes: [UInt8])] = [
        ("gzip", [0x1F, 0x8B]),
        ("compress", [0x1F, 0x9D]),
        ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]),
        ("zstd", [0x28, 0xB5, 0x2F, 0xFD]),
        ("lz4", [0x04, 0x22, 0x4D, 0x18]),
        ("zip", [0x50, 0x4B, 0x03, 0x04]),
        ("zip", [0x50, 0x4B, 0x05, 0x06]),
        ("zip", [0x50, 0x4B, 0x07, 0x08]),
        ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        ("rar", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]),
    ]

    private static let programs: [(name: String, bytes: [UInt8])] = [
        ("an ELF program or library", [0x7F, 0x45, 0x4C, 0x46]),
        ("a WebAssembly program", [0, 0x61, 0x73, 0x6D]),
        ("a Mach-O program", [0xCF, 0xFA, 0xED, 0xFE]),
        ("a Java class", [0xCA, 0xFE, 0xBA, 0xBE]),
        ("a Windows program", [0x4D, 0x5A, 0x90, 0]),
    ]

    private static let media: [(name: String, bytes: [UInt8])] = [
        ("PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("JPEG", [0xFF, 0xD8, 0xFF]),
        ("TIFF", [0x49, 0x49, 0x2A, 0]),
        ("TIFF", [0x4D, 0x4D, 0, 0x2A]),
        ("Matroska or WebM", [0x1A, 0x45, 0xDF, 0xA3]),
        ("icon", [0, 0, 1, 0]),
        ("MPEG", [0, 0, 1, 0xBA]),
        ("JPEG XL", [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20]),
        ("Ogg", [0x4F, 0x67, 0x67, 0x53, 0]),
        ("FLAC", [0x66, 0x4C, 0x61, 0x43, 0]),
        ("MIDI", [0x4D, 0x54, 0x68, 0x64, 0]),
    ]

    /// The name of a media format.
    ///
    /// A signature of plain letters is not enough: something must follow that no text holds.
    private static func mediaName(_ bytes: Span<UInt8>) -> String? {
        func has(_ text: StaticString, at offset: Int = 0) -> Bool { FileKind.has(bytes, text, at: offset) }
        func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0x20 }

        for (name, signature) in media where signature.count <= bytes.count {
            if signature.indices.allSatisfy({ bytes[$0] == signature[$0] }) { return name }
        }
        if has("RIFF") {
            if has("WEBP", at: 8) { return "WebP" }
            if has("WAVE", at: 8) { return "WAV" }
            if has("AVI ", at: 8) { return "AVI" }
        }
        if has("ftyp", at: 4), byte(0) == 0 { return "MP4 or HEIF" }
        if has("GIF87a") || has("GIF89a"), isBinary(bytes, 6..<32) { return "GIF" }
        // In every bitmap two reserved 16-bit words of zero follow the size.
        if has("BM"), (6..<10).allSatisfy({ byte($0) == 0 }) { return "BMP" }
        if has("ID3"), byte(3) < 0x10, byte(4) < 0x10 { return "MP3" }
        // An MPEG audio frame: eleven set bits, layer III, a bit rate and a sampling rate that exist.
        if byte(0) == 0xFF, [0xFA, 0xFB, 0xF2, 0xF3].contains(byte(1)), byte(2) >> 4 != 0xF, byte(2) & 0x0C != 0x0C,
            isBinary(bytes, 2..<64)
        {
            return "MP3"
        }
        return nil
    }

    /// Whether a range holds a control byte that no text holds.
    private static func isBinary(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.contains { $0 < bytes.count && bytes[$0] < 0x09 }
    }

    /// Whether a text stands at an offset.
    private static func has(_ bytes: Span<UInt8>, _ text: StaticString, at offset: Int) -> Bool {
        guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
        var at = offset
        for byte in text.description.utf8 {
            guard bytes[at] == byte else { return false }
            at += 1
        }
        return true
    }
}
