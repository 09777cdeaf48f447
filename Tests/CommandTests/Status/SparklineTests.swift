import Testing

@testable import copydesk

@Suite struct SparklineTests {
    @Test(arguments: [
        ([], "", ""), ([0, 0], "··", ".."), ([1], "█", "#"), ([0, 1, 2, 3, 4, 5, 6, 7, 8], "·▁▂▃▄▅▆▇█", "._-~=+*%#"),
        ([1, 1_000_000], "▁█", "_#"), ([5, 5, 5], "███", "###"), ([.max, 1, 0], "█▁·", "#_."),
    ])
    func `each number is as high as it is beside the largest`(numbers: [Int64], blocks: String, letters: String) {
        #expect(Sparkline.text(numbers, isUnicode: true) == blocks)
        #expect(Sparkline.text(numbers, isUnicode: false) == letters)
    }

    @Test(arguments: [
        (0, 10, "", ""), (10, 10, "████", "####"), (5, 10, "██", "##"), (1, 1_000_000, "▏", "#"), (9, 32, "█▏", "#"),
        (31, 32, "███▉", "####"), (20, 10, "████", "####"), (1, 0, "", ""),
    ])
    func `a bar of four columns is as long as its share, to an eighth`(
        part: Int64,
        whole: Int64,
        blocks: String,
        letters: String
    ) {
        #expect(Bar.text(part, of: whole, columns: 4, isUnicode: true) == blocks)
        #expect(Bar.text(part, of: whole, columns: 4, isUnicode: false) == letters)
    }

    @Test func `a bar has no columns where there is no room`() {
        #expect(Bar.text(1, of: 1, columns: 0, isUnicode: true).isEmpty)
        #expect(Bar.text(1, of: 1, columns: -3, isUnicode: false).isEmpty)
    }
}
