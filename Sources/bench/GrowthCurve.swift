/// Measurements of a desk as it grows, which can be drawn as an SVG.
struct GrowthCurve {
    struct Point {
        let dumps: Int
        /// Dumps a second.
        let rate: Double
        /// Milliseconds of the commands.
        let status: Double
        let search: Double
        let show: Double
        /// Bytes of database for each byte taken in.
        let size: Double
    }

    private(set) var points: [Point] = []
    private var bytes = 0

    mutating func add(dumps: Int, rate: Double, status: Double, search: Double, show: Double, size: Double, bytes: Int)
    {
        self.bytes += bytes
        points.append(
            Point(dumps: dumps, rate: rate, status: status, search: search, show: show, size: size / Double(self.bytes))
        )
    }

    /// Five small charts, one below the other, each from zero.
    var svg: String {
        let charts: [(String, (Point) -> Double)] = [
            ("dumps a second", { $0.rate }), ("status, ms", { $0.status }), ("search, ms", { $0.search }),
            ("show, ms", { $0.show }), ("database, bytes for each byte taken in", { $0.size }),
        ]
        let (width, height, left) = (720.0, 130.0, 60.0)
        let most = Double(points.last?.dumps ?? 1)
        var text =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(Int(width) + 90)\" height=\"\(charts.count * 170 + 30)\" "
        text += "font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
        for (number, (name, value)) in charts.enumerated() {
            let top = Double(number) * 170 + 30
            let highest = max(points.map(value).max() ?? 1, 1e-9)
            func place(_ point: Point) -> String {
                "\((left + Double(point.dumps) / most * (width - left)).formatted),"
                    + (top + height - value(point) / highest * height).formatted
            }
            text += "<text x=\"\(left)\" y=\"\(top - 8)\">\(name)</text>\n"
            text +=
                "<text x=\"4\" y=\"\(top + 10)\">\(highest.formatted)</text><text x=\"4\" y=\"\(top + height)\">0</text>\n"
            text += "<path d=\"M\(left),\(top) V\(top + height) H\(width)\" fill=\"none\" stroke=\"#999\"/>\n"
            text +=
                "<polyline fill=\"none\" stroke=\"#05a\" stroke-width=\"2\" points=\"\(points.map(place).joined(separator: " "))\"/>\n"
        }
        return text + "<text x=\"\(width - 60)\" y=\"\(charts.count * 170 + 14)\">\(Int(most)) dumps</text>\n</svg>\n"
    }
}
