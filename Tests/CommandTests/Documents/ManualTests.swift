import Testing

extension ProgramTests {
    /// What the manual pages show beside the examples of the commands.
    @Suite struct ManualTests {
        static let pages = ["etc/man/copydesk-changes.5", "etc/man/copydesk-schema.5", "etc/man/copydesk-service.7"]

        @Test(arguments: pages)
        func `every command and every query of a manual page does what it says`(page: String) throws {
            let blocks = try Document(page).blocks(for: .desk)
            #expect(!blocks.isEmpty)
            let reader = try DocumentReader()
            try reader.serve()
            for block in blocks { try reader.run(block) }
            let done = reader.report(page)
            #expect(done.commands + done.queries == blocks.count)
            try reader.stop()
        }
    }
}
