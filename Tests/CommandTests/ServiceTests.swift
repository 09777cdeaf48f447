import Foundation
import TestSupport
import Testing

extension ProgramTests {
    /// What a service manager and an administrator see of the program.
    @Suite struct ServiceTests {
        @Test(.enabled(if: Tool.has("python3"), "python3 plays the service manager"))
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
                def told():
                    while True:
                        word = listener.recv(4096).decode().split("\\n")[0]
                        if not word.startswith("STATUS="): return word
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

        @Test(.enabled(if: Tool.has("python3"), "python3 plays the service manager"))
        func `an idle desk gives signs of life and says how it stands; one whose loop stands gives none`() throws {
            let desk = try TestDesk()
            let stall = desk.scratch.path + "/stall"
            let script = """
                import os, signal, socket, subprocess, sys, time
                program, home, name, stall = sys.argv[1:]
                listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
                listener.bind(name)
                listener.settimeout(60)
                environment = dict(os.environ, NOTIFY_SOCKET=name, WATCHDOG_USEC="400000", COPYDESK_TEST_STALL=stall)
                desk = subprocess.Popen([program, "run", "--home", home], env=environment, stderr=subprocess.DEVNULL)
                def until(wanted):
                    while True:
                        for line in listener.recv(4096).decode().split("\\n"):
                            if line.startswith(wanted): return line
                print(listener.recv(4096).decode().replace("\\n", " "))
                until("READY=1")
                print(until("WATCHDOG=1"), until("WATCHDOG=1"))
                alive = 0
                for _ in range(60):
                    desk.send_signal(signal.SIGHUP)
                    while True:
                        message = listener.recv(4096).decode()
                        alive += message == "WATCHDOG=1"
                        if message.startswith("READY=1"): break
                    time.sleep(0.02)
                print("alive" if alive else "silent while reloaded")
                open(stall, "w").close()
                try:
                    # Ten times the time after which a manager would have killed it.
                    listener.settimeout(4)
                    while True: listener.recv(4096)
                except TimeoutError: print("silent")
                os.unlink(stall)
                listener.settimeout(60)
                print(until("WATCHDOG=1"))
                with open(home + "/inbox/bad.txt", "w") as file: file.write("{}")
                print(until("STATUS=watching; 0 waiting; today 1 done, 1 rejected"))
                desk.send_signal(signal.SIGTERM)
                print(until("STOPPING=1"), desk.wait(60))
                """
            let words = ["python3", "-c", script, TestDesk.program, desk.home, desk.scratch.path + "/notify", stall]
            let ending = try ChildProcess.run(words, outputIn: desk.scratch.said)
            let told = ending.text.split(separator: "\n")
            #expect(
                told == [
                    "STATUS=opening the database EXTEND_TIMEOUT_USEC=1800000000", "WATCHDOG=1 WATCHDOG=1", "alive",
                    "silent",
                    "WATCHDOG=1", "STATUS=watching; 0 waiting; today 1 done, 1 rejected", "STOPPING=1 0",
                ],
                "\(ending.errors)"
            )
        }

        @Test func `run refuses a bad configuration with 78, by which its unit knows not to try again`() throws {
            let desk = try TestDesk()
            let file = try desk.scratch.file("bad.conf", "[inbox]\nafter = burn\n")
            #expect(try desk.command("run", "--config", file).code == 78)
            #expect(try desk.start(["run", "--nonsense"]).wait().code == 2)
        }

        @Test func `reload waits for the desk's answer: what changed, why it is refused, that nobody is there`() throws
        {
            let desk = try TestDesk()
            let configuration = try desk.scratch.file("copydesk.conf", "[inbox]\nquiet_seconds = 2\n")
            let nobody = try desk.command("reload")
            #expect(nobody.code == 1 && nobody.errors.contains("no desk serves \(desk.home)"))

            let serving = try desk.serve("--config", configuration)
            #expect(try desk.command("reload").line == "configuration read again: nothing changed")
            try desk.scratch.file("copydesk.conf", "[inbox]\nquiet_seconds = 3\n")
            let changed = try desk.command("reload", "--config", configuration)
            #expect(changed.code == 0)
            #expect(changed.line == "configuration changed: [inbox] quiet_seconds from '2.0' to '3.0'")
            try desk.scratch.file("copydesk.conf", "[database]\nsearch = off\n")
            let refused = try desk.command("reload", "--config", configuration)
            #expect(refused.code == 1)
            #expect(refused.errors.contains("[database] search cannot change while the desk runs"))
            try desk.scratch.file("copydesk.conf", "[database]\nsearch = perhaps\n")
            #expect(try desk.command("reload", "--config", configuration).code == 2)
            #expect(try desk.stop(serving).code == 0)
        }
    }
}
