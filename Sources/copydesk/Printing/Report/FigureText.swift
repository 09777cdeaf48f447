import Pages

/// Numbers and days as a report writes them.
enum FigureText {
    /// `1,234,567`.
    static func number(_ number: Int) -> String { Figures.grouped(Int64(number)) }

    /// A number with what it counts: `1 article`, `12 articles`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(self.number(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    /// A share in whole per cent; a share that is not nothing, and one that is not all, is never told as that.
    static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let share = Int((Double(part) / Double(whole) * 100).rounded())
        if part > 0, share == 0 { return "< 1 %" }
        if part < whole, share == 100 { return "> 99 %" }
        return "\(share) %"
    }

    /// A number of at least 0 with so many digits after the point, as SVG reads it.
    static func decimal(_ value: Double, _ places: Int) -> String {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        let whole = Int(exactly: (max(0, value) * Double(scale)).rounded()) ?? 0
        guard places > 0 else { return String(whole) }
        let rest = String(whole % scale)
        return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
    }

    /// `27 November 2026`.
    static func day(_ day: CalendarDate) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

    /// `27 November 2026, 14:02` of a time in UTC; what is no such time stays as it is.
    static func moment(_ time: String) -> String {
        guard let day = CalendarDate(text: String(time.prefix(10))) else { return time }
        return "\(self.day(day)), \(time.dropFirst(11).prefix(5))"
    }

    /// `3 Nov`.
    static func shortDay(_ day: CalendarDate) -> String { "\(day.day) \(shortMonth(day))" }

    static func shortMonth(_ day: CalendarDate) -> String { String(months[day.month - 1].prefix(3)) }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
