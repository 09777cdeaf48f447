import Foundation
import Pages
import Testing

@testable import Store

/// The key in a file's name.
@Suite struct PageKeyTests {
    @Test(arguments: [
        ("000_0123456789abcdef.txt", "0123456789abcdef"), ("7_ffffffffffffffff.txt", "ffffffffffffffff"),
        ("123456789012345678901234567890_0000000000000000.txt", "0000000000000000"),
    ])
    func `the key is read from a running number and sixteen hexadecimal digits`(name: String, key: String) {
        #expect(PageKey.read(name) == key)
    }

    @Test(arguments: [
        "", "_", "_0123456789abcdef.txt", "000_0123456789abcde.txt", "000_0123456789abcdef0.txt",
        "000_0123456789ABCDEF.txt", "000_0123456789abcdeg.txt", "000-0123456789abcdef.txt",
        "a00_0123456789abcdef.txt", "000_0123456789abcdef.TXT", "000_0123456789abcdef", "0٣_0123456789abcdef.txt",
        "000_0123456789abcdéf.txt", "000_1_0123456789abcdef.txt", "page.txt",
    ])
    func `no other name has a key`(name: String) {
        #expect(PageKey.read(name) == nil)
    }
}
