import Foundation
import Testing

extension ProgramTests {
    /// What holds for every document: nothing in it is there to be typed that no test types.
    @Suite struct DocumentTests {
        @Test func `every block of every document has somebody who runs it`() throws {
            let documents = try Document.all()
            for document in documents {
                for block in document.blocks {
                    #expect(block.runner != nil, "nobody runs \(block.place):\n\(block.text)")
                }
            }
            // A document that is not found has no blocks to complain of.
            let paths = documents.map(\.path)
            for path in [
                "README.md", "Sources/README.md", "Tests/Evaluation/README.md", "Tests/CrashTests/README.md",
                "seeds/README.md", Document.layoutGuide, "etc/man/copydesk.1", "etc/man/copydesk.conf.5",
                "etc/man/copydesk-changes.5", "etc/man/copydesk-schema.5", "etc/man/copydesk-service.7",
            ] { #expect(paths.contains(path)) }
        }

        @Test func `each runner runs the documents in which it has blocks`() throws {
            for document in try Document.all() {
                for block in document.blocks {
                    let known =
                        switch block.runner {
                        case .desk: ReadmeTests.document == block.document || ManualTests.pages.contains(block.document)
                        case .tools, .continuousIntegration: true
                        case .examples: block.document == ManualExamplesTests.page
                        case .clone: SourceGuideTests.documents.contains(block.document)
                        case .guest: DocumentedServiceTests.documents.contains(block.document)
                        case .layoutGuide, .drawing: true
                        case nil: false
                        }
                    #expect(known, "\(block.place) is in a document that its runner does not read")
                }
            }
        }

        @Test func `what .ci/run runs, it runs as it stands in the documents`() throws {
            let script = try String(contentsOfFile: Samples.repository + "/.ci/run", encoding: .utf8)
            let commands = try Document.all().flatMap { $0.blocks(for: .continuousIntegration) }
            #expect(commands.count >= 3)
            for block in commands {
                if block.document == ReadmeTests.document {
                    // These are looked for in README itself: the words up to the fourth tell one from the other.
                    let words = block.text.split(separator: " ").prefix(4).joined(separator: " ")
                    let pattern = words.replacingOccurrences(of: ".ci", with: "\\.ci")
                    #expect(script.contains("grep -m1 -E '^\(pattern)' README.md"), "\(block.text)")
                } else {
                    #expect(script.contains("\n\(block.text)\n"), "\(block.text)")
                }
            }
        }

        @Test func `README has at most 200 lines, and none but tables and output goes beyond 120 columns`() throws {
            let readme = try Document(ReadmeTests.document)
            // What stands after the last line end is no line.
            #expect(readme.lines.count - 1 <= 200)
            for path in [ReadmeTests.document] + SourceGuideTests.documents {
                for (index, line) in try Document(path).lines.enumerated() where !line.hasPrefix("|") {
                    #expect(line.count <= 120, "\(path):\(index + 1)")
                }
            }
        }

        @Test func `Sources/README.md names every target and every folder of Pages`() throws {
            let guide = try Document("Sources/README.md").lines.joined(separator: "\n")
            let sources = Samples.repository + "/Sources"
            let files = FileManager.default
            for target in try files.contentsOfDirectory(atPath: sources) where !target.hasSuffix(".md") {
                #expect(guide.contains("`\(target)`"), "\(target)")
            }
            let folders = try files.subpathsOfDirectory(atPath: sources + "/Pages").filter { !$0.hasSuffix(".swift") }
            #expect(folders.count > 10)
            for folder in folders { #expect(guide.contains("\n| `\(folder)` |"), "Pages/\(folder)") }
        }

        @Test func `every link into the repository leads somewhere`() throws {
            var links = 0
            for document in try Document.all() where document.path.hasSuffix(".md") {
                let folder = (document.path as NSString).deletingLastPathComponent
                let fenced = Set(document.blocks.map(\.line))
                for (index, line) in document.lines.enumerated() where !fenced.contains(index + 1) {
                    for part in line.components(separatedBy: "](").dropFirst() {
                        let target = part.prefix { $0 != ")" }.split(separator: "#", omittingEmptySubsequences: false)
                        guard let path = target.first, !path.contains("://") else { continue }
                        let file = path.isEmpty ? document.path : "\(folder)/\(path)"
                        #expect(Disk.exists("\(Samples.repository)/\(file)"), "\(document.path):\(index + 1): \(path)")
                        links += 1
                        guard target.count > 1, let heading = target.last else { continue }
                        let other = try Document((file as NSString).standardizingPath)
                        let anchors = other.lines.filter { $0.hasPrefix("#") }.map {
                            $0.drop { "# ".contains($0) }.lowercased().replacingOccurrences(of: " ", with: "-")
                        }
                        #expect(anchors.contains(String(heading)), "\(document.path):\(index + 1): #\(heading)")
                    }
                }
            }
            #expect(links > 5)
        }
    }
}
