import Testing

@testable import Pages

@Suite struct ASCIIStretchTests {
    @Test(arguments: 0..<ASCIIStretch.length)
    func `every byte at every place is told as it is told alone`(place: Int) {
        for byte in UInt8.min...UInt8.max {
            // Beside the byte that is asked for stand the first and the last of those that pass.
            for other in [UInt8(0x20), 0x7E] {
                var bytes = [UInt8](repeating: other, count: ASCIIStretch.length + 2)
                bytes[place + 1] = byte
                #expect(ASCIIStretch.isPrinting(bytes.span, 1) == (0x20...0x7E).contains(byte))
                #expect(ASCIIStretch.isText(bytes.span, 1) == (0x01...0x7F).contains(byte))
            }
        }
    }
}
