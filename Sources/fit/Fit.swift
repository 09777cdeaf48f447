import Foundation
import Pages

/// What `.ci/fit` needs of the very code that ships.
///
/// It tells what the reader observes of dumps, and how it reads them with a table that has been learned. The dumps are
/// named on standard input, one a line.
@main
struct Fit {
    private static let usage = """
        usage: fit observe BLOCKS <NAMES >OBSERVATIONS   write what the network sees of the dumps' blocks, and their texts
               fit read TABLE <NAMES >ITEMS              read the dumps with a table, without layouts

        """

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch (arguments.first, arguments.count) {
        case ("observe", 2): try ObservedDumps.write(texts: URL(filePath: arguments[2]))
        case ("read", 2): try ReadDumps.write(table: Data(contentsOf: URL(filePath: arguments[2])))
        case ("--help", _): FileHandle.standardOutput.write(Data(usage.utf8))
        default:
            FileHandle.standardError.write(Data(usage.utf8))
            exit(2)
        }
    }

    /// The next dump named on standard input: its file name and its text; nil at the end.
    static func next() throws -> (name: String, text: SourceText)? {
        guard let path = readLine() else { return nil }
        let url = URL(filePath: path)
        return (url.lastPathComponent, try TextDecoder.decode([UInt8](Data(contentsOf: url))))
    }
}
