import Foundation
import Testing

@testable import copydesk

/// Whether what a report shows can be seen: contrast as WCAG 2.2 counts it.
@Suite struct ReportStyleTests {
    /// The colours of both modes, by their names.
    private static let palettes: [[String: Double]] = {
        let sheet = ReportStyle.sheet.html
        let blocks = sheet.split(separator: ":root {").dropFirst().map { $0.prefix { $0 != "}" } }
        return blocks.prefix(2).map { block in
            var colours: [String: Double] = [:]
            for found in block.matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
                colours[String(found.1)] = luminance(Int(found.2, radix: 16) ?? 0)
            }
            return colours
        }
    }()

    private static func luminance(_ colour: Int) -> Double {
        func linear(_ shift: Int) -> Double {
            let value = Double(colour >> shift & 0xFF) / 255
            return value <= 0.040_45 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }

    private func contrast(_ one: String, _ other: String, _ palette: [String: Double]) throws -> Double {
        let (first, second) = (try #require(palette[one]), try #require(palette[other]))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    @Test func `text is readable in both modes`() throws {
        #expect(Self.palettes.count == 2)
        for palette in Self.palettes {
            for (text, ground) in [
                ("ink", "ground"), ("ink", "card"), ("soft", "ground"), ("soft", "card"), ("link", "ground"),
                ("link", "card"), ("in", "in-ground"), ("out", "out-ground"),
            ] {
                let contrast = try contrast(text, ground, palette)
                #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
            }
        }
    }

    @Test func `areas stand out from the ground in both modes`() throws {
        for palette in Self.palettes {
            for number in 0...8 {
                let contrast = try contrast("c\(number)", "ground", palette)
                #expect(contrast >= 3, "colour \(number): \(contrast)")
            }
        }
    }

    @Test func `each fill that a chart uses is there`() {
        let (sheet, patterns) = (ReportStyle.sheet.html, ReportStyle.patterns.html)
        for number in 0...9 { #expect(sheet.contains(".f\(number) { fill: ")) }
        for used in sheet.matches(of: /url\(#(p[0-9])\)/) { #expect(patterns.contains("<pattern id=\"\(used.1)\"")) }
        #expect(!sheet.contains("http") && !sheet.contains("@import") && !sheet.contains("url(\""))
    }
}
