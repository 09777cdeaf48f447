import Foundation
import Testing

extension ProgramTests {
    /// What the documents tell somebody who changes copydesk to type, in a copy of the sources.
    @Suite struct SourceGuideTests {
        static let documents = ["README.md", "Sources/README.md", "Tests/Evaluation/README.md"]

        @Test(.enabled(if: SourceClone.programs != nil, "fit and bench are not built"), arguments: documents)
        func `every command for those who change the sources does what it says`(document: String) throws {
            let blocks = try Document(document).blocks(for: .clone)
            #expect(!blocks.isEmpty)
            let clone = try SourceClone(programs: try #require(SourceClone.programs))
            for block in blocks {
                for shown in block.text.split(separator: "\n").map(String.init) {
                    var line = shown
                    if line.hasPrefix(".ci/bench"), line.contains(" memory ") {
                        Samples.skipped("of \(line): memory, which takes a debug program half a minute for one dump")
                        line = line.replacingOccurrences(of: " memory ", with: " ")
                    }
                    let ending = try clone.type(line)
                    #expect(ending.code == 0, "\(line)\n\(ending.text)\(ending.errors)")
                    try check(line, ending, clone)
                }
            }
        }

        /// That a command did its work, and did not just end well.
        private func check(_ line: String, _ ending: ChildProcess.Ending, _ clone: SourceClone) throws {
            let said = ending.text + ending.errors
            if line.hasPrefix("swift test") {
                let suite = try #require(line.split(separator: " ").last)
                #expect(said.contains("Suite \(suite) passed"), "\(line)\n\(said)")
            } else if line.hasPrefix(".ci/bench") {
                for section in line.split(separator: " ").dropFirst() where section.allSatisfy(\.isLetter) {
                    #expect(said.contains(section), "\(line)\n\(said)")
                }
            } else if line.contains("--folds") {
                // Six stories, and six lists of four posts.
                let items = said.split(separator: " ").compactMap { Int($0) }.last ?? 0
                #expect(said.contains("set ALL") && items >= 12, "\(line)\n\(said)")
            } else {
                let table = "Sources/Pages/Labelling/LabelTable.swift"
                let made = try String(contentsOfFile: clone.folder + "/" + table, encoding: .utf8)
                let shipped = try String(contentsOfFile: Samples.repository + "/" + table, encoding: .utf8)
                let heads = [made, shipped].map { $0.components(separatedBy: "\"\"\"")[0] }
                #expect(made != shipped && heads[0] == heads[1], "\(line)\n\(said)")
            }
        }
    }
}
