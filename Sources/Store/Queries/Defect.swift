/// Something that a check found not to be as it must be.
package struct Defect: Hashable, Sendable {
    /// Which part of what a desk holds is wrong: it decides what can be made anew.
    package enum Part: Sendable {
        case database
        case reference
        case changes
        case tally
        case index
        case original
        case changeLog
    }

    package let part: Part
    /// One line for a person, the part's name first.
    package let text: String

    package init(_ part: Part, _ text: String) {
        self.part = part
        self.text = text
    }
}
