import Foundation
import TestSupport

/// A page that shows the newest five of sixteen invented posts: a new one each month at the top, and the oldest leaves.
struct Archive {
    struct Post {
        var title: String
        let author: String
        var paragraphs: [String]
        let on: String

        /// The post as the archive page prints it, with the line that closes it.
        var onArchive: String {
            ([title, "By \(author) | Tin Whistle Gazette | \(on)"] + paragraphs + [
                "\(on) Posted by | Town Life | , | Leave a comment"
            ])
            .joined(separator: "\n\n")
        }

        /// The post on a page of its own at another outlet.
        func alone(at outlet: String, on day: String) -> String {
            ([outlet, title, "By \(author) | \(outlet) | \(day)"] + paragraphs).joined(separator: "\n\n") + "\n"
        }
    }

    static let months = 12
    static let shown = 5
    static let pageKey = "5e1f7a9c03b6d284"

    let posts: [Post]

    init() throws {
        let text = try String(contentsOfFile: Archive.fixture("year-of-posts.txt"), encoding: .utf8)
        posts = text.components(separatedBy: "\n\n").enumerated().map { number, post in
            let lines = post.split(separator: "\n").map(String.init)
            return Post(
                title: lines[0],
                author: String(lines[1].dropFirst(3)),
                paragraphs: Array(lines[2...]),
                on: Archive.day(number)
            )
        }
    }

    static func fixture(_ name: String) -> String { Checkout.path + "/Tests/CommandTests/Fixtures/" + name }

    /// The third of the month in which a post came, from September 2024 on.
    private static func day(_ number: Int) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let month = 8 + number
        return "\(names[month % 12]) \(3 + number), \(2024 + month / 12)"
    }

    /// The posts on the page in a month, the newest first, with what was planted by then.
    func page(_ month: Int) -> [(number: Int, post: Post)] {
        (month..<month + Archive.shown).reversed().filter { !Planted.removed($0, in: month) }
            .map { ($0, Planted.post($0, posts[$0], in: month)) }
    }

    /// The dump of a visit; lines round the posts change twice in the year.
    func dump(_ month: Int) -> String {
        let (head, foot): ([String], [String]) =
            switch month {
            case 0..<7: ([], [])
            case 7..<9: (["Skip to content"], ["Subscribe to our newsletter"])
            default: (["Skip to content", "Advertisement"], ["Subscribe to our newsletter", "Most Read"])
            }
        let told = page(month).map(\.post.onArchive)
        return (["Tin Whistle Gazette", "News from where the kettle is"] + head + told + foot).joined(separator: "\n\n")
            + "\n"
    }

    func name(_ month: Int) -> String {
        let number = String(month)
        return String(repeating: "0", count: 3 - number.count) + number + "_\(Archive.pageKey).txt"
    }
}

/// What happens to the posts in the course of the year, and what the change log must say of it.
enum Planted {
    private static let numberChanged = (post: 4, from: 2)
    private static let punctuationChanged = (post: 5, from: 3)
    private static let retitled = (post: 7, from: 4)
    private static let addedTo = (post: 6, only: 5)
    private static let taken = (post: 8, from: 5)
    /// Another outlet tells this post in this month, after the archive.
    static let copied = (post: 9, month: 6)

    static func removed(_ number: Int, in month: Int) -> Bool { number == taken.post && month >= taken.from }

    static func post(_ number: Int, _ post: Archive.Post, in month: Int) -> Archive.Post {
        var post = post
        switch number {
        case numberChanged.post where month >= numberChanged.from:
            post.paragraphs[0] = post.paragraphs[0].replacingOccurrences(of: "340", with: "430")
        case punctuationChanged.post where month >= punctuationChanged.from:
            post.paragraphs[1] = post.paragraphs[1].replacingOccurrences(
                of: ", who has stepped down,",
                with: " (who has stepped down)"
            )
        case retitled.post where month >= retitled.from:
            post.title = "Spaniel may sing bass in the chapel choir"
        case addedTo.post where month == addedTo.only:
            post.paragraphs.insert("Correction: the pike is a perch, and it was not stuffed by the mayor.", at: 1)
        default: break
        }
        return post
    }

    /// The type of the article's change that a visit makes of a post it shows, and the nature of a revision.
    static func change(_ number: Int, in month: Int) -> String {
        if month == 0 || number == month + Archive.shown - 1 { return "article.created" }
        return switch (number, month) {
        case (numberChanged.post, numberChanged.from), (retitled.post, retitled.from), (addedTo.post, addedTo.only):
            "article.revised material"
        case (punctuationChanged.post, punctuationChanged.from): "article.revised cosmetic"
        default: "article.seen"
        }
    }
}
