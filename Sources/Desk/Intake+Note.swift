import Platform

// What the note of the batch in work holds at each step: who is to blame if the process ends there.
extension Intake {
    /// Notes the names in work before anything of theirs is read: these, those in hand, and the suspects that have not
    /// had their turn.
    func noteWork(with looks: [Look]) throws(Fault) {
        let paths = looks.compactMap { $0.isDelivery ? $0.path : nil }
        guard !paths.isEmpty else { return }
        try note.begin(suspects?.paths ?? inHand.flatMap(\.paths) + paths, tries: suspects.map { $0.tries + 1 } ?? 0)
    }

    /// Notes that the first batch in hand is filed; what is read meanwhile stays noted.
    func noteFiled() throws(Fault) {
        let others = inHand.dropFirst().flatMap(\.paths)
        if others.isEmpty { try note.end() } else { try note.begin(others, tries: 0) }
    }

    /// Ends a suspect's turn, however it went: what has not had its turn yet stays noted.
    func closeSuspect() throws(Fault) {
        guard suspects != nil else { return }
        suspects?.next()
        if let paths = suspects?.paths, !paths.isEmpty {
            try note.begin(paths, tries: 0)
        } else {
            suspects = nil
            try note.end()
        }
    }
}
