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
                    if line.hasPrefix(".ci/fit") {
                        guard SourceClone.canLearn else {
                            Samples.skipped("\(line): .ci/fit has not installed what it learns with")
                            continue
                        }
                        line += " --epochs 1"
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
            } else {
                let table = "/Sources/CLabels/labels.table"
                let made = try Data(contentsOf: URL(filePath: clone.folder + table))
                let shipped = try Data(contentsOf: URL(filePath: Samples.repository + table))
                #expect(made != shipped && made.count == shipped.count, "\(line)\n\(said)")
            }
        }
    }
}
