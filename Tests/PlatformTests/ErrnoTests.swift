import Platform
import Testing

@Suite struct ErrnoTests {
    @Test(arguments: [
        (Errno.noEntry, "No such file or directory (ENOENT)"),
        (.noSpace, "No space left on device (ENOSPC)"),
        (.wouldBlock, "Resource temporarily unavailable (EAGAIN)"),
        (.quotaExceeded, "Disk quota exceeded (EDQUOT)"),
    ])
    func `an error is described by the system's words and its symbol`(error: Errno, text: String) {
        #expect(error.description == text)
    }

    @Test func `a number that no error has is still described`() {
        #expect(Errno(code: 9999).description.hasSuffix("(error 9999)"))
    }
}
