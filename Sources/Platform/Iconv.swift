import Glibc

/// The C library's conversion from one encoding.
///
/// The library loads the table of an encoding by its name, as a module; where that is missing, there is no conversion.
@safe
package struct Iconv: ~Copyable {
    /// Stands for a byte that means nothing in the encoding.
    package static let undecodable = UInt32.max

    private let conversion: iconv_t

    package init?(from encoding: String) {
        // UTF-32, where each scalar is one word, so it can be counted which scalars came of which bytes.
        let opened = unsafe iconv_open("UTF-32LE", encoding)
        // A failure is the pointer with all bits set.
        guard let opened = unsafe opened, Int(bitPattern: opened) != -1 else { return nil }
        unsafe conversion = opened
    }

    deinit {
        // Fails only for a descriptor that is not open.
        _ = unsafe iconv_close(conversion)
    }

    /// The scalars that bytes stand for, with `undecodable` for each byte that means nothing.
    ///
    /// The encodings have no shift state, so reading goes on at the byte after a bad one.
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
            // Nothing read and nothing written: the byte here begins no character, or one that the end of the input
            // cuts off.
            scalars.append(Iconv.undecodable)
            at += 1
        }
        // In some encodings a letter is held back until it is clear that no combining mark follows.
        for index in 0..<flush(into: &words) { scalars.append(UInt32(littleEndian: words[index])) }
        return scalars
    }

    /// Converts until the output is full, or to the first byte that means nothing.
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
                // How far it moved the pointers tells why it stopped, so errno is not needed.
                _ = unsafe iconv(conversion, &from, &unread, &to, &room)
                return (source.count - start - unread, (target.count - room) / 4)
            }
        }
    }

    /// Writes what the conversion holds back, which is a scalar or two.
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
