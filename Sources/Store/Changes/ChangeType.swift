/// What happened, under the name that the change log gives it, and what it did to the row.
///
/// No enum: a newer copydesk may have written other types into this database, and their records must come out as well.
struct ChangeType: Hashable {
    /// What a change does to its row.
    enum Op: String {
        case created = "c"
        case updated = "u"
        case deleted = "d"
        case read = "r"
    }

    static let dumpReceived = ChangeType(.created, "dump.received")
    static let dumpDuplicate = ChangeType(.updated, "dump.duplicate")
    static let dumpSameText = ChangeType(.created, "dump.same_text")
    static let dumpRejected = ChangeType(.created, "dump.rejected")
    static let dumpRejectedAgain = ChangeType(.updated, "dump.rejected")
    /// A refused file was taken after all.
    static let dumpReleased = ChangeType(.updated, "dump.released")
    static let articleCreated = ChangeType(.created, "article.created")
    static let articleRevised = ChangeType(.updated, "article.revised")
    static let articleSeen = ChangeType(.updated, "article.seen")
    /// Newer rules read a dump otherwise: the article has a revision that its publisher did not make.
    static let dumpReread = ChangeType(.updated, "dump.reread")
    static let articleReread = ChangeType(.updated, "article.reread")
    static let articleDeleted = ChangeType(.deleted, "article.deleted")
    /// The article turned out to be an older one.
    static let articleMerged = ChangeType(.deleted, "article.merged")
    static let dumpDeleted = ChangeType(.deleted, "dump.deleted")
    static let groupMade = ChangeType(.created, "group.changed")
    static let groupChanged = ChangeType(.updated, "group.changed")
    static let groupDissolved = ChangeType(.deleted, "group.changed")
    static let teaserCreated = ChangeType(.created, "teaser.created")
    static let teaserSeen = ChangeType(.updated, "teaser.seen")
    static let teaserDeleted = ChangeType(.deleted, "teaser.deleted")
    /// One row of a view as it stands, or that it is gone, where no other record tells it.
    static let rowRevision = ChangeType(.read, "row.revision")
    static let rowRevisionGone = ChangeType(.deleted, "row.revision")
    static let rowAppearance = ChangeType(.read, "row.appearance")
    static let rowAppearanceGone = ChangeType(.deleted, "row.appearance")
    static let rowDump = ChangeType(.read, "row.dump")
    static let rowForgotten = ChangeType(.read, "row.forgotten")
    static let rowForgottenGone = ChangeType(.deleted, "row.forgotten")
    /// One part of a text that is too long for a line.
    static let contentPart = ChangeType(.created, "content.part")

    let op: Op
    let name: String

    /// Whether its record tells one row of a view.
    var tellsRow: Bool { name.hasPrefix("row.") }

    init(_ op: Op, _ name: String) {
        self.op = op
        self.name = name
    }
}
