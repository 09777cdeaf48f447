import Foundation
import Platform
import TestSupport
import Testing

@testable import Desk

/// What the journal tells of the desk's messages (`systemd/copydesk.catalog`).
@Suite struct CatalogueTests {
    private static let file = Checkout.path + "/systemd/copydesk.catalog"

    /// The entries by their numbers, each with its lines.
    private func entries() throws -> [String: [String]] {
        var entries: [String: [String]] = [:]
        var current: String?
        for line in try String(contentsOfFile: Self.file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("-- ") {
                current = String(line.dropFirst(3))
                #expect(entries[current ?? ""] == nil, "\(line) stands there twice")
                entries[current ?? ""] = []
            } else if let current, !line.hasPrefix("#") {
                entries[current]?.append(String(line))
            }
        }
        return entries
    }

    @Test func `every kind of message has an entry, and no other number has one`() throws {
        #expect(Set(try entries().keys) == Set(Event.allCases.map(\.rawValue)))
    }

    @Test func `every entry has a subject, says what to do, and names no field that its message lacks`() throws {
        let fields = Rejection(delivery: 1, path: "", sha256: nil, reason: "", detail: "").fields.map(\.name)
        for (number, lines) in try entries() {
            #expect(lines.first?.hasPrefix("Subject: ") == true)
            #expect(lines.contains("Defined-By: copydesk"))
            let text = lines.joined(separator: " ")
            #expect(text.contains("has to be done") || text.contains("Mend "), "\(number)")
            #expect(text.contains("\""), "\(number) names no command that shows more")
            for match in text.matches(of: /@([A-Z0-9_]+)@/) {
                #expect(number == Event.rejection.rawValue && fields.contains(String(match.1)), "\(match.0)")
            }
        }
    }

    @Test(.enabled(if: Tool.has("journalctl"), "journalctl is missing"))
    func `the journal takes the catalogue`() throws {
        let root = try ScratchFolder()
        try root.makeFolder("var/lib/systemd/catalog")
        try root.make(
            "usr/lib/systemd/catalog/copydesk.catalog",
            try String(contentsOfFile: Self.file, encoding: .utf8)
        )
        let update = try Tool.run("journalctl", ["--root=\(root.path)", "--update-catalog"])
        #expect(update.status == 0 && update.output.isEmpty, "\(update.output)")
        let list = try Tool.run("journalctl", ["--root=\(root.path)", "--list-catalog"])
        for event in Event.allCases { #expect(list.output.contains("\(event.rawValue) copydesk: "), "\(list.output)") }
    }
}
