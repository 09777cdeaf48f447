import Foundation
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

@Suite struct ConfigurationTests {
    private func read(_ text: String, dropIns: [String: String] = [:]) throws -> Configuration {
        let folder = try ScratchFolder()
        try folder.write(text, to: "copydesk.conf")
        for (name, text) in dropIns { try folder.write(text, to: "copydesk.conf.d/" + name) }
        return try Configuration.read(folder.place("copydesk.conf"))
    }

    /// The message of the refusal, without the folder's name.
    private func refusal(_ text: String, dropIns: [String: String] = [:]) throws -> String {
        let folder = try ScratchFolder()
        try folder.write(text, to: "copydesk.conf")
        for (name, text) in dropIns { try folder.write(text, to: "copydesk.conf.d/" + name) }
        let fault = fault { () throws(Fault) in _ = try Configuration.read(folder.place("copydesk.conf")) }
        guard let fault else { return "it was read" }
        #expect(fault.kind == .configuration)
        return fault.message.replacingOccurrences(of: folder.path + "/", with: "")
    }

    @Test func `an empty file sets nothing`() throws {
        let configuration = try read("")
        #expect(configuration.home == nil)
        #expect(configuration.maxDumpBytes == 64 << 20)
        #expect(configuration.quietSeconds == 2)
        #expect(configuration.after == .consume)
        #expect(configuration.search)
    }

    @Test func `every key is understood`() throws {
        let configuration = try read(
            """
            # a comment
            ; another
            [desk]
            home = /srv/desk
              workers=3
            [inbox]
            path = /srv/in = box
            rejected = /srv/bad
            after = keep
            quiet_seconds = 0.5
            max_dump_bytes = 1M
            ignore = *.md  notes?.txt
            [database]
            search = off
            [changes]
            path = /srv/log.jsonl
            rotate_bytes = 2G
            rotate_after = day
            keep = 9
            keep_days = 30
            keep_bytes = 5G
            [layouts]
            path = layouts
            [metrics]
            file = /srv/metrics.prom
            """
        )
        #expect(configuration.home == Path("/srv/desk"))
        #expect(configuration.workers == 3)
        #expect(configuration.inbox == Path("/srv/in = box"))
        #expect(configuration.rejected == Path("/srv/bad"))
        #expect(configuration.after == .keep)
        #expect(configuration.quietSeconds == 0.5)
        #expect(configuration.maxDumpBytes == 1 << 20)
        #expect(configuration.ignore == ["*.md", "notes?.txt"])
        #expect(!configuration.search)
        #expect(configuration.changes == Path("/srv/log.jsonl"))
        #expect(configuration.rotateBytes == 2 << 30)
        #expect(configuration.rotateAfter == "day")
        #expect(configuration.keepSegments == 9)
        #expect(configuration.keepDays == 30)
        #expect(configuration.keepBytes == 5 << 30)
        #expect(configuration.layouts?.lastComponent == Array("layouts".utf8))
        #expect(configuration.layouts?.isAbsolute == true)
        #expect(configuration.metricsFile == Path("/srv/metrics.prom"))
    }

    @Test(arguments: [("1", 1), ("1K", 1024), ("3M", 3 << 20), ("512M", 512 << 20), ("0512", 512)])
    func `a size is a number of bytes, or one with K or M`(text: String, bytes: Int) throws {
        #expect(try read("[inbox]\nmax_dump_bytes = \(text)").maxDumpBytes == bytes)
    }

    @Test(arguments: [("on", true), ("yes", true), ("true", true), ("off", false), ("no", false), ("false", false)])
    func `a switch is on by on, yes or true, and off by off, no or false`(text: String, value: Bool) throws {
        #expect(try read("[database]\nsearch = \(text)").search == value)
    }

