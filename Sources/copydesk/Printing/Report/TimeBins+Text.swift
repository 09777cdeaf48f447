import Answers
import Pages

extension TimeBins {
    /// What a bar is called where there is room: `2026-11-03`, `week of 2026-11-02`, `2026-11`, `2026`, `2020s`.
    func name(_ bin: Int) -> String {
        let start = starts[bin]
        return switch unit {
        case .day: start.text
        case .week: "week of \(start.text)"
        case .month: String(start.text.prefix(7))
        case .year: String(start.text.prefix(4))
        case .decade: "\(start.year)s"
        }
    }

    /// What stands below a bar.
    func mark(_ bin: Int) -> String {
        let start = starts[bin]
        return switch unit {
        case .day, .week: FigureText.shortDay(start)
        case .month: "\(FigureText.shortMonth(start)) \(start.year)"
        case .year, .decade: name(bin)
        }
    }

    /// What a bar stands for, and the days that all of them are of.
    var caption: String {
        let bar = unit == .week ? "week from Monday on" : unit.rawValue
        let first = FigureText.day(days.lowerBound)
        let span = days.lowerBound == days.upperBound ? first : "\(first) to \(FigureText.day(days.upperBound))"
        return "A bar is a \(bar); \(span)."
    }
}
