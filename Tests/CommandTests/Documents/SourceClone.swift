import Foundation

/// A copy of the sources in which the scripts of `.ci` may write, with the programs that are built already.
///
/// `swift build` does nothing there and `swift test` is the test bundle that runs this; what measures or learns for
/// minutes does so with less to do. Beside the copy stands an evaluation set of a few made pages.
final class SourceClone {
    let scratch: Scratch
    var folder: String { scratch.path + "/clone" }

    /// What `.ci/fit` learns with; `.ci/run` puts it there.
    static let canLearn = Disk.exists("\(Samples.repository)/.build/learn/bin/python")

    /// Programs that no product ships are built where the tests are; nil where one is missing.
    static let programs: String? = {
        let folder = (TestDesk.program as NSString).deletingLastPathComponent
        return ["fit", "bench"].allSatisfy { Disk.exists("\(folder)/\($0)") } ? folder : nil
    }()

    init(programs: String) throws {
        scratch = try Scratch()
        try scratch.folder("clone/.build/release")
        try scratch.folder("bin")
        let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        try scratch.file(
            "bin/swift",
            """
            #!/bin/sh
            [ "$1" = test ] || exit 0
            shift
            [ "$1" = --no-parallel ] && shift
            exec '\(bundle)' --testing-library swift-testing "$@"

            """
        )
        for (name, less) in [
            ("fit", ""),
            ("bench", "--dumps 60 --rounds 1 --drops 3 --known 50 --idle 1 --growth 400"),
        ] {
            try scratch.file("clone/.build/release/\(name)", "#!/bin/sh\nexec '\(programs)/\(name)' \"$@\" \(less)\n")
        }
        try scratch.shell(
            """
            cd '\(Samples.repository)'
            cp -r .ci Sources etc seeds '\(folder)'
            cp '\(TestDesk.program)' '\(folder)/.build/release/'
            ln -s '\(Samples.repository)/.build/learn' '\(folder)/.build/learn'
            chmod +x '\(scratch.path)/bin/swift' '\(folder)/.build/release/fit' '\(folder)/.build/release/bench'
            """
        )
        try evaluationSet("shared/eval")
        try evaluationSet("clone/my-pages")
        // The scorer is part of the evaluation set; all that matters here is that it is given what was read.
        try scratch.file(
            "shared/eval/score.py",
            """
            import sqlite3, sys
            query = sys.argv[sys.argv.index('--articles-sql') + 1]
            rows = sqlite3.connect(sys.argv[sys.argv.index('--db') + 1]).execute(query).fetchall()
            print('set ALL %d items' % len(rows))

            """
        )
    }

    /// Types a command line in the copy.
    func type(_ command: String) throws -> ChildProcess.Ending {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try scratch.run(
            "/bin/bash",
            "-euo",
            "pipefail",
            "-c",
            "cd '\(folder)'; " + command,
            environment: ["PATH": "\(scratch.path)/bin:\(path)"],
            deadline: 240
        )
    }

    /// Pages with gold as Tests/Evaluation/README.md describes them: stories and lists of several sites.
    private func evaluationSet(_ name: String) throws {
        var stories: [[String: Any]] = []
        var lists: [[String: Any]] = []
        for site in 1...6 {
            let address = "https://site-\(site).example/page"
            let posts = (1...4).map { post -> (title: String, body: String) in
                let lines = Samples.page(site * 10 + post, paragraphs: 3).split(separator: "\n")
                return (String(lines[0]), lines.dropFirst().joined(separator: "\n"))
            }
            try scratch.folder("\(name)/article-pages/dumps")
            try scratch.folder("\(name)/archive-pages/dumps")
            let story = posts[0]
            try scratch.file(
                "\(name)/article-pages/dumps/story-\(site).txt",
                "Home\n\nNews\n\n\(story.title)\n\nBy Ada Marsh\n\nMarch \(site), 2026\n\n"
                    + story.body.replacingOccurrences(of: "\n", with: "\n\n") + "\n\nShare this story\n"
            )
            stories.append([
                "url": address, "title": story.title, "body": story.body,
                "dumps": [["file": "dumps/story-\(site).txt"]],
            ])
            let list = posts.map { "\($0.title)\n\nMarch \(site), 2026\n\n\($0.body)\n\nRead more\n\n" }.joined()
            try scratch.file("\(name)/archive-pages/dumps/list-\(site).txt", "The Site \(site)\n\n" + list)
            lists.append([
                "url": address, "file": "dumps/list-\(site).txt",
                "posts": posts.map { ["title": $0.title, "body": $0.body, "published": "2026-03-0\(site)"] },
            ])
        }
        for (folder, rows) in [("article-pages", stories), ("archive-pages", lists)] {
            let lines = try rows.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
            try scratch.file("\(name)/\(folder)/gold.jsonl", lines.joined(separator: "\n") + "\n")
        }
    }
}
