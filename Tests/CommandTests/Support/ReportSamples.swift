import Foundation
import TestSupport

/// Desks to report of.
enum ReportSamples {
    /// A desk whose pages try to be markup: hostile titles, outlets and edits, and many outlets.
    static func hostileDesk() throws -> TestDesk {
        let desk = try TestDesk()
        let titles = [
            "</script><script>alert(1)</script> on the quay at night", "<img src=x onerror=alert(1)> at the harbour",
            "\"quotes\" and 'marks' & ampersands &lt;b&gt; at sea",
            "Direction \u{202E}turned \u{2066}round\u{2069} by a mark",
            "Control \u{7} bell \u{1B}[31m in the harbour office", "عنوان طويل عن الميناء القديم في المدينة",
            String(repeating: "W", count: 100_000) + " at the very end",
            "Zalgo h\u{301}\u{302}\u{303}\u{304} in the harbour",
        ]
        let outlets = [
            "<b>Evil</b> Post", "\"><svg onload=alert(2)>", "Post \u{202E} reversed", "صحيفة الميناء", "港口晚报",
        ]
        var writer = StoryWriter(seed: 26)
        try desk.scratch.folder("pages")
        func write(_ number: Int, _ title: String, _ outlet: String, _ body: String) throws {
            let day = "March \(1 + number % 28), \(number == 7 ? 1850 : 2023 + number % 3)"
            let name = "pages/\(number)_00000000000\(10000 + number).txt"
            try desk.scratch.file(name, "\(title)\n\nBy Ada Quill | \(outlet) | \(day)\n\n\(body)\n")
        }
        var bodies: [String] = []
        for (place, title) in titles.enumerated() {
            bodies.append(writer.body(3).replacingOccurrences(of: "\n", with: "\n\n"))
            for (next, outlet) in outlets.enumerated() {
                let body = bodies[place] + (next < 3 ? "" : "\n\n" + writer.paragraph())
                try write(place * 10 + next, "\(title) \(place)", outlet, body)
            }
        }
        for number in 100..<300 {
            try write(
                number,
                writer.title(),
                "Outlet Number \(number) Gazette",
                writer.body(2).replacingOccurrences(of: "\n", with: "\n\n")
            )
        }
        try desk.scratch.file("pages/zip<b>.txt", "PK\u{3}\u{4}\u{14}\u{0}\u{0}\u{0}")
        try desk.once(delivering: [desk.scratch.path + "/pages"])
        for (place, title) in titles.enumerated() {
            let body = bodies[place].replacingOccurrences(
                of: " the ",
                with: " <i>the</i></del><script>alert(3)</script> "
            )
            try write(place * 10, "\(title) \(place)", outlets[0], body + "\n\n" + writer.paragraph())
        }
        try desk.once(delivering: [desk.scratch.path + "/pages"])
        return desk
    }
}
