import Foundation
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

/// The configuration in the repository.
@Suite struct ShippedConfigurationTests {
    private static let file = Checkout.path + "/etc/copydesk/copydesk.conf"

    private static let keys = [
        ("desk", "home"), ("desk", "workers"), ("inbox", "path"), ("inbox", "rejected"), ("inbox", "after"),
        ("inbox", "quiet_seconds"), ("inbox", "max_dump_bytes"), ("inbox", "ignore"), ("database", "search"),
        ("changes", "path"), ("changes", "rotate_bytes"), ("changes", "rotate_after"), ("changes", "keep"),
        ("changes", "keep_days"), ("changes", "keep_bytes"),
        ("layouts", "path"), ("metrics", "file"),
    ]

    /// The file with its settings that are commented out switched on.
    private func switchedOn() throws -> String {
        try String(contentsOfFile: ShippedConfigurationTests.file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let bare = line.drop { $0 == "#" || $0 == " " }
                let key = bare.prefix { $0.isLowercase || $0 == "_" }
                let value = bare.dropFirst(key.count).drop { $0 == " " }
                // A key without a value has no default, and an empty path would be refused.
                return line.first == "#" && !key.isEmpty && value.hasPrefix("= ") ? bare : line
            }.joined(separator: "\n")
    }

    @Test func `the shipped file is read, and sets nothing but defaults`() throws {
        let configuration = try Configuration.read(Path(ShippedConfigurationTests.file))
        #expect(configuration.workers == Configuration().workers)
        #expect(configuration.maxDumpBytes == Configuration().maxDumpBytes)
    }

    @Test(arguments: keys)
    func `every key stands in the shipped file under its section`(section: String, key: String) throws {
        var current = ""
        var found = false
        for line in try String(contentsOfFile: ShippedConfigurationTests.file, encoding: .utf8).split(separator: "\n") {
            if line.first == "[" { current = String(line.dropFirst().dropLast()) }
            found = found || current == section && line.drop { $0 == "#" || $0 == " " }.hasPrefix(key + " =")
        }
        #expect(found)
    }

    @Test func `the shipped settings, switched on, are the defaults`() throws {
        let folder = try ScratchFolder()
        try folder.write(try switchedOn(), to: "copydesk.conf")
        let said = try Configuration.read(folder.place("copydesk.conf"))
        let real = Configuration()
        #expect(said.workers == real.workers)
        #expect(said.after == real.after)
        #expect(said.quietSeconds == real.quietSeconds)
        #expect(said.maxDumpBytes == real.maxDumpBytes)
        #expect(said.ignore == real.ignore)
        #expect(said.search == real.search)
        #expect(said.rotateBytes == real.rotateBytes)
        #expect(said.rotateAfter == real.rotateAfter)
        #expect(said.keepSegments == real.keepSegments)
        #expect(said.keepDays == real.keepDays)
        #expect(said.keepBytes == real.keepBytes)
    }

    @Test(arguments: keys)
    func `a comment stands above every key`(section: String, key: String) throws {
        let lines = try String(contentsOfFile: ShippedConfigurationTests.file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let index = lines.firstIndex { $0.drop { $0 == "#" || $0 == " " }.hasPrefix(key + " =") }
        let place = try #require(index)
        #expect(place > 0 && lines[place - 1].hasPrefix("# "), "\(section) \(key)")
    }
}
