import Foundation
import Platform
import Testing

@testable import Desk

@Suite("The answer to a reload")
struct ReloadAnswerTests {
    @Test("What is written is what is read, its message whole", arguments: [true, false])
    func same(isInForce: Bool) throws {
        let scratch = try ScratchFolder()
        let answer = ReloadAnswer(process: 17, count: 3, isInForce: isInForce, message: "a: b  c")
        try answer.write(in: Path(scratch.path))
        #expect(ReloadAnswer.read(in: Path(scratch.path)) == answer)
    }

    @Test("No file, and one that is no answer, are none", arguments: [nil, "", "17", "x 3 in-force m\n"])
    func none(text: String?) throws {
        let scratch = try ScratchFolder()
        if let text { try scratch.write(text, to: "copydesk.reload") }
        #expect(ReloadAnswer.read(in: Path(scratch.path)) == nil)
    }
}
