import Testing

extension ProgramTests {
    /// The small dumps that once came out wrong, each with the right values and a checker of its own.
    @Suite(.enabled(if: Disk.exists(SharedFaultsTests.checker), "no ../shared/faults on this machine"))
    struct SharedFaultsTests {
        static let checker = Samples.repository + "/../shared/faults/check.py"

        @Test func `every dump that once came out wrong comes out right`() throws {
            let scratch = try Scratch()
            let ending = try scratch.run("python3", SharedFaultsTests.checker, TestDesk.program)
            #expect(ending.code == 0, "\(ending.text)\(ending.errors)")
        }
    }
}
