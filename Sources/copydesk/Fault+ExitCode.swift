import Home

extension Fault {
    /// The exit code of a command that ends with this fault (design, section 7).
    var exitCode: Int32 {
        switch kind {
        case .machine, .refused: 1
        case .configuration, .usage: 2
        case .historyGone: 3
        case .held: 4
        }
    }
}
