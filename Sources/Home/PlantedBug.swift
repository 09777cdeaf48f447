import Platform

/// Mistakes that a desk built for tests makes when its environment names one.
///
/// The crash tests plant each and must find it: a matrix that finds nothing in a desk with a bug proves nothing of one
/// without. What ships has neither the switch nor the mistakes: there every question below is a constant `false`.
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
    /// Whatever stands under the name of a file that was read leaves the inbox.
    case retireUnseen
    /// A file that was taken before a crash is taken again.
    case forgetTaken
    /// What is gone from the inbox is forgotten before that is durable.
    case forgetWithoutSync
    /// A rejected file is moved before its reason is written.
    case noReasonFirst
    /// The folder of rejected files is not synced after a move into it.
    case noSyncOfRejected

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
