import Platform
import Testing

@Suite struct TimestampTests {
    /// Seconds and text as `date -u -d @SECONDS` prints them.
    private static let known: [(Int64, String)] = [
        (0, "1970-01-01T00:00:00.000Z"),
        (951_782_399, "2000-02-28T23:59:59.000Z"),
        (951_782_400, "2000-02-29T00:00:00.000Z"),
        (951_868_800, "2000-03-01T00:00:00.000Z"),
        (1_709_164_800, "2024-02-29T00:00:00.000Z"),
        (1_735_689_599, "2024-12-31T23:59:59.000Z"),
        (2_147_483_648, "2038-01-19T03:14:08.000Z"),
        (4_107_542_400, "2100-03-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.000Z"),
        (-2_203_891_200, "1900-03-01T00:00:00.000Z"),
    ]

    @Test(arguments: known)
    func `known moments come out as date prints them, and back`(seconds: Int64, text: String) {
        let moment = Timestamp(nanoseconds: seconds * 1_000_000_000)
        #expect(moment.iso == text)
        #expect(Timestamp.parse(text) == moment)
    }

    @Test func `milliseconds are cut, not rounded, before 1970 too`() {
        #expect(Timestamp(nanoseconds: 1_123_999_999).iso == "1970-01-01T00:00:01.123Z")
        #expect(Timestamp(nanoseconds: -1).iso == "1969-12-31T23:59:59.999Z")
    }

    @Test func `the first and the last moment of the range are written`() {
        #expect(Timestamp(nanoseconds: .max).iso == "2262-04-11T23:47:16.854Z")
        #expect(Timestamp(nanoseconds: .min).iso == "1677-09-21T00:12:43.145Z")
    }

    @Test func `every day of five hundred years is one day after the last`() {
        var last: Int64?
        var count = 0
        var wrong: [String] = []
        for year in 1700..<2200 {
            for month in 1...12 {
                for day in 1...31 {
                    let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
                    let text = "\(year)-\(digits(month))-\(digits(day))T00:00:00.000Z"
                    guard let moment = Timestamp.parse(text) else { continue }
                    let isNext = last.map { moment.nanoseconds - $0 == 86_400_000_000_000 } ?? true
                    if moment.iso != text || !isNext { wrong.append(text) }
                    last = moment.nanoseconds
                    count += 1
                }
            }
        }
        #expect(wrong.isEmpty)
        // 500 years with 121 leap days: 125 years divisible by four, less 1700, 1800, 1900 and 2100.
        #expect(count == 500 * 365 + 121)
    }

    @Test func `up to nine digits of a second are read`() {
        #expect(Timestamp.parse("1970-01-01T00:00:00.000000001Z")?.nanoseconds == 1)
        #expect(Timestamp.parse("1970-01-01T00:00:00.5Z")?.nanoseconds == 500_000_000)
        #expect(Timestamp.parse("1970-01-01T00:00:07Z")?.nanoseconds == 7_000_000_000)
    }

    @Test(arguments: [
        "", "Z", "2026-11-21", "2026-11-21T19:20:31", "2026-11-21T19:20:31+00:00", "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-01-32T00:00:00Z", "2026-01-01T24:00:00Z",
        "2026-01-01T00:60:00Z", "2026-01-01T00:00:60Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234567890Z",
        "2026-01-01 00:00:00Z", "+026-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "0001-01-01T00:00:00Z",
        "2026-01-01T00:00:00,5Z", "２０２６-01-01T00:00:00Z",
    ])
    func `what is no moment is nil`(text: String) {
        #expect(Timestamp.parse(text) == nil)
    }

    @Test func `the wall clock agrees with itself and the monotonic clock goes forward`() throws {
        let wall = Clock.wall
        let start = Clock.monotonic
        Clock.sleep(milliseconds: 20)
        #expect(Clock.monotonic - start >= 20_000_000)
        #expect(Clock.wall > wall)
        let parsed = try #require(Timestamp.parse(Timestamp(nanoseconds: wall).iso))
        #expect(wall - parsed.nanoseconds < 1_000_000)
    }
}
