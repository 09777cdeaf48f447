import Home
import Platform

extension Path {
    /// A hidden name beside this one that nobody else uses: a file has it until it is whole.
    func hiddenBeside() throws(Fault) -> Path {
        let random = try doing("get random bytes") { () throws(Errno) in try Random.bytes(4) }
        return parent.appending(
            Array(".".utf8) + lastComponent + Array("-".utf8) + Identifier.hexadecimal(random)
        )
    }
}
