import Testing

@testable import Pages

/// Which of a story's lines with dates tells its day.
@Suite struct OtherDateLinesTests {
    private func day(_ lines: [String]) throws -> String? {
        let head = (["Swing bridge shut for six weeks"] + lines).joined(separator: "\n\n")
        let text = head + "\n\n" + Sample.paragraphs(4)
        return try #require(try Reading.page(text).items.first).publishedOn
    }

    @Test(arguments: [
        ["By Mina Holloway", "March 2, 2026", "Photo: February 14, 2024"],
        ["Photo: February 14, 2024", "March 2, 2026"], ["Camera roll: February 14, 2024", "March 2, 2026"],
        ["March 2, 2026", "Next meeting:", "14 April 2026"], ["March 2, 2026", "Offer ends", "14 April 2026"],
    ])
    func `a date with a label that no rule knows gives way to a date alone`(lines: [String]) throws {
        #expect(try day(lines) == "2026-03-02")
    }

    @Test func `a date under a line that labels it as another's is not the story's`() throws {
        #expect(try day(["Next meeting:", "14 April 2026"]) == nil)
        withKnownIssue("The network takes a label without a colon for the headline.") {
            let day = try day(["Offer ends", "14 April 2026"])
            #expect(day == nil)
        }
    }

    @Test(arguments: [
        ["Events", "March 2, 2026"], ["Published", "March 2, 2026"], ["Posted in Events", "March 2, 2026"],
        ["Date:", "March 2, 2026"], ["By Mina Holloway", "March 2, 2026"], ["Wirepost: March 2, 2026"],
        ["Archived posts from this category", "March 2, 2026"], ["Permalink · [11]No comments:", "March 2, 2026"],
        ["Ada Marsh says:", "March 2, 2026"], ["Updated March 5, 2026", "March 2, 2026"],
        ["Harbour and coast", "March 2, 2026"],
    ])
    func `a section, a name and a word of publication above a date leave it the story's`(lines: [String]) throws {
        #expect(try day(lines) == "2026-03-02")
    }

    @Test(arguments: ["2/3/2026", "Thứ Hai, 2/3/2026 10:05 (GMT+7)", "02/03/2026 10:05 3 bình luận"])
    func `Vietnamese writes the day first`(line: String) throws {
        let sentences = [
            "Cầu quay tại âu thuyền sẽ đóng cửa ít nhất sáu tuần sau khi các kỹ sư phát hiện vết nứt ở hai ổ trục.",
            "Nông dân trong vùng cho biết đường vòng mất quá nhiều thời gian và có thể lấy đi phần lãi ít ỏi của họ.",
            "Ban quản lý kênh nói rằng việc sửa chữa đã được lên kế hoạch từ năm ngoái nhưng thiếu kinh phí thực hiện.",
        ]
        let text = "Cầu quay đóng cửa sáu tuần\n\n\(line)\n\n" + sentences.joined(separator: "\n\n")
        let item = try #require(try Reading.page(text).items.first)
        #expect(item.language == "vi")
        #expect(item.publishedOn == "2026-03-02")
    }
}
