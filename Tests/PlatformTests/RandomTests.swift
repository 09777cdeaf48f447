import Platform
import Testing

@Suite struct RandomTests {
    @Test func `random bytes are as many as asked for, and never the same`() throws {
        #expect(try Random.bytes(0).isEmpty)
        #expect(try Random.bytes(100_000).count == 100_000)
        #expect(try Random.bytes(16) != Random.bytes(16))
    }
}
