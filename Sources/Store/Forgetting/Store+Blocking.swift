package import Pages

// What is refused since it was forgotten and blocked.
extension Store {
    /// Why a delivery is refused that brings what is blocked; nil where it brings nothing of that.
    package func refusal(of content: Delivery.Content) throws(StoreError) -> Refusal? {
        guard
            try connection.first("SELECT 1 FROM tombstone WHERE blocked = 1 LIMIT 1", doing: doing, { _ in true })
                != nil
        else { return nil }
        let tombstone: Tombstone?
        switch content {
        case .refused: return nil
        case .known(let digest): tombstone = try blocking(digest.hex)
        case .page(let page): tombstone = try blocking(page)
        }
        guard let tombstone else { return nil }
        // A dump that was blocked with an article is let in with that.
        let article = try article(blockedAt: tombstone.forgottenAt)
        let known = article ?? tombstone.id
        let what = article == nil ? "it is the dump" : "it shows the article"
        return Refusal(
            .blocked,
            "\(what) \(known), which was forgotten on \(tombstone.forgottenAt.prefix(10)) and is blocked: "
                + "\(tombstone.reason). `copydesk forget \(known) --reason TEXT` without --block lets it in"
        )
    }

    private var doing: String { "look for what is blocked" }

    private func blocking(_ id: String) throws(StoreError) -> Tombstone? {
        try connection.first(
            Tombstone.query + " WHERE id = ?1 AND blocked = 1",
            [.text(id)],
            doing: doing,
            Tombstone.init
        )
    }

    private func blocking(_ page: FiledPage) throws(StoreError) -> Tombstone? {
        if let tombstone = try blocking(page.digest.hex) { return tombstone }
        // The same text in other bytes.
        let twin = try connection.first(
            "SELECT t.id FROM dump d JOIN tombstone t ON t.id = d.sha256 WHERE d.text_sha256 = ?1 AND t.blocked = 1",
            [.text(page.textDigest.hex)],
            doing: doing
        ) { $0.text(0) }
        if let twin, let tombstone = try blocking(twin) { return tombstone }
        for item in page.items where item.item.kind == .article {
            if let tombstone = try blocking(item.id) { return tombstone }
            if let tombstone = try blocking(item.foldedHash) { return tombstone }
        }
        return nil
    }

    private func article(blockedAt time: String) throws(StoreError) -> String? {
        try connection.first(
            """
            SELECT id FROM tombstone WHERE forgotten_at = ?1 AND kind = 'article' AND blocked = 1 ORDER BY id LIMIT 1
            """,
            [.text(time)],
            doing: doing
        ) { $0.text(0) }
    }

    /// Removes the tombstones of what a page brings again.
    func liftTombstones(of page: FiledPage) throws(StoreError) {
        let doing = "take in what was forgotten"
        guard try connection.first("SELECT 1 FROM tombstone LIMIT 1", doing: doing, { _ in true }) != nil else {
            return
        }
        let items = page.items.filter { $0.item.kind == .article }
        for id in [page.digest.hex] + items.map(\.id) + items.map(\.foldedHash) {
            try connection.run("DELETE FROM tombstone WHERE id = ?1 AND blocked = 0", [.text(id)], doing: doing)
            guard connection.changedRows > 0 else { continue }
            try noteRow(ofTombstone: id, id == page.digest.hex ? .dump : .article, nil, .source)
        }
    }
}
