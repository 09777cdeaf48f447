import Foundation
import TestSupport
import Testing

@testable import Platform

@Suite struct DirectoryTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    private func names(in directory: borrowing Directory) throws -> [[UInt8]: FileStatus.Kind?] {
        var names: [[UInt8]: FileStatus.Kind?] = [:]
        try directory.entries { (name, kind) throws(Errno) in
            names[name] = .some(kind)
            return true
        }
        return names
    }

    @Test func `every name comes once with its kind, and neither . nor ..`() throws {
        try scratch.make("a.txt")
        try scratch.make(".hidden")
        try Directory.make(scratch.place("sub"), intermediates: false)
        symlink("nowhere", scratch.path + "/link")
        mkfifo(scratch.path + "/fifo", 0o600)
        let directory = try Directory.open(scratch.place)
        let found = try names(in: directory)
        #expect(Set(found.keys) == Set(["a.txt", ".hidden", "sub", "link", "fifo"].map { Array($0.utf8) }))
        for (name, kind) in found {
            #expect(try kind == nil || kind == directory.status(of: name).kind)
        }
        // The listing has a place of its own, so the next one begins anew.
        #expect(try names(in: directory).count == 5)
    }

    @Test(
        arguments: [
            Array("new\nline".utf8), Array("\u{1B}[2J".utf8), [0xFF, 0xFE, 0x80], Array("-rf".utf8), Array(" ".utf8),
            Array(repeating: 0x61, count: 255), [0xC0, 0xAF], Array("...".utf8),
        ] as [[UInt8]]
    )
    func `hostile names are listed, opened and removed byte for byte`(name: [UInt8]) throws {
        let directory = try Directory.open(scratch.place)
        try directory.openFile(name, [.writeOnly, .create, .exclusive]).write(all: [1, 2, 3])
        #expect(try Array(names(in: directory).keys) == [name])
        #expect(try directory.openFile(name, .readOnly).readAll(limit: 9) == [1, 2, 3])
        #expect(try directory.status(of: name).size == 3)
        try directory.unlink(name)
        #expect(try names(in: directory).isEmpty)
    }

    @Test(arguments: ["", ".", "..", "a/b", "/etc/passwd", "../x", "a\0b"])
    func `what leads out of the directory is no name`(text: String) throws {
        let name = Array(text.utf8)
        let directory = try Directory.open(scratch.place)
        #expect(throws: Errno.invalid) { _ = try directory.openFile(name, [.writeOnly, .create]).raw }
        #expect(throws: Errno.invalid) { try directory.status(of: name) }
        #expect(throws: Errno.invalid) { try directory.unlink(name) }
        #expect(throws: Errno.invalid) { _ = try Directory.open(in: directory, name: name).raw }
        #expect(throws: Errno.invalid) { try directory.makeDirectory(name) }
    }

    @Test func `a listing stops when told, and closes what it opened`() throws {
        for number in 0..<20 { try scratch.make("\(number)") }
        let directory = try Directory.open(scratch.place)
        var count = 0
        try directory.entries { (_, _) throws(Errno) in
            count += 1
            return count < 7
        }
        #expect(count == 7)
        #expect(throws: Errno.inputOutput) {
            try directory.entries { (_, _) throws(Errno) in throw .inputOutput }
        }
        #expect(try scratch.openDescriptors() == 1)
    }

    @Test func `a sub-directory opens, a link to one does not`() throws {
        let directory = try Directory.open(scratch.place)
        try directory.makeDirectory(Array("sub".utf8), mode: 0o700)
        symlink("sub", scratch.path + "/link")
        let sub = try Directory.open(in: directory, name: Array("sub".utf8))
        #expect(try sub.status().inode == directory.status(of: Array("sub".utf8)).inode)
        #expect(throws: Errno.notDirectory) {
            _ = try Directory.open(in: directory, name: Array("link".utf8)).raw
        }
        try directory.removeDirectory(Array("sub".utf8))
        #expect(throws: Errno.noEntry) { try directory.status(of: Array("sub".utf8)) }
    }

    @Test func `a file is never opened through a link`() throws {
        try scratch.make("a")
        symlink("a", scratch.path + "/link")
        let directory = try Directory.open(scratch.place)
        #expect(throws: Errno.loop) { _ = try directory.openFile(Array("link".utf8), .readOnly).raw }
    }

    @Test func `renaming without replacing refuses a taken name and leaves both files alone`() throws {
        try scratch.make("a", "one")
        try scratch.make("b", "two")
        let directory = try Directory.open(scratch.place)
        #expect(throws: Errno.exists) {
            try directory.rename(Array("a".utf8), to: directory, as: Array("b".utf8), replacing: false)
        }
        #expect(throws: Errno.exists) {
            try FileSystem.rename(scratch.place("a"), to: scratch.place("b"), replacing: false)
        }
        #expect(try scratch.text(of: "a") == "one" && scratch.text(of: "b") == "two")
    }

    @Test func `renaming goes to another directory, and replaces when told`() throws {
        try scratch.make("a", "one")
        let directory = try Directory.open(scratch.place)
        try directory.makeDirectory(Array("sub".utf8))
        let sub = try Directory.open(in: directory, name: Array("sub".utf8))
        try directory.rename(Array("a".utf8), to: sub, as: Array("b".utf8), replacing: false)
        #expect(try scratch.text(of: "sub/b") == "one")
        try scratch.make("c", "two")
        try directory.rename(Array("c".utf8), to: sub, as: Array("b".utf8), replacing: true)
        #expect(try scratch.text(of: "sub/b") == "two")
        try sub.sync()
    }

    @Test func `missing directories above are made when told, and not otherwise`() throws {
        let deep = scratch.place("x/y/z")
        #expect(throws: Errno.noEntry) { try Directory.make(deep, intermediates: false) }
        #expect(try Directory.make(deep, intermediates: true))
        #expect(try FileStatus.of(deep).kind == .directory)
        #expect(try !Directory.make(deep, intermediates: true))
        #expect(throws: Errno.exists) { try Directory.make(deep, intermediates: false) }
        #expect(try Directory.make(scratch.place("x/new/"), intermediates: true))
    }

    @Test func `a file in the way of a directory is an error`() throws {
        let file = Path(try scratch.make("a"))
        #expect(throws: Errno.exists) { try Directory.make(file, intermediates: true) }
        #expect(throws: Errno.notDirectory) { try Directory.make(file.appending("b"), intermediates: true) }
    }

    @Test func `a directory where names can be added says so`() throws {
        #expect(try Directory.open(scratch.place).canWrite)
        #expect(try !Directory.open(Path("/proc/self/fdinfo")).canWrite || ProcessFacts.effectiveUser == 0)
    }
}
