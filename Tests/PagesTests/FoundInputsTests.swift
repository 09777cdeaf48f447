import Foundation
import Testing

@testable import Pages

/// Inputs on which a reading once failed, found by the fuzzer (`.ci/fuzz`), and made-up ones of its kinds.
@Suite struct FoundInputsTests {
    private static let found = files(in: "found")
    private static let shapes = files(in: "shapes")

    private static func files(in folder: String) -> [URL] {
        let folder = Tree.repository.appendingPathComponent("Tests/Fuzz/\(folder)")
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).sorted { $0.path < $1.path }
    }

    @Test(arguments: found)
    func `an input that once failed is read as any other`(file: URL) throws {
        let check = ReadingCheck(layouts: try Reading.layouts())
        #expect(check.faults(in: [UInt8](try Data(contentsOf: file))).isEmpty)
    }

    @Test(arguments: shapes)
    func `a page of many small blocks is read as any other`(file: URL) throws {
        let check = ReadingCheck(layouts: try Reading.layouts())
        let input = [UInt8](try Data(contentsOf: file))
        let text = Array((repeatElement(input.dropFirst() + [0x0A], count: 500)).joined())
        #expect(check.faults(in: input.prefix(1) + text).isEmpty)
    }

    @Test(arguments: UInt8(0)..<8)
    func `every way of reading holds for the project's own dumps`(options: UInt8) throws {
        let check = ReadingCheck(layouts: try Reading.layouts())
        let seeds = Tree.seeds
        let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path).filter { $0.hasSuffix(".txt") }
        #expect(!names.isEmpty)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: seeds.appendingPathComponent(name)))
            #expect(check.faults(in: [options] + bytes).isEmpty, "\(name)")
        }
    }
}
