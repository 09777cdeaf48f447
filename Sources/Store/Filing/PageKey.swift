/// The key of the page a dump was taken from, which is part of a file name like `NNN_<16 hex>.txt`.
enum PageKey {
    /// The 16 hexadecimal digits; nil for a name of another form.
    static func read(_ name: String) -> String? {
        let bytes = Array(name.utf8)
        guard let bar = bytes.firstIndex(of: UInt8(ascii: "_")), bar > 0, bytes.count == bar + 21,
            bytes[..<bar].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            bytes[(bar + 17)...].elementsEqual(".txt".utf8)
        else { return nil }
        let key = bytes[(bar + 1)...(bar + 16)]
        let isHexadecimal = key.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
        }
        return isHexadecimal ? String(decoding: key, as: UTF8.self) : nil
    }
}
