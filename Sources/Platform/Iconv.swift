import Glibc

/// The C library's conversion out of one encoding.
///
/// Its tables are modules that the library loads by name; where one is missing there is no conversion.
@safe
package struct Iconv: ~Copyable {
    /// Stands for a byte that means nothing in the encoding.
    package static let undecodable = UInt32.max

    private let conversion: iconv_t

    package init?(from encoding: String) {
        // One scalar is one word of the output, so what came of which bytes can be counted.
        let opened = unsafe iconv_open("UTF-32LE", encoding)
        // It fails with the pointer that is all ones.
        guard let opened = unsafe opened, Int(bitPattern: opened) != -1 else { return nil }
        unsafe conversion = opened
    }

    deinit {
        // It fails only for a descriptor that is none.
        _ = unsafe iconv_close(conversion)
    }

    /// The scalars that bytes mean, `undecodable` for each byte that means nothing.
    ///
    /// The encodings are without state: reading goes on at the byte after a bad one.
    package borrowing func scalars(_ bytes: [UInt8]) -> [UInt32] {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(bytes.count)
        var input = bytes
        var words = [UInt32](repeating: 0, count: 4096)
        var at = 0
        while at < input.count {
            let step = convert(&input, from: at, into: &words)
            for index in 0..<step.written { scalars.append(UInt32(littleEndian: words[index])) }
            at += step.read
            guard step.read == 0, step.written == 0 else { continue }
            // Neither read nor written: the byte here begins nothing, or a character that the end cuts off.
            scalars.append(Iconv.undecodable)
            at += 1
        }
        // Some encodings hold a letter back until it is clear that no mark follows.
        for index in 0..<flush(into: &words) { scalars.append(UInt32(littleEndian: words[index])) }
        return scalars
    }

    /// Converts until the output is full or a byte means nothing; it stops before that byte.
    private borrowing func convert(
        _ input: inout [UInt8],
        from start: Int,
        into words: inout [UInt32]
    ) -> (read: Int, written: Int) {
        unsafe input.withUnsafeMutableBytes { source in
            unsafe words.withUnsafeMutableBytes { target in
                guard let first = source.baseAddress, let space = target.baseAddress else { return (0, 0) }
                var from: UnsafeMutablePointer<CChar>? = unsafe (first + start).assumingMemoryBound(to: CChar.self)
                var to: UnsafeMutablePointer<CChar>? = unsafe space.assumingMemoryBound(to: CChar.self)
                var unread = source.count - start
                var room = target.count
                // Why it stopped shows in what it moved, so errno is not asked.
                _ = unsafe iconv(conversion, &from, &unread, &to, &room)
                return (source.count - start - unread, (target.count - room) / 4)
            }
        }
    }

    /// Writes what is held back, which is a scalar or two.
    private borrowing func flush(into words: inout [UInt32]) -> Int {
        unsafe words.withUnsafeMutableBytes { target in
            guard let space = target.baseAddress else { return 0 }
            var to: UnsafeMutablePointer<CChar>? = unsafe space.assumingMemoryBound(to: CChar.self)
            var room = target.count
            _ = unsafe iconv(conversion, nil, nil, &to, &room)
            return (target.count - room) / 4
        }
    }
}
