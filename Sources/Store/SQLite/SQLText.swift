/// The text of a statement, by which its compiled form is found.
///
/// To hash a text of some hundred bytes takes as long as many a statement that it finds. Of a hundred statements hardly
/// two have the same length, so only that is hashed. Equal texts are compared byte by byte only where they are not the
/// same literal.
struct SQLText: Hashable {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(text.utf8.count)
    }
}
