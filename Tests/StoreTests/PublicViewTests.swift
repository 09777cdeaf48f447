import Pages
import Testing

@testable import Store

@Suite("The public views")
struct PublicViewTests {
    @Test("A view has the columns of the contract in their order", arguments: PublicView.all)
    func columns(view: PublicView) throws {
        let store = try Bench().store
        #expect(try store.ask("SELECT name FROM pragma_table_info('\(view.name)') ORDER BY cid") == view.columns)
    }

    @Test("schema_column says what each column of a view means, and nothing else", arguments: PublicView.all)
    func documented(view: PublicView) throws {
        let store = try Bench().store
        let said = try store.ask(
            "SELECT \"column\" FROM schema_column WHERE view = '\(view.name)' AND length(meaning) > 3 AND length(type) > 3"
        )
        #expect(Set(said) == Set(view.columns))
        #expect(said.count == view.columns.count)
    }

    @Test("schema_column and the database name the same views")
    func views() throws {
        let store = try Bench().store
        #expect(
            try store.ask("SELECT DISTINCT view FROM schema_column ORDER BY 1") == PublicView.all.map(\.name).sorted()
        )
    }

    @Test("Values have the type that schema_column says", arguments: PublicView.all)
    func types(view: PublicView) throws {
        let bench = try History().bench
        for column in view.columns {
            let wrong = try bench.store.ask(
                """
                SELECT typeof("\(column)") FROM \(view.name) WHERE "\(column)" IS NOT NULL AND upper(typeof("\(column)"))
                    <> (SELECT type FROM schema_column WHERE view = '\(view.name)' AND "column" = '\(column)')
                """
            )
            #expect(wrong == [], "\(view.name).\(column)")
        }
    }

    @Test("Unknown is NULL and never an empty text", arguments: PublicView.all)
    func emptyTexts(view: PublicView) throws {
        let bench = try History().bench
        for column in view.columns {
            #expect(
                try bench.store.ask("SELECT 1 FROM \(view.name) WHERE \"\(column)\" = ''") == [],
                "\(view.name).\(column)"
            )
        }
    }

    @Test("A list stands as JSON and joined by semicolons")
    func lists() throws {
        let bench = try Bench()
        var item = Bench.article("Two hands", "They wrote it together.")
        item.authors = ["Ada \"the Pen\" Quill", "Bo; Ink"]
        item.categories = ["Harbour"]
        try bench.take(Bench.page([item]), dump: "lists")
        let row = try bench.store.ask("SELECT authors, authors_json, categories FROM articles", columns: 3)
        #expect(row == [#"Ada "the Pen" Quill; Bo; Ink|["Ada \"the Pen\" Quill","Bo; Ink"]|Harbour"#])
    }
}
