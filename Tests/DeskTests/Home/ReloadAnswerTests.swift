import Foundation
import Platform
import TestSupport
import Testing

@testable import Answers
@testable import Desk
@testable import Home

/// The answer to a reload.
@Suite struct ReloadAnswerTests {
    @Test(arguments: [true, false])
    func `an answer that was written is read, its message whole`(isInForce: Bool) throws {
        let scratch = try ScratchFolder()
        let answer = ReloadAnswer(process: 17, count: 3, isInForce: isInForce, message: "a: b  c")
        try answer.write(in: Path(scratch.path))
        #expect(ReloadAnswer.read(in: Path(scratch.path)) == answer)
    }

    @Test(arguments: [nil, "", "17", "x 3 in-force m\n"])
    func `a missing file, and one that is no answer, are no answer`(text: String?) throws {
        let scratch = try ScratchFolder()
        if let text { try scratch.write(text, to: "copydesk.reload") }
        #expect(ReloadAnswer.read(in: Path(scratch.path)) == nil)
    }
}
