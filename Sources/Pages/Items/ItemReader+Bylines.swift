extension ItemReader {
    /// Reads an item's bylines: the byline itself, authors, outlet, categories, number of comments and date.
    ///
    /// The first line that tells a field wins. Only the line that becomes the item's byline replaces authors that were
    /// read before it, such as those of a layout's footer.
    func readBylines(_ section: SegmenterOutline.Section, into item: inout Item) {
        for index in section.bylines.sorted() {
            guard let byline = bylines[index] else { continue }
            func add(_ field: String, _ range: Range<Int>) {
                self.add(field, by: byline.rule, place(of: range, in: index), to: &item)
            }
            let outlet = outlets.accepts(byline) ? byline.outlet : nil
            if byline.names, item.byline == nil, !isInside(section, index) {
                item.byline = list.string(index)
                self.add("byline", by: byline.rule, list.blocks[index].range, to: &item)
            }
            if let authors = byline.authors,
                !isInside(section, index) || isNearEnd(section, index),
                item.authors.isEmpty || item.byline == list.string(index)
            {
                item.evidence.removeAll { $0.field == "authors" }
                item.authors = Array(authors.value.prefix(BylineNames.mostNames))
                self.add(
                    "authors",
                    by: byline.isAuthorByLabel ? "label.author" : byline.rule,
                    place(of: authors.range, in: index),
                    to: &item
                )
            }
            if let outlet, item.outlet == nil {
                item.outlet = outlet.value
                add("outlet", outlet.range)
            }
            if let categories = byline.categories, item.categories.isEmpty, !categories.value.isEmpty {
                item.categories = categories.value
                add("categories", categories.range)
            }
            if let comments = byline.comments, item.commentCount == nil {
                item.commentCount = comments.value
                add("comment_count", comments.range)
            }
        }
        readDate(section, into: &item)
    }

    /// Reads the author from a line that is nothing but a name, or else from the note on the author, where no byline
    /// named one.
    func readNames(_ section: SegmenterOutline.Section, into item: inout Item) {
        guard item.authors.isEmpty else { return }
        guard let index = section.names.first else { return readAuthorNote(section, into: &item) }
        let text = list.text(index)
        item.authors = BylineNames.names(in: text)
        guard !item.authors.isEmpty else { return }
        var last = index
        // Several authors may be named one to a line.
        for next in section.names.dropFirst() where next == last + 1 {
            for name in BylineNames.names(in: list.text(next))
            where item.authors.count < BylineNames.mostNames && !item.authors.contains(name) {
                item.authors.append(name)
            }
            last = next
        }
        let range = list.blocks[index].range.lowerBound..<list.blocks[last].range.upperBound
        add("authors", by: "byline.bare-name", range, to: &item)
        guard item.byline == nil else { return }
        item.byline = String(decoding: text, as: UTF8.self)
        add("byline", by: "byline.bare-name", list.blocks[index].range, to: &item)
    }

    /// Reads the author from the note at the end of a story's text or below it.
    private func readAuthorNote(_ section: SegmenterOutline.Section, into item: inout Item) {
        guard let index = section.authorNote else { return }
        let text = list.text(index)
        guard let name = AuthorNote.name(in: text) else { return }
        item.authors = [String(decoding: text[name], as: UTF8.self)]
        add("authors", by: "author-note", place(of: name, in: index), to: &item)
    }

    /// Whether a line stands below an item's text, or right above its last block: a credit may have a notice below it.
    private func isNearEnd(_ section: SegmenterOutline.Section, _ index: Int) -> Bool {
        section.body.suffix(2).first.map { index > $0 } ?? false
    }

    /// Reads the agency and the date of a wire story, which stand after the place: `HARBOUR TOWN (Agency) — …`.
    ///
    /// A line of names and dates tells both better, but for the day of a later update.
    func readDateline(_ section: SegmenterOutline.Section, into item: inout Item) {
        guard item.kind == .article, let first = section.body.first, let dateline = DatelineReader(list.text(first))
        else { return }
        if item.outlet == nil, let agency = dateline.agency {
            item.outlet = String(decoding: list.text(first)[agency], as: UTF8.self)
            add("outlet", by: "dateline.agency", place(of: agency, in: first), to: &item)
        }
        if let date = dateline.date { takeDatelineDate(date, in: first, into: &item) }
    }
}
