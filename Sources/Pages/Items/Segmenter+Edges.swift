// What stands right above a story's text or right below it and was taken for a part of the story.
extension Segmenter {
    /// Takes notices off the end of each item's text: rights, where it appeared first.
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

    /// Leaves the points that sum a lone story up above its text: its headline stands above the first of them.
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

    /// Shorter lines above a list are its heading as often as the story's.
    private static let leastHeadline = 5
}
