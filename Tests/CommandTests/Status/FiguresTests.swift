import Testing

@testable import copydesk

@Suite struct FiguresTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1,000"), (-1000, "-1,000"), (1_234_567, "1,234,567"), (100_000, "100,000"),
    ])
    func `thousands are parted`(number: Int64, text: String) {
        #expect(Figures.grouped(number) == text)
    }

    @Test(arguments: [
        (0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (999_999, "999.9 kB"), (12_345_678, "12.3 MB"),
        (1_000_000_000, "1.0 GB"), (2_500_000_000_000, "2.5 TB"), (Int64.max, "9,223,372.0 TB"),
    ])
    func `sizes have the unit that fits`(number: Int64, text: String) {
        #expect(Figures.bytes(number) == text)
    }

    @Test(arguments: [
        (-5, "0 s"), (59, "59 s"), (60, "1 min"), (3599, "59 min"), (3600, "1 h 0 min"), (90_000, "1 d 1 h"),
    ])
    func `times have the units that fit`(seconds: Int64, text: String) {
        #expect(Figures.duration(seconds: seconds) == text)
    }

    @Test(arguments: [
        (0, 0, "0.0 %"), (0, 5, "0.0 %"), (5, 5, "100.0 %"), (1, 8, "12.5 %"), (1, 1_000_000, "<0.1 %"),
        (1, 1500, "0.1 %"),
        (999_999, 1_000_000, ">99.9 %"),
    ])
    func `a share is none or all only where it is`(part: Int64, whole: Int64, text: String) {
        #expect(Figures.share(part, of: whole) == text)
    }
}
