import Testing

/// All tests of the room Desk, one after another.
///
/// They hold leases, force errors of system calls and start processes: a child between fork and exec has a copy of
/// every descriptor, so a lease beside it would find a writer that no test has made.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct SerialTests {}
