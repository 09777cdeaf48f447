import Pages
import Store
import TestSupport

/// One story as one page tells it.
struct Story {
    var title: String? = "Goat elected by a show of hooves"
    var body: String
    var on: String? = "2026-03-04"
    /// The site of the page; nil where the page tells none.
    var source: String? = "Tin Whistle Gazette"
    var outlet: String?
    /// The key of its page.
    var page: String?
    /// Lines that the page prints outside of the story.
    var lines: [String] = []

    /// A story of so many paragraphs, another one for each seed.
    init(_ seed: UInt64, paragraphs: Int = 4) {
        var writer = StoryWriter(seed: seed)
        title = writer.title()
        body = writer.body(paragraphs)
    }

    var paragraphs: [String] {
        get { body.split(separator: "\n").map(String.init) }
        set { body = newValue.joined(separator: "\n") }
    }

    var item: Item {
        var item = ScratchStore.article(title, body, on: on)
        item.outlet = outlet
        return item
    }

    /// The story with some of it otherwise.
    func with(_ change: (inout Story) -> Void) -> Story {
        var story = self
        change(&story)
        return story
    }

    /// The same text from another source.
    func at(_ source: String?) -> Story { with { $0.source = source } }

    /// The story with every so-manieth word replaced by one of its own.
    func rewritten(every step: Int, as name: String = "herring") -> Story {
        var count = 0
        return with { story in
            story.paragraphs = story.paragraphs.map { paragraph in
                paragraph.split(separator: " ").map { word in
                    count += 1
                    return count % step == 0 ? name : String(word)
                }.joined(separator: " ")
            }
        }
    }
}

/// A dump that tells these stories: its text holds their lines and those round them.
struct ToldDump {
    let text: String
    var page: Page
    let name: String

    init(_ stories: [Story], number: Int = 0) {
        let source = stories.first?.source
        var page = ScratchStore.page(stories.map(\.item), site: source)
        page.boilerplate = stories.flatMap(\.lines)
        self.page = page
        let told = stories.map {
            ([$0.title ?? "", $0.outlet ?? "", $0.on ?? ""] + $0.paragraphs).joined(separator: "\n")
        }
        text = ([source ?? ""] + page.boilerplate + told).joined(separator: "\n\n") + "\n"
        name = stories.first?.page.map { "\(number)_\($0).txt" } ?? "page \(number).txt"
    }

    var filed: FiledPage {
        get throws {
            let bytes = Array(text.utf8)
            return FiledPage(
                SHA256.digest(of: bytes.span),
                bytes: bytes,
                name: name,
                try TextDecoder.decode(bytes),
                page
            )
        }
    }
}
