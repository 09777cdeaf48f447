import Foundation
import Glibc
import TestSupport
import Testing

extension ProgramTests {
    /// What can be said of units, packages, manual pages and completions without booting anything.
    @Suite struct UnitFileTests {
        private static let folder = Samples.repository + "/systemd"
        private static let pages = Samples.repository + "/etc/man"

        /// Installs the program under test below a folder of the test's own.
        private func install(into scratch: Scratch, _ environment: [String: String] = [:]) throws -> String {
            let words = [Self.folder + "/install", "--binary", TestDesk.program]
            let variables = environment.merging(["DESTDIR": scratch.path + "/root"]) { own, _ in own }
            let ending = try ChildProcess.run(words, environment: variables, outputIn: scratch.said)
            #expect(ending.code == 0, "\(ending.errors)")
            return ending.errors
        }

        /// An alert has the network, and its command may be any program.
        @Test(
            .enabled(if: Tool.has("systemd-analyze"), "systemd-analyze is missing"),
            arguments: [("copydesk.service", 6), ("copydesk@.service", 6), ("copydesk-alert@.service", 25)]
        )
        func `what a desk may do is little, by systemd's own measure`(unit: String, threshold: Int) throws {
            let scratch = try Scratch()
            let words = ["security", "--offline=true", "--threshold=\(threshold)", "\(Self.folder)/\(unit)"]
            let ending = try ChildProcess.run(["systemd-analyze"] + words, outputIn: scratch.said)
            #expect(ending.code == 0, "\(ending.text)\(ending.errors)")
        }

        @Test(.enabled(if: Tool.has("systemd-analyze"), "systemd-analyze is missing"))
        func `systemd finds nothing wrong with the units as they are installed`() throws {
            let scratch = try Scratch()
            _ = try install(into: scratch, ["PREFIX": "/usr"])
            let root = scratch.path + "/root"
            // Programs that the units name are looked for below the root.
            try scratch.shell(
                "mkdir -p '\(root)/bin' && cp /bin/sh '\(root)/bin/sh' && cp /bin/cp '\(root)/bin/cp' && touch '\(root)/usr/bin/x'"
            )
            let units = ["copydesk.service", "copydesk@news.service", "copydesk-alert@ferry.service"]
            let ending = try ChildProcess.run(
                ["systemd-analyze", "verify", "--man=no", "--root=\(root)", "--recursive-errors=no"] + units,
                outputIn: scratch.said
            )
            #expect(ending.code == 0 && ending.errors.isEmpty, "\(ending.errors)")
        }