    @Test(arguments: [
        ("desk", "workers", "-1"), ("desk", "workers", "65"), ("desk", "workers", "two"), ("desk", "workers", ""),
        ("inbox", "after", "delete"), ("inbox", "after", ""), ("inbox", "quiet_seconds", "-1"),
        ("inbox", "quiet_seconds", "nan"), ("inbox", "quiet_seconds", "inf"), ("inbox", "quiet_seconds", "2 s"),
        ("inbox", "quiet_seconds", "3601"), ("inbox", "max_dump_bytes", "0"), ("inbox", "max_dump_bytes", "-1K"),
        ("inbox", "max_dump_bytes", "1T"), ("inbox", "max_dump_bytes", "K"), ("inbox", "max_dump_bytes", "1.5M"),
        ("inbox", "max_dump_bytes", "9223372036854775807K"), ("inbox", "max_dump_bytes", "513M"),
        ("database", "search", "maybe"), ("database", "search", ""), ("changes", "rotate_bytes", "all"),
        ("changes", "rotate_after", "month"), ("changes", "keep", "-1"), ("changes", "keep", "1e3"),
        ("changes", "keep_days", "-1"), ("changes", "keep_days", "100001"), ("changes", "keep_days", "7d"),
        ("changes", "keep_bytes", "-1"), ("changes", "keep_bytes", "all"),
    ])
    func `a bad value is refused with file, line and key`(section: String, key: String, value: String) throws {
        let message = try refusal("# first\n\n[\(section)]\n\(key) = \(value)\n")
        #expect(message.hasPrefix("copydesk.conf:4: [\(section)] \(key): "), "\(message)")
        if !value.isEmpty { #expect(message.contains("'\(value)'")) }
    }

    @Test(arguments: [
        ("desk", "home"), ("inbox", "path"), ("inbox", "rejected"), ("changes", "path"), ("layouts", "path"),
    ])
    func `an empty path names nothing, so it is refused`(section: String, key: String) throws {
        let message = try refusal("[\(section)]\n\(key) =\n")
        #expect(message.hasPrefix("copydesk.conf:2: [\(section)] \(key): "), "\(message)")
    }

    @Test func `an unknown key is refused, also one that belongs to another section`() throws {
        #expect(try refusal("[desk]\nhomes = /srv\n") == "copydesk.conf:2: [desk] homes: unknown key")
        #expect(try refusal("[desk]\nafter = keep\n") == "copydesk.conf:2: [desk] after: unknown key")
        #expect(try refusal("[desk]\nHome = /srv\n") == "copydesk.conf:2: [desk] Home: unknown key")
    }

    @Test(arguments: ["[desks]", "[]", "[desk", "[desk] home = /x", "[Desk]"])
    func `an unknown or broken section is refused`(line: String) throws {
        #expect(try refusal("\n\(line)\n").hasPrefix("copydesk.conf:2: unknown section \(line)"))
    }

    @Test func `a line that is no setting is refused`() throws {
        #expect(try refusal("[desk]\nhome /srv\n").hasPrefix("copydesk.conf:2: 'home /srv' is no"))
        #expect(try refusal("home = /srv\n").hasPrefix("copydesk.conf:1: home stands before the first [section]"))
    }

    @Test func `a key set twice in a file is refused with both lines`() throws {
        let message = try refusal("[desk]\nworkers = 1\n[inbox]\n[desk]\nworkers = 2\n")
        #expect(message == "copydesk.conf:5: [desk] workers is set already on line 2")
    }

    @Test func `a file saved with CRLF line ends is read as any other`() throws {
        let configuration = try read("[desk]\r\nhome = /srv/desk\r\nworkers = 2\r\n")
        #expect(configuration.home == Path("/srv/desk"))
        #expect(configuration.workers == 2)
    }

    @Test func `drop-ins are read after the file, in order of their names; other files are not`() throws {
        let configuration = try read(
            "[desk]\nworkers = 1\n[changes]\nkeep = 1\n",
            dropIns: [
                "20-b.conf": "[desk]\nworkers = 3\n", "10-a.conf": "[desk]\nworkers = 2\n[changes]\nkeep = 2\n",
                "30-c.conf.bak": "[desk]\nworkers = 4\n", ".40-d.conf": "[desk]\nworkers = 5\n", "README": "no setting",
            ]
        )
        #expect(configuration.workers == 3)
        #expect(configuration.keepSegments == 2)
    }

    @Test func `what is wrong in a drop-in is refused by the drop-in's name`() throws {
        let message = try refusal("[desk]\n", dropIns: ["50-mine.conf": "[desk]\nworker = 1\n"])
        #expect(message == "copydesk.conf.d/50-mine.conf:2: [desk] worker: unknown key")
    }

    @Test func `a file that is not there is refused by its name`() throws {
        let folder = try ScratchFolder()
        let fault = fault { () throws(Fault) in _ = try Configuration.read(folder.place("none.conf")) }
        #expect(fault?.kind == .configuration)
        #expect(fault?.message.contains("none.conf") == true)
    }
}
