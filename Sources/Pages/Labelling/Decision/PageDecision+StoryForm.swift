// Text that the label model loses, since it looks like a list's items or like a menu, and which its form shows to be the
// story's.
extension PageDecision {
    /// The labels of a story, with all that its form reaches as its text.
    static func whole(_ states: [PageState], _ form: StoryForm, _ observations: Observations) -> [PageState] {
        var states = states
        for index in 0..<form.head where states[index].part == .story {
            states[index] = PageState(part: .beforeStory, label: .navigation)
        }
        states[form.head] = PageState(part: .story, label: .headline)
        for index in (form.head + 1)..<form.body.lowerBound {
            let isAgain = StoryForm.isAgain(observations, index)
            states[index] = PageState(part: .story, label: isAgain ? .repeated : .byline)
        }
        for index in form.body {
            states[index] = PageState(part: .story, label: label(states[index], at: index, observations))
        }
        for index in form.body.upperBound..<states.count where states[index].part == .story {
            if states[index].label.isText, !StoryForm.isRight(observations, index) { continue }
            states[index] = PageState(part: .story, label: .aside)
        }
        return states
    }

    private static func label(_ state: PageState, at index: Int, _ observations: Observations) -> BlockLabel {
        if state.part == .story, ![.aside, .headline, .above].contains(state.label) { return state.label }
        return switch observations.shapes[index] {
        case .caption: .caption
        case .notice: .aside
        case .byline, .name: .byline
        case .headline, .shortHeadline, .heading, .scrap:
            observations.list.statistics[index].endsSentence ? .paragraph : .subheading
        default: .paragraph
        }
    }
}
