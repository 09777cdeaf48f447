import Pages

/// How much went with something that was forgotten, as the record of its deletion says it.
package struct RemovalCount: Sendable, Equatable {
    package var articles = 0
    package var revisions = 0
    package var teasers = 0
    /// Dumps that are gone altogether.
    package var dumps = 0
    /// Dumps of which only the bytes are gone, since they show other items.
    package var originals = 0

    package init() {}

    var members: [JSON.Member] {
        [
            .init("articles_deleted", .optional(articles)), .init("revisions_deleted", .optional(revisions)),
            .init("teasers_deleted", .optional(teasers)), .init("dumps_deleted", .optional(dumps)),
            .init("originals_deleted", .optional(originals)),
        ]
    }
}
