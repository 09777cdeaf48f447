/// Numbers as people read them at a glance.
enum Figures {
    /// `1,234,567`.
    static func grouped(_ number: Int64) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `512 bytes`, `4.1 kB`, `12.3 MB`, `1.2 GB`: powers of 1,000, as `df -H` and `ls --si` have them.
    static func bytes(_ number: Int64) -> String {
        guard number.magnitude >= 1000 else { return "\(number) bytes" }
        var tenths = number.magnitude / 100
        for unit in ["kB", "MB", "GB"] {
            if tenths < 10_000 { return "\(tenths / 10).\(tenths % 10) \(unit)" }
            tenths /= 1000
        }
        return "\(grouped(Int64(tenths / 10))).\(tenths % 10) TB"
    }

    /// `45 s`, `3 min`, `2 h 10 min`, `5 d 3 h`; what has not begun yet is `0 s`.
    static func duration(seconds: Int64) -> String {
        let seconds = max(0, seconds)
        switch seconds {
        case ..<60: return "\(seconds) s"
        case ..<3600: return "\(seconds / 60) min"
        case ..<86_400: return "\(seconds / 3600) h \(seconds % 3600 / 60) min"
        default: return "\(seconds / 86_400) d \(seconds % 86_400 / 3600) h"
        }
    }

    /// The share of a part in a whole, as in `12.3 %`.
    ///
    /// It is 0.0 or 100.0 only where it is none or all of it; what is less than can be told is `<0.1 %`.
    static func share(_ part: Int64, of whole: Int64) -> String {
        guard whole > 0, part > 0 else { return "0.0 %" }
        guard part < whole else { return "100.0 %" }
        let perMille = Int((Double(part) / Double(whole) * 1000).rounded())
        if perMille < 1 { return "<0.1 %" }
        return perMille > 999 ? ">99.9 %" : "\(perMille / 10).\(perMille % 10) %"
    }
}
