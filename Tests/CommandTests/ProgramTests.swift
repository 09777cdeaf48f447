import Testing

/// The tests of the real program, one after another.
///
/// Each starts processes that keep both cores busy; two beside each other would only wait longer for the same.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct ProgramTests {}
