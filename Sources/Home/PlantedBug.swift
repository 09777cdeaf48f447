import Platform

/// Bugs that a test build has on purpose, if its environment names one.
///
/// The crash tests plant each bug and must find it: tests that find nothing in a desk with a bug prove nothing about a
/// desk without. The program that ships has neither the switch nor the bugs: there `isPlanted` is always false.
package enum PlantedBug {
    /// Files leave the inbox before their commit.
    case unlinkBeforeCommit
    /// Lines of the log are written before their commit.
    case lineBeforeCommit
    /// A torn last line of the log is left torn, and the next one is written after it.
    case noTailRepair
    /// Commits are not made durable.
    case normalSync
    /// A delivered copy gets its name before its bytes are durable.
    case deliverWithoutSync
    /// A file leaves the inbox even if it is no longer the one that was read.
    case retireUnseen
    /// A file that was taken before a crash is taken again.
    case forgetTaken
    /// Files that left the inbox are forgotten before their removal is durable.
    case forgetWithoutSync
    /// A rejected file is moved before its reason is written.
    case noReasonFirst
    /// The folder of rejected files is not synced after a move into it.
    case noSyncOfRejected
    /// An older version's rules, which lose the last paragraph of every article.
    case olderReader

    package var isPlanted: Bool {
        #if DEBUG
            PlantedBug.planted == "\(self)"
        #else
            false
        #endif
    }

    #if DEBUG
        private static let planted = ProcessFacts.environment("COPYDESK_TEST_BUG")
    #endif
}
