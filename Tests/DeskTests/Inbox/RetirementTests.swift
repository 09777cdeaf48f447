import Foundation
import Pages
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home
@testable import Store

extension SerialTests {
    @Suite struct RetirementTests {
        /// Files a drop as taken, as a commit leaves it before retirement.
        private func taken(_ name: String, in desk: ScratchDesk, destiny: Delivery.Destiny = .remove) throws
            -> Store.Taken
        {
            let status = try FileStatus.of(desk.folder.place("inbox/" + name), followingLinks: false)
            let delivery = Delivery(
                receivedAt: Timestamp.now.iso,
                name: name,
                path: name,
                pathBytes: Array(name.utf8),
                identity: Delivery.FileIdentity(status),
                modifiedAt: Timestamp.now.iso,
                destiny: destiny
            )
            let receipt = try desk.store.inTransaction(at: Timestamp.now.iso) { () throws(StoreError) in
                try desk.store.file(delivery, .refused(nil, Refusal(.empty, "Nothing in it."), attempts: 1))
            }
            return Store.Taken(delivery, receipt)
        }

        private func answer(_ answer: Retirement.Answer) -> String {
            switch answer {
            case .gone: "gone"
            case .stays: "stays"
            case .changed: "changed"
            case .failed(let fault): "failed: \(fault.message)"
            }
        }

        @Test func `a file that is still the one that was read leaves the inbox`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a", "text")
            let file = try taken("a", in: desk)
            #expect(answer(desk.intake.retirement.retire(file, reason: nil)) == "gone")
            #expect(try desk.inboxNames() == [])
            #expect(try desk.store.taken(at: Array("a".utf8)) != nil)
            try desk.settleAccounts()
            #expect(try desk.store.taken(at: Array("a".utf8)) == nil)
        }

        @Test(arguments: [
            "rm a; echo text > a", "printf more > a", "printf more >> a", "touch a", "touch -d yesterday a",
            "echo new > b; mv b a", "printf text > a",
        ])
        func `a file that was replaced, rewritten or touched since it was read stays`(script: String) throws {
            let desk = try ScratchDesk()
            try desk.drop("a", "text")
            let file = try taken("a", in: desk)
            // The clock that ctime is taken from moves in ticks of up to ten milliseconds.
            Clock.sleep(milliseconds: 20)
            try Tool.shell(script, in: desk.folder.file("inbox"))
            #expect(answer(desk.intake.retirement.retire(file, reason: nil)) == "changed")
            #expect(desk.folder.has("inbox/a"))
        }

        @Test
        func `a file that somebody else removed is gone, and a folder that went with it is no hindrance`() throws {
            let desk = try ScratchDesk()
            try desk.drop("sub/a", "text")
            let file = try taken("sub/a", in: desk)
            try desk.folder.remove("inbox/sub")
            #expect(answer(desk.intake.retirement.retire(file, reason: nil)) == "gone")
            try desk.settleAccounts()
            #expect(try desk.ask("SELECT count(*) FROM taken") == ["0"])
        }

