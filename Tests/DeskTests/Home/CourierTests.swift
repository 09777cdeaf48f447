import Foundation
import Pages
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

extension SerialTests {
    @Suite struct CourierTests {
        private func courier(_ folder: ScratchFolder) throws -> Courier {
            try folder.write("", to: "inbox/.keep")
            return Courier(inbox: folder.place("inbox"), ignored: IgnoredNames(["README.md"]))
        }

        /// Everything in the inbox, folders aside.
        private func files(_ folder: ScratchFolder) throws -> Set<String> {
            let all = FileManager.default.enumerator(atPath: folder.file("inbox"))?.allObjects as? [String] ?? []
            return try Set(
                all.filter { try FileStatus.of(folder.place("inbox/" + $0), followingLinks: false).kind != .directory }
            )
            .subtracting([".keep"])
        }

        @Test func `a file is copied under its name, with the digest of its bytes`() throws {
            let folder = try ScratchFolder()
            let courier = try courier(folder)
            try folder.write("a page", to: "out/page.txt")
            let delivered = try courier.deliver([folder.place("out/page.txt")])
            #expect(delivered.map(\.path) == [Array("page.txt".utf8)])
            #expect(delivered.first?.digest == SHA256.digest(of: Array("a page".utf8).span))
            #expect(try folder.text(of: "inbox/page.txt") == "a page")
            #expect(try folder.text(of: "out/page.txt") == "a page")
            #expect(try FileStatus.of(folder.place("inbox/page.txt")).mode == 0o640)
        }

        @Test func `a name that is taken goes into a numbered sub-folder, and nothing is overwritten`() throws {
            let folder = try ScratchFolder()
            let courier = try courier(folder)
            for text in ["one", "two", "three"] {
                try folder.write(text, to: "out/page.txt")
                _ = try courier.deliver([folder.place("out/page.txt")])
            }
            #expect(try files(folder) == ["page.txt", "2/page.txt", "3/page.txt"])
            #expect(try folder.text(of: "inbox/page.txt") == "one")
            #expect(try folder.text(of: "inbox/2/page.txt") == "two")
            #expect(try folder.text(of: "inbox/3/page.txt") == "three")
        }

        @Test func `a numbered sub-folder whose name is a file's is passed over`() throws {
            let folder = try ScratchFolder()
            let courier = try courier(folder)
            try folder.write("a file", to: "inbox/2")
            try folder.write("one", to: "inbox/page.txt")
            try folder.write("two", to: "out/page.txt")
            #expect(try courier.deliver([folder.place("out/page.txt")]).map(\.path) == [Array("3/page.txt".utf8)])
        }

        @Test func `a folder's files come with their sub-folders, symbolic links and ignored names left out`() throws {
            let folder = try ScratchFolder()
            let courier = try courier(folder)
            for name in ["b.txt", "a.txt", "sub/c.txt", "sub/deep/d.txt", "README.md", "x.part", ".hidden", ".git/e"] {
                try folder.write(name, to: "out/" + name)
            }
            try folder.write("secret", to: "elsewhere/secret.txt")
            for (link, target) in [("link.txt", "elsewhere/secret.txt"), ("sub/linked", "elsewhere")] {
                try FileManager.default.createSymbolicLink(
                    atPath: folder.file("out/" + link),
                    withDestinationPath: folder.file(target)
                )
            }
            #expect(mkfifo(folder.file("out/pipe"), 0o600) == 0)
            let delivered = try courier.deliver([folder.place("out")])
            #expect(
                delivered.map { String(decoding: $0.path, as: UTF8.self) } == [
                    "a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt",
                ]
            )
            #expect(try files(folder) == ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt"])
        }

        @Test(arguments: ["read", "write", "fsync", "fchmod", "renameat"])
        func `a copy that fails leaves no hidden name`(call: String) throws {
            let folder = try ScratchFolder()
            let courier = try courier(folder)
            try folder.write("a page", to: "out/page.txt")
            let failed = failing(call, { _ in .noSpace }) {
                fault { () throws(Fault) in _ = try courier.deliver([folder.place("out/page.txt")]) }
            }
            #expect(failed?.message.contains("ENOSPC") == true)
            #expect(failed?.message.contains("page.txt") == true)
            #expect(try files(folder) == [])
        }

        @Test(arguments: ["pipe", "nothing"])
        func `what is no file and no folder is refused by its name`(name: String) throws {
            let folder = try ScratchFolder()
            let courier = try courier(folder)
            #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
            let fault = fault { () throws(Fault) in _ = try courier.deliver([folder.place(name)]) }
            #expect(fault?.message.contains(name) == true)
            #expect(try files(folder) == [])
        }

        @Test(arguments: ["page.tmp", ".hidden", "README.md"])
        func `a single file under a name that no desk ever takes is refused, since its receipt would never come`(
            name: String
        ) throws {
            let folder = try ScratchFolder()
            let courier = try courier(folder)
            try folder.write("a page", to: "out/" + name)
            let fault = fault { () throws(Fault) in _ = try courier.deliver([folder.place("out/" + name)]) }
            #expect(fault != nil)
            #expect(try files(folder) == [])
        }
    }
}
