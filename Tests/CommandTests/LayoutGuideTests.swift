import Foundation
import Testing

extension ProgramTests {
    /// The guide to layout files, its examples typed as it says.
    @Suite struct LayoutGuideTests {
        @Test func `both worked examples of the guide come out as it shows`() throws {
            let scratch = try Scratch()
            var shown: String?
            var examples = 0
            for block in try Document(Document.layoutGuide).blocks(for: .layoutGuide) {
                let text = block.text + "\n"
                if block.mark.hasPrefix("text ") {
                    try scratch.file(String(block.mark.dropFirst(5)), text)
                } else if block.mark == "sh" {
                    let command = text.replacingOccurrences(of: "copydesk ", with: "'\(TestDesk.program)' ")
                    shown = try scratch.shell("cd '\(scratch.path)'; \(command)").text
                } else {
                    #expect(shown == text, "\(block.place)")
                    examples += 1
                }
            }
            #expect(examples == 2)
        }

        @Test func `a layout that is wrong is refused with file and line, one that does not fit is told`() throws {
            let scratch = try Scratch()
            let page = try scratch.file("page.txt", Samples.page(1))
            let wrong = try scratch.file(
                "wrong.layout",
                "[page]\nneeds = footer >= 2\n[footer]\nline = {authors:date}\n"
            )
            let refused = try scratch.run(TestDesk.program, "check", "--layout", wrong, page)
            #expect(refused.code == 2)
            #expect(refused.errors.hasPrefix("copydesk: \(wrong):4: "))

            let other = try scratch.run(
                TestDesk.program,
                "check",
                "--layout",
                Samples.repository + "/Sources/Home/Layouts/posted-by.layout",
                page
            )
            #expect(other.code == 1)
            #expect(other.text.contains("the layout is not used (footer >= 2, found 0)"))
            #expect(other.text.contains("read as: 1 articles"))
        }
    }
}
