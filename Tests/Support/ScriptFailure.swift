/// What went wrong with a script or a program that a test needs, and that it does not test.
package struct ScriptFailure: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
