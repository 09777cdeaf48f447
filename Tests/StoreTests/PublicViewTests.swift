import Pages
import Testing

@testable import Store

@Suite struct PublicViewTests {
    @Test(arguments: PublicView.all)
    func `a view has the columns of the contract in their order`(view: PublicView) throws {
        let store = try ScratchStore().store
        #expect(try store.ask("SELECT name FROM pragma_table_info('\(view.name)') ORDER BY cid") == view.columns)
    }

    @Test(arguments: PublicView.all)
    func `schema_column says what each column of a view means, and nothing else`(view: PublicView) throws {
        let store = try ScratchStore().store
        let said = try store.ask(
            "SELECT \"column\" FROM schema_column WHERE view = '\(view.name)' AND length(meaning) > 3 AND length(type) > 3"
        )
        #expect(Set(said) == Set(view.columns))
        #expect(said.count == view.columns.count)
    }

    @Test func `schema_column and the database name the same views`() throws {
        let store = try ScratchStore().store
        #expect(
            try store.ask("SELECT DISTINCT view FROM schema_column ORDER BY 1") == PublicView.all.map(\.name).sorted()
        )
    }

    @Test(arguments: PublicView.all)
    func `values have the type that schema_column says`(view: PublicView) throws {
        let scratch = try History().scratch
        for column in view.columns {
            let wrong = try scratch.store.ask(
                """
                SELECT typeof("\(column)") FROM \(view.name) WHERE "\(column)" IS NOT NULL AND upper(typeof("\(column)"))
                    <> (SELECT type FROM schema_column WHERE view = '\(view.name)' AND "column" = '\(column)')
                """
            )
            #expect(wrong == [], "\(view.name).\(column)")
        }
    }

    @Test(arguments: PublicView.all)
    func `unknown is NULL and never an empty text`(view: PublicView) throws {
        let scratch = try History().scratch
        for column in view.columns {
            #expect(
                try scratch.store.ask("SELECT 1 FROM \(view.name) WHERE \"\(column)\" = ''") == [],
                "\(view.name).\(column)"
            )
        }
    }

    @Test func `a list stands as JSON and joined by semicolons`() throws {
        let scratch = try ScratchStore()
        var item = ScratchStore.article("Two hands", "They wrote it together.")
        item.authors = ["Ada \"the Pen\" Quill", "Bo; Ink"]
        item.categories = ["Harbour"]
        try scratch.take(ScratchStore.page([item]), dump: "lists")
        let row = try scratch.store.ask("SELECT authors, authors_json, categories FROM articles", columns: 3)
        #expect(row == [#"Ada "the Pen" Quill; Bo; Ink|["Ada \"the Pen\" Quill","Bo; Ink"]|Harbour"#])
    }
}
