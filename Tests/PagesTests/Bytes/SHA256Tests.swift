import Foundation
import TestSupport
import Testing

@testable import Pages

@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrst"
                + "nopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func `the standard's examples have the standard's digests`(text: String, hex: String) {
        #expect(SHA256.digest(of: Array(text.utf8).span).hex == hex)
    }

    @Test func `a million letters, fed in uneven pieces, have the standard's digest`() {
        var hash = SHA256()
        var left = 1_000_000
        var size = 1
        while left > 0 {
            let piece = [UInt8](repeating: UInt8(ascii: "a"), count: min(size, left))
            hash.update(piece.span)
            left -= piece.count
            size = size % 997 + 1
        }
        #expect(hash.finalize().hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `the rounds in Swift give the same digests as the processor's instructions`() {
        var random = SeededGenerator(state: 7)
        for count in Array(0...200) + [1_000, 4_095, 65_536] {
            let bytes = random.bytes(count)
            var plain = SHA256(usingInstructions: false)
            plain.update(bytes.span)
            #expect(plain.finalize() == SHA256.digest(of: bytes.span), "\(count) bytes")
        }
    }

    @Test func `a digest does not depend on where the input is cut`() {
        var random = SeededGenerator(state: 1)
        for _ in 0..<300 {
            let bytes = random.bytes(Int.random(in: 0...700, using: &random))
            var hash = SHA256()
            var start = 0
            while start < bytes.count {
                let end = Int.random(in: start...min(bytes.count, start + 150), using: &random)
                hash.update(Array(bytes[start..<end]).span)
                start = end
            }
            #expect(hash.finalize() == SHA256.digest(of: bytes.span))
        }
    }

    // Needs the system's tool, which a bare container may lack; the standard's examples above need nothing.
    @Test(.enabled(if: Tool.has("sha256sum")))
    func `a digest agrees with sha256sum for every length from 0 to 300`() throws {
        let folder = try ScratchFolder()
        var random = SeededGenerator(state: 2)
        var own: [String: String] = [:]
        for length in 0...300 {
            let bytes = random.bytes(length)
            own[try folder.make("\(length)", bytes)] = SHA256.digest(of: bytes.span).hex
        }
        let output = try Tool.run("sha256sum", own.keys.sorted()).output
        let lines = output.split(separator: "\n")
        #expect(lines.count == own.count)
        for line in lines {
            let parts = line.split(separator: " ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(own[parts[1]] == parts[0])
        }
    }
}
