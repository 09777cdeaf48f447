import Desk
import Platform

/// Reports the work of a desk where no terminal shows it: one line for each batch, in the journal or a file.
final class BatchLines: Observer {
    private let journal: Journal

    init(_ journal: Journal) {
        self.journal = journal
    }

    func show(_ batch: Batch, took nanoseconds: Int64, waiting: Int) {
        guard batch.files > 0 || !batch.complaints.isEmpty else { return }
        sayFaults(of: batch)
        say(
            .info,
            "\(count(batch.files, "file")): \(batch.outcomeText); \(count(batch.articles, "article")), "
                + "\(count(batch.teasers, "teaser")); seq \(batch.lastSeq); "
                + "\(nanoseconds / 1_000_000) ms; \(waiting) waiting",
            []
        )
    }

    func finish() {}

    func say(_ priority: Journal.Priority, _ message: String, _ fields: [Journal.Field]) {
        journal.say(priority, message, fields)
    }

    private func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}

extension Observer {
    /// Reports what could not be done for single files of a batch, and what was rejected.
    func sayFaults(of batch: Batch) {
        for complaint in batch.complaints { say(.warning, complaint, []) }
        for rejection in batch.rejections { say(.warning, rejection.message, rejection.fields) }
    }
}
