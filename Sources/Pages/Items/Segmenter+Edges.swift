// Corrects blocks right above a story's text or at its end that were taken for a part of the story.
extension Segmenter {
    /// Takes notices off the end of each item's text, such as copyright lines and where the text appeared first.
    mutating func dropNoticesAfter() {
        for place in outline.sections.indices {
            while outline.sections[place].body.count > 1, let last = outline.sections[place].body.last,
                observations.shapes[last] == .notice
            {
                outline.sections[place].body.removeLast()
                taken[last] = false
            }
        }
    }

    /// Takes the headline above a list of points, where the page's only story has one of the points as its headline.
    ///
    /// Such points sum the story up; they stand between its headline and its text.
    mutating func leavePoints() {
        guard outline.sections.count == 1, let title = outline.sections[0].title, list.blocks[title].isListed else {
            return
        }
        var first = title
        while first > 0, list.blocks[first - 1].isListed, !taken[first - 1] { first -= 1 }
        guard first > 0, first < title, !taken[first - 1], list.statistics[first - 1].words >= Segmenter.leastHeadline
        else { return }
        switch observations.shapes[first - 1] {
        case .headline, .heading: break
        default: return
        }
        outline.sections[0].title = first - 1
        taken[first - 1] = true
        for point in first...title {
            outline.sections[0].aside.append(point)
            taken[point] = true
        }
    }

    /// Above a list, a line with fewer words than this is as often the list's heading as the story's headline.
    private static let leastHeadline = 5
}
