/// What one line says of who wrote an item, for whom, and when.
struct Byline: Hashable, Sendable {
    /// A value and where it stands in the line's text.
    struct Part<Value: Hashable & Sendable>: Hashable, Sendable {
        let value: Value
        let range: Range<Int>
    }

    var authors: Part<[String]>?
    var outlet: Part<String>?
    var date: DateReader.Found?
    /// Whether its date is that of a change made later ("Updated …"), which is no publication date.
    var isUpdate = false
    var comments: Part<Int>?
    var categories: Part<[String]>?
    /// The name of the form that was read.
    var rule: String

    /// Whether it names anybody; a date on a line of its own is no byline.
    var names: Bool { authors != nil || outlet != nil }
}
