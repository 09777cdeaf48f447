import Foundation
import Pages
import Testing

@testable import Store

@Suite("The key in a file's name")
struct PageKeyTests {
    @Test(
        "It is read from a running number and sixteen hexadecimal digits",
        arguments: [
            ("000_0123456789abcdef.txt", "0123456789abcdef"), ("7_ffffffffffffffff.txt", "ffffffffffffffff"),
            ("123456789012345678901234567890_0000000000000000.txt", "0000000000000000"),
        ]
    )
    func read(name: String, key: String) {
        #expect(PageKey.read(name) == key)
    }

    @Test(
        "No other name has one",
        arguments: [
            "", "_", "_0123456789abcdef.txt", "000_0123456789abcde.txt", "000_0123456789abcdef0.txt",
            "000_0123456789ABCDEF.txt", "000_0123456789abcdeg.txt", "000-0123456789abcdef.txt",
            "a00_0123456789abcdef.txt", "000_0123456789abcdef.TXT", "000_0123456789abcdef", "0٣_0123456789abcdef.txt",
            "000_0123456789abcdéf.txt", "000_1_0123456789abcdef.txt", "page.txt",
        ]
    )
    func none(name: String) {
        #expect(PageKey.read(name) == nil)
    }
}
