import Foundation
import Testing

extension ProgramTests {
    /// The guide to layout files, its examples typed as it says.
    @Suite struct LayoutGuideTests {
        @Test func `both worked examples of the guide come out as it shows`() throws {
            let scratch = try Scratch()
            let guide = try String(contentsOfFile: Samples.layouts + "/README.md", encoding: .utf8)
            var fence: String?
            var lines: [Substring] = []
            var shown: String?
            var examples = 0
            for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
                guard let open = fence else {
                    if line.hasPrefix("```") { fence = String(line.dropFirst(3)) }
                    continue
                }
                guard line == "```" else {
                    lines.append(line)
                    continue
                }
                let text = lines.joined(separator: "\n") + "\n"
                if open.hasPrefix("text ") {
                    try scratch.file(String(open.dropFirst(5)), text)
                } else if open == "sh" {
                    let command = text.replacingOccurrences(of: "copydesk ", with: "'\(TestDesk.program)' ")
                    shown = try scratch.shell("cd '\(scratch.path)'; \(command)").text
                } else if open == "text" {
                    #expect(shown == text)
                    examples += 1
                }
                fence = nil
                lines = []
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