        @Test func `installed twice nothing changes; a changed setting stays, with the new default beside it`() throws {
            let scratch = try Scratch()
            let variables = ["PREFIX": "/opt/desk"]
            _ = try install(into: scratch, variables)
            let root = scratch.path + "/root"
            let first = try scratch.digests(below: root)
            #expect(try install(into: scratch, variables).isEmpty)
            #expect(try scratch.digests(below: root) == first)

            for file in [
                "lib/systemd/catalog/copydesk.catalog", "share/copydesk/copydesk-changes.schema.json",
                "share/doc/copydesk/cookbook.sql", "share/doc/copydesk/examples/datasette.yaml",
                "share/doc/copydesk/examples/cookbook/copydesk.conf",
            ] { #expect(Disk.exists("\(root)/opt/desk/\(file)"), "\(file)") }
            let alert = try String(
                contentsOfFile: root + "/opt/desk/lib/systemd/system/copydesk-alert@.service",
                encoding: .utf8
            )
            #expect(
                alert.contains("COPYDESK=/opt/desk/bin/copydesk ")
                    && alert.contains("=/opt/desk/libexec/copydesk/alert\n")
            )
            #expect(access(root + "/opt/desk/libexec/copydesk/alert", X_OK) == 0)
            for page in ["man1/copydesk.1", "man5/copydesk.conf.5", "man7/copydesk-service.7"] {
                #expect(Disk.exists("\(root)/opt/desk/share/man/\(page).gz"), "\(page)")
            }
            let unit = try String(
                contentsOfFile: root + "/opt/desk/lib/systemd/system/copydesk.service",
                encoding: .utf8
            )
            #expect(unit.contains("ExecStart=/opt/desk/bin/copydesk run") && !unit.contains("/usr/bin/copydesk"))
            let settings = root + "/etc/copydesk/copydesk.conf"
            let check = try ChildProcess.run([TestDesk.program, "check", "--config", settings], outputIn: scratch.said)
            for line in [
                "home = /var/lib/copydesk", "path = /var/spool/copydesk/inbox",
                "rejected = /var/spool/copydesk/rejected",
            ] { #expect(check.text.contains(line + "\n"), "\(check.text)\(check.errors)") }

            try scratch.shell("sed -i 's/^#quiet_seconds.*/quiet_seconds = 5/' '\(settings)'")
            #expect(try install(into: scratch, variables).contains("kept /etc/copydesk/copydesk.conf"))
            #expect(try String(contentsOfFile: settings, encoding: .utf8).contains("\nquiet_seconds = 5\n"))
            #expect(Disk.exists(settings + ".new"))

            try scratch.shell("mkdir -p '\(root)/var/lib/copydesk' && touch '\(root)/var/lib/copydesk/copydesk.db'")
            let environment = ["PREFIX": "/opt/desk", "DESTDIR": root]
            func uninstall(_ words: String...) throws {
                let all = [Self.folder + "/uninstall"] + words
                #expect(try ChildProcess.run(all, environment: environment, outputIn: scratch.said).code == 0)
            }
            try uninstall()
            let left = try scratch.shell("cd '\(root)' && find . -type f | grep -v '^./etc/copydesk/' | sort").line
            #expect(left == "./var/lib/copydesk/copydesk.db")
            try uninstall("--purge")
            #expect(try scratch.shell("cd '\(root)' && find . -type f").line.isEmpty)
        }

        @Test(.enabled(if: Tool.has("lintian"), "lintian is missing"))
        func `lintian finds no error in the package`() throws {
            let scratch = try Scratch()
            let words = [Self.folder + "/package", "--binary", TestDesk.program, scratch.path]
            let made = try ChildProcess.run(
                words,
                outputIn: scratch.said
            )
            #expect(made.code == 0, "\(made.errors)")
            // The program under test finds the toolchain's library by a path; the one that is shipped has it inside.
            let tags = ["--suppress-tags", "custom-library-search-path", "--fail-on", "error"]
            let ending = try scratch.run(
                "sh",
                "-c",
                "exec lintian \"$@\" 2>&1",
                "sh",
                tags[0],
                tags[1],
                tags[2],
                tags[3],
                made.line
            )
            #expect(ending.code == 0, "\(ending.text)")
        }

        @Test func `manual pages and completions are what the tables make; .ci/manual makes them anew`() throws {
            let scratch = try Scratch()
            try scratch.shell("'\(Samples.repository)/.ci/manual' '\(TestDesk.program)' '\(scratch.path)/made'")
            let made = try scratch.shell("cd '\(scratch.path)/made' && find . -type f | sort").text
            #expect(made.split(separator: "\n").count == 7)
            for file in made.split(separator: "\n") {
                let isSame = try scratch.run("cmp", "\(scratch.path)/made/\(file)", "\(Samples.repository)/etc/\(file)")
                #expect(isSame.code == 0, "\(isSame.text)")
            }
        }

        @Test(
            .enabled(if: Tool.has("mandoc"), "mandoc is missing"),
            arguments: [
                "copydesk.1", "copydesk.conf.5", "copydesk-changes.5", "copydesk-schema.5", "copydesk-service.7",
            ]
        )
        func `mandoc has nothing to say about a manual page`(page: String) throws {
            let ending = try ChildProcess.run(
                ["mandoc", "-T", "lint", "\(Self.pages)/\(page)"],
                outputIn: FileManager.default.temporaryDirectory.path
            )
            // Pages that are not installed here are not found here.
            let said = (ending.text + ending.errors).split(separator: "\n")
                .filter { !$0.contains("referenced manual not found") && !$0.contains("mandoc.db") }
            #expect(said.isEmpty, "\(said)")
        }

        @Test func `copydesk-changes(5) names every key and every type that a desk writes`() throws {
            let page = try String(contentsOfFile: Self.pages + "/copydesk-changes.5", encoding: .utf8)
            let desk = try TestDesk()
            try desk.once(delivering: [Samples.seeds])
            let types = try desk.scratch.shell("jq -r .type '\(desk.changeLog)' | sort -u").text.split(separator: "\n")
            #expect(types.count > 5)
            for word in Contract.recordKeys + types.map(String.init) {
                #expect(page.contains(" \(word)\n") || page.contains(" \(word) "), "\(word)")
            }
        }

        @Test(arguments: [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])])
        func `a shell takes its completions`(shell: String, words: [String]) throws {
            guard Tool.has(shell) else { return Samples.skipped("\(shell) is missing") }
            let file = "\(Samples.repository)/etc/completions/copydesk.\(shell)"
            let ending = try ChildProcess.run(
                [shell] + words + [file],
                outputIn: FileManager.default.temporaryDirectory.path
            )
            #expect(ending.code == 0, "\(ending.errors)")
        }

        @Test(arguments: [
            ("copydesk st", "status"), ("copydesk changes --fo", "--follow --format"),
            ("copydesk changes --format js", "jsonl"), ("copydesk run --home /usr/sha", "/usr/share"),
        ])
        func `bash offers what fits`(typed: String, offered: String) throws {
            let scratch = try Scratch()
            let script = """
                . '\(Samples.repository)/etc/completions/copydesk.bash'
                COMP_WORDS=(\(typed)) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                _copydesk || true
                echo "${COMPREPLY[*]}"
                """
            #expect(try scratch.run("bash", "-c", script).line == offered)
        }
    }
}
