import Testing

/// The tests that start processes, or that such a start would disturb, one after another.
///
/// Between fork and exec a child holds a copy of every descriptor, those to be closed on exec too: a lease would find a
/// writer, or a lock a holder, that no test has made.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct SerialTests {}
