import Foundation

/// Files that an attacker, a broken tool or plain bad luck would deliver, each with the outcome it must have.
enum HostileCorpus {
    struct Case {
        let name: String
        let content: [UInt8]
        /// `new`, or the reason of a rejection.
        let outcome: String
    }

    static let story = """
        The mill at Upper Dunnow

        By Ada Quill | The Mill Post | March 1, 2026

        The wheel stood still for forty years until a carpenter of the village began to mend it.

        On Sunday the water was let in for the first time, and the wheel groaned and went round.

        """

    /// The size that the desk of the corpus is told to take at most.
    static let sizeLimit = 4 << 20

    static var contents: [Case] { bytes + lines + encodings + marks + sizes }

    private static func text(_ name: String, _ text: String, _ outcome: String = "new") -> Case {
        Case(name: name + ".txt", content: Array(text.utf8), outcome: outcome)
    }

    private static func made(_ name: String, _ content: [UInt8], _ outcome: String) -> Case {
        Case(name: name + ".txt", content: content, outcome: outcome)
    }

    /// The story under a headline of its own, so that no two cases are one text.
    private static func story(_ name: String) -> String {
        story.replacingOccurrences(of: "Upper Dunnow", with: "Upper \(name.capitalized)")
    }

    private static var bytes: [Case] {
        [
            made("one-byte", [0x61], "no_item"), made("only-nul", [UInt8](repeating: 0, count: 5000), "empty"),
            made("story-and-nuls", Array(story("nuls").utf8) + [0, 0, 0], "new"),
            made("all-bytes", (0..<40).flatMap { _ in (0...255).map { UInt8($0) } }, "not_text"),
            made("gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 0x4B, count: 90), "compressed"),
            made("zip", [0x50, 0x4B, 3, 4] + [UInt8](repeating: 20, count: 90), "compressed"),
            made("elf", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1] + [UInt8](repeating: 0, count: 90), "program"),
            text("pdf", "%PDF-1.7\n", "pdf"),
            text("sqlite", "SQLite format 3\0" + String(repeating: "\0", count: 84), "database"),
            text("json-bomb", String(repeating: "[", count: 1_000_000), "no_item"),
            text("json", "{\"a\": [1, 2, 3]}\n", "json"),
            text("xml-bomb", "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"b\">]><l>&a;</l>", "xml"),
        ]
    }

    private static var lines: [Case] {
        func split(_ name: String, _ end: String) -> Case {
            text(name, story(name).replacingOccurrences(of: "\n", with: end))
        }
        return [
            split("crlf", "\r\n"), split("cr", "\r"), split("nel", "\u{85}"), split("ls", "\u{2028}"),
            text("mixed", story("mixed").replacingOccurrences(of: "\n\n", with: "\r\n\n")),
            text("no-final", String(story("final").dropLast())),
            text("newlines", String(repeating: "\n", count: 1_000_000), "empty"),
            text("spaces", String(repeating: " \t", count: 500_000), "empty"),
            text("ten-million", story("blank") + String(repeating: "\n", count: 3_000_000) + "The end of it.\n"),
            text("one-line", String(repeating: "a", count: 3_000_000), "no_item"),
            text("letters", story("letters") + String(repeating: "a b c d ", count: 300_000)),
        ]
    }

    private static var encodings: [Case] {
        func wide(_ text: String, _ big: Bool) -> [UInt8] {
            text.utf16.flatMap { big ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
        }
        let bytes = { (name: String) in Array(story(name).utf8) }
        return [
            made("bom", [0xEF, 0xBB, 0xBF] + bytes("bom"), "new"),
            text("bom-inside", story("inside").replacingOccurrences(of: "wheel", with: "wh\u{FEFF}eel")),
            made("utf16le-bom", [0xFF, 0xFE] + wide(story("little"), false), "new"),
            made("utf16be-bom", [0xFE, 0xFF] + wide(story("big"), true), "new"),
            made("utf16le", wide(story("plainlittle"), false), "new"),
            made("utf16be", wide(story("plainbig"), true), "new"),
            made("utf16-odd", [0xFF, 0xFE] + wide(story("odd"), false) + [0x41], "new"),
            made("utf16-lone", [0xFF, 0xFE] + wide(story("lone"), false) + [0x00, 0xD8], "new"),
            made(
                "utf32",
                [0xFF, 0xFE, 0, 0] + story("wide").unicodeScalars.flatMap { [UInt8($0.value & 255), 0, 0, 0] },
                "not_text"
            ),
            made(
                "latin1",
                bytes("latin") + Array("Caf".utf8) + [0xE9, 0x20] + Array("au lait, s'il vous pla".utf8)
                    + [0xEE, 0x74, 0x2E, 0x0A],
                "new"
            ),
            made("cesu8", bytes("cesu") + [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80, 0x0A], "new"),
            made("overlong", bytes("overlong") + [0xC0, 0xAF, 0x0A], "new"),
            made("cut-end", bytes("cut") + [0xE2, 0x82], "new"),
        ]
    }

    private static var marks: [Case] {
        [
            text("marks", story("marks") + "e" + String(repeating: "\u{301}", count: 100_000) + " again.\n"),
            text("zero-width", story("zero") + String(repeating: "\u{200B}", count: 200_000) + "seen.\n"),
            text("bidi", story("bidi").replacingOccurrences(of: "wheel", with: "\u{202E}leehw\u{202C}")),
            text("ansi", story("ansi").replacingOccurrences(of: "mill", with: "\u{1B}[31mmill\u{1B}[0m\u{7}")),
            text("format", story("format") + "%s%n%x ' OR 1=1; DROP TABLE dump; -- $(id) `id`\n"),
        ]
    }

    private static var sizes: [Case] {
        let line = Array("The wheel stood still for forty years, and then it went round again.\n\n".utf8)
        var full = Array(story("size").utf8)
        while full.count < sizeLimit { full += line }
        let over = Array(full[..<sizeLimit]) + [0x2E]
        return [
            made("at-limit", Array(full[..<sizeLimit]), "new"), made("over-limit", over, "too_large"),
        ]
    }
}
