import Foundation
import TestSupport

/// Pages that tests make up, and where the repository keeps its own.
enum Samples {
    /// The repository's top folder.
    static let repository = Checkout.path
    static let seeds = repository + "/seeds"
    /// Checks the dumps that once came out wrong, on machines that have them.
    static let sharedFaults = repository + "/../shared/faults/check.py"
    /// The user's own dumps and what they hold, on machines that have them.
    static let userSeeds = repository + "/../shared/seeds"
    static let userGold = repository + "/../shared/eval/gold/seeds.json"
    static let layouts = repository + "/etc/copydesk/layouts.d"

    /// A page that the general rules read as one article, different for each number.
    static func page(_ number: Int, paragraphs: Int = 1) -> String {
        var text = "Ferry \(number) gets a later timetable at Port Aldery\n"
        for paragraph in 1...paragraphs {
            text +=
                "\nThe harbour office said on Monday that sailing \(number) will leave the old quay some minutes later "
            text += "than it did last year, because tide gauge \(paragraph) was moved to the other side of the basin.\n"
        }
        return text
    }

    /// Says in the test's output that a part was left out, and why.
    static func skipped(_ what: String) {
        print("skipped: \(what)")
    }
}
