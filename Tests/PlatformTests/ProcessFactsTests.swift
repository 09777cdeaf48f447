import Foundation
import Platform
import Testing

@Suite struct ProcessFactsTests {
    @Test func `the process knows its number, its program and its environment`() throws {
        #expect(ProcessFacts.pid == ProcessInfo.processInfo.processIdentifier)
        let program = try #require(ProcessFacts.executablePath)
        #expect(program.isAbsolute)
        #expect(try FileStatus.of(program).kind == .regular)
        #expect(ProcessFacts.environment("PATH") == ProcessInfo.processInfo.environment["PATH"])
        #expect(ProcessFacts.environment("COPYDESK_NO_SUCH_VARIABLE") == nil)
    }
}
