@testable import Answers
@testable import Desk
@testable import Home

/// The fault that `body` ends with, nil where it ends well.
func fault(_ body: () throws(Fault) -> Void) -> Fault? {
    do throws(Fault) {
        try body()
        return nil
    } catch {
        return error
    }
}
