/// The queries that a report shows its readers, so that they can list for themselves what it only counts.
///
/// They ask the public views and are typed into the stock shell.
package enum ShownQuery {
    /// Edits that changed words and were seen within the window, the newest first.
    package static func edits(_ window: ReportWindow) -> String {
        "SELECT seen_at, article_id, revision, title FROM revisions "
            + "WHERE \(condition(window, on: "seen_at"))nature = 'material' AND cause = 'source' ORDER BY seen_at DESC"
    }

    /// Refusals of the window that are not settled, the newest first.
    package static func refusals(_ window: ReportWindow) -> String {
        "SELECT * FROM rejections "
            + "WHERE \(condition(window, on: "received_at"))resolved_at IS NULL ORDER BY delivery DESC"
    }

    /// All groups, those of the most outlets first.
    package static let groups = "SELECT * FROM groups ORDER BY outlets DESC"

    private static func condition(_ window: ReportWindow, on column: String) -> String {
        (window.from.isEmpty ? "" : "\(column) >= '\(window.from)' AND ")
            + (window.before.map { "\(column) < '\($0)' AND " } ?? "")
    }
}
