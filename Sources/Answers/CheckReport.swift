package import Store

/// What a check found.
package struct CheckReport: Sendable {
    /// What is wrong.
    package var defects: [Defect] = []
    /// What was compared.
    package var checked: [String] = []
    /// What could not be looked at, and why.
    package var leftOut: [String] = []

    mutating func add(_ part: Defect.Part, _ text: String) {
        defects.append(Defect(part, text))
    }
}
