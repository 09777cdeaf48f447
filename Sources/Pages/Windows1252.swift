/// The 32 bytes in which windows-1252 differs from ISO-8859-1.
enum Windows1252 {
    /// The scalar of a byte 0x80…0x9F, or nil for the five bytes the code page leaves undefined.
    ///
    /// After Microsoft's own table; the WHATWG one gives those five to C1 controls, which no text means.
    static func scalar(_ byte: UInt8) -> UInt32? {
        guard 0x80...0x9F ~= byte else { return UInt32(byte) }
        let value = upper[Int(byte - 0x80)]
        return value == 0 ? nil : value
    }

    private static let upper: [32 of UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
}
