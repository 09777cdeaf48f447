import Foundation
import Testing

extension ProgramTests {
    /// What a service manager and an administrator see of the program.
    @Suite struct ServiceTests {
        @Test(.enabled(if: Samples.has("python3"), "python3 plays the service manager"))
        func `the desk tells a service manager that it is ready, reloads and stops, and lives in its state folder`()
            throws
        {
            let desk = try TestDesk()
            let script = """
                import os, signal, socket, subprocess, sys
                program, home, name = sys.argv[1:]
                listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                listener.bind(name)
                listener.settimeout(60)
                environment = dict(os.environ, NOTIFY_SOCKET=name, STATE_DIRECTORY=home)
                desk = subprocess.Popen([program, "run"], env=environment, stderr=subprocess.DEVNULL)
                def told(): return listener.recv(4096).decode().split("\\n")[0]
                print(told())
                desk.send_signal(signal.SIGHUP)
                print(told(), told())
                desk.send_signal(signal.SIGTERM)
                print(told(), desk.wait(60))
                """
            let ending = try desk.scratch.run(
                "python3",
                "-c",
                script,
                TestDesk.program,
                desk.home,
                desk.scratch.path + "/notify"
            )
            #expect(ending.line == "READY=1\nRELOADING=1 READY=1\nSTOPPING=1 0", "\(ending.errors)")
            #expect(FileManager.default.fileExists(atPath: desk.database))
        }

        @Test func `check --config checks the configuration in force, or a file, and touches no desk`() throws {
            let desk = try TestDesk()
            let inForce = try desk.start(["check", "--config"]).wait()
            #expect(inForce.code == 0)
            #expect(inForce.text.contains("# source = \(Samples.repository)/etc/copydesk/copydesk.conf"))
            #expect(inForce.text.contains("posted-by"))

            let file = try desk.scratch.file("bad.conf", "[inbox]\nafter = burn\n")
            let refused = try desk.start(["check", "--config", file]).wait()
            #expect(refused.code == 2)
            #expect(refused.errors == "copydesk: \(file):2: [inbox] after: 'burn' is neither consume nor keep\n")
            #expect(!FileManager.default.fileExists(atPath: desk.home))
        }
    }
}