        @Test func `a file of an inbox that is kept stays`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a", "text")
            let file = try taken("a", in: desk, destiny: .stay)
            #expect(answer(desk.intake.retirement.retire(file, reason: nil)) == "stays")
            #expect(try desk.inboxNames() == ["a"])
        }

        @Test func `a rejected file is kept whole with its reason beside it as JSON`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a.pdf", "%PDF-1.7 and so on")
            let batch = try desk.drain()
            #expect(batch.outcomes == [.rejected: 1])
            #expect(try desk.folder.names(in: "rejected") == ["a.pdf", "a.pdf.reason.json"])
            #expect(try desk.folder.text(of: "rejected/a.pdf") == "%PDF-1.7 and so on")
            let json = Data(try desk.folder.bytes(of: "rejected/a.pdf.reason.json"))
            let reason = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
            #expect(reason["reason"] as? String == "pdf")
            #expect(reason["kept_as"] as? String == "a.pdf")
            #expect((reason["detail"] as? String)?.isEmpty == false)
        }

        @Test func `a second rejected file of a name gets a free name, and both are kept`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a.pdf", "%PDF-1.7 one")
            try desk.drain()
            try desk.drop("a.pdf", "%PDF-1.7 two")
            try desk.drain()
            #expect(try desk.folder.text(of: "rejected/a.pdf") == "%PDF-1.7 one")
            #expect(try desk.folder.text(of: "rejected/a.pdf.2") == "%PDF-1.7 two")
            #expect(try desk.ask("SELECT kept_as FROM rejections ORDER BY delivery") == ["a.pdf", "a.pdf.2"])
        }

        @Test func `two rejected files of one name in one batch are both kept`() throws {
            let desk = try ScratchDesk()
            try desk.drop("one/a.pdf", "%PDF-1.7 one")
            try desk.drop("two/a.pdf", "%PDF-1.7 two")
            try desk.drain()
            let kept = try desk.ask("SELECT kept_as FROM rejections ORDER BY delivery")
            #expect(Set(kept).count == 2)
            let texts = try Set(kept.map { try desk.folder.text(of: "rejected/" + $0) })
            #expect(texts == ["%PDF-1.7 one", "%PDF-1.7 two"])
        }

        @Test func `a rejected file is not overwritten by another's reason`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a.pdf.reason.json", "{\"mine\": true}")
            try desk.drain()
            try desk.drop("a.pdf", "%PDF-1.7")
            try desk.drain()
            let kept = try #require(try desk.ask("SELECT kept_as FROM rejections ORDER BY delivery").first)
            #expect(try desk.folder.text(of: "rejected/" + kept) == "{\"mine\": true}")
        }

        @Test func `a name of 255 bytes is cut so that its reason's name fits, twice too`() throws {
            let desk = try ScratchDesk()
            let name = String(repeating: "n", count: 255)
            for round in ["one", "two"] {
                try desk.drop(name, "%PDF-1.7 " + round)
                try desk.drain()
            }
            #expect(try desk.inboxNames() == [])
            let kept = try desk.ask("SELECT kept_as FROM rejections ORDER BY delivery")
            #expect(Set(kept).count == 2)
            for (name, round) in zip(kept, ["one", "two"]) {
                #expect(try desk.folder.text(of: "rejected/" + name) == "%PDF-1.7 " + round)
                #expect(desk.folder.has("rejected/" + name + ".reason.json"))
            }
        }

        @Test func `a symbolic link and a FIFO are set aside as they are`() throws {
            let desk = try ScratchDesk()
            #expect(symlink("/nowhere", desk.folder.file("inbox/link")) == 0)
            #expect(mkfifo(desk.folder.file("inbox/pipe"), 0o600) == 0)
            try desk.drain()
            #expect(try desk.inboxNames() == [])
            #expect(try FileStatus.of(desk.folder.place("rejected/link"), followingLinks: false).kind == .symbolicLink)
            #expect(try FileStatus.of(desk.folder.place("rejected/pipe"), followingLinks: false).kind == .fifo)
        }

        @Test func `across a mount a rejected file is copied and then removed`() throws {
            let desk = try ScratchDesk()
            try desk.drop("a", "text")
            let file = try taken("a", in: desk, destiny: .setAside(as: [UInt8(ascii: "k")], shown: "k"))
            // The reason's own rename comes first, then the file's; the copy's is the third.
            let retired = failing("renameat", { $0 == 2 ? .crossDevice : nil }) {
                desk.intake.retirement.retire(file, reason: "{}")
            }
            #expect(answer(retired) == "gone")
            #expect(try desk.folder.text(of: "rejected/k") == "text")
            #expect(try desk.inboxNames() == [])
            #expect(try desk.folder.names(in: "rejected") == ["k", "k.reason.json"])
        }

        @Test func `without its folder a rejected file stays known, and is not delivered again and again`() throws {
            let desk = try ScratchDesk()
            try desk.folder.remove("rejected")
            try desk.drop("a.pdf", "%PDF-1.7")
            for _ in 0..<3 {
                try desk.drain(patience: 0)
                try desk.settleAccounts()
            }
            #expect(try desk.ask("SELECT count(*) FROM deliveries") == ["1"])
            #expect(desk.folder.has("inbox/a.pdf") != desk.folder.has("rejected/a.pdf"))
        }
    }
}

extension Retirement {
    /// Retires one file by itself.
    fileprivate func retire(_ file: Store.Taken, reason: String?) -> Answer {
        var folder: Inbox.OpenFolder?
        return retire(file, reason: reason, &folder)
    }
}
