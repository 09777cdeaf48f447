import Testing

extension ProgramTests {
    /// The small dumps that once came out wrong, each with the right values and a checker of its own.
    @Suite(.enabled(if: Disk.exists(Samples.sharedFaults), "no ../shared/faults on this machine"))
    struct SharedFaultsTests {

        @Test func `every dump that once came out wrong comes out right`() throws {
            let scratch = try Scratch()
            let ending = try scratch.run("python3", Samples.sharedFaults, TestDesk.program)
            #expect(ending.code == 0, "\(ending.text)\(ending.errors)")
        }
    }
}
