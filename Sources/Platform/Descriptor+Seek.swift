import Glibc

extension Descriptor {
    /// Goes back to the file's first byte.
    package func rewind() throws(Errno) {
        try SystemCall.call("lseek") { Int(lseek(raw, 0, SEEK_SET)) }
    }
}
