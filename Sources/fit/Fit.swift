import Foundation
import Pages

/// Learns the weights of the label model from gold pages: pages whose items are known.
///
/// `fit EVALUATION` writes the table of weights to standard output. `fit EVALUATION --folds N` reads every page with
/// weights learned from the pages of other sites, and writes one line of JSON for each dump. `--draw N` makes other
/// pages to learn from, which shows how much of a figure is chance.
@main
struct Fit {
    static func main() throws {
        let arguments = CommandLine.arguments
        let isHelp = arguments.contains("--help")
        guard arguments.count >= 2, !isHelp else {
            let output = isHelp ? FileHandle.standardOutput : FileHandle.standardError
            output.write(Data("usage: fit EVALUATION [--folds N] [--draw N] [--rounds N] [--made N]\n".utf8))
            exit(isHelp ? 0 : 2)
        }
        guard FileManager.default.fileExists(atPath: arguments[1]) else {
            FileHandle.standardError.write(Data("fit: cannot learn from \(arguments[1]): no such folder\n".utf8))
            exit(1)
        }
        let pages = try GoldPage.all(in: URL(filePath: arguments[1]))
        let rounds = number("--rounds", usually: 10)
        let draw = number("--draw", usually: 0)
        let made = number("--made", usually: 250)
        let training = pages.compactMap(TrainingPage.init)
        FileHandle.standardError.write(
            Data("\(pages.count) pages, \(training.count) usable, \(LabelFeature.count) features\n".utf8)
        )
        let folds = number("--folds", usually: 5)
        let seen = Folds(pages: pages, training: training, count: folds, rounds: rounds, made: made, draw: draw)
        if option("--folds") != nil {
            for place in pages.indices { print(line(pages[place], seen.weights(for: place))) }
            return
        }
        var fit = Training()
        var lists = MadePages(pages, draw: draw)
        fit.run(training + lists.pages(made).compactMap(TrainingPage.init), rounds: rounds)
        var weights = fit.parameters.weights
        weights.kind = seen.kind(leaving: nil)
        print(weights.table, terminator: "")
    }

    private static func option(_ name: String) -> String? {
        guard let place = CommandLine.arguments.firstIndex(of: name) else { return nil }
        return CommandLine.arguments.dropFirst(place + 1).first
    }

    /// The value of an option, which must be a whole number, zero or more.
    private static func number(_ name: String, usually usual: Int) -> Int {
        guard let word = option(name) else { return usual }
        if let number = Int(word), number >= 0 { return number }
        FileHandle.standardError.write(Data("fit: \(name) takes one number, not \(word)\n".utf8))
        exit(2)
    }

    private static func line(_ page: GoldPage, _ weights: LabelWeights) -> String {
        var object: [String: Any] = ["dump": page.dump]
        let observations = Observations(BlockList(page.text).withoutInterjection(), nil)
        let gold = GoldLabels(page, observations).allowed
        let decision = PageDecision(observations, weights)
        let states = decision.states
        object["kind"] = decision.kind.values
        object["gold"] = page.isStory ? "story" : "list"
        object["read"] = decision.isList ? "list" : "story"
        object["blocks"] = observations.list.indices.map { index in
            [
                BlockLabel.allCases.filter { gold[index] & 1 << UInt16($0.rawValue) != 0 }.map { "\($0)" }
                    .joined(separator: ","),
                states[index].name, "\(observations.shapes[index])",
                String(decoding: observations.list.text(index).prefix(160), as: UTF8.self),
            ]
        }
        do {
            object["items"] = try Normaliser(layouts: [], weights: weights).read(page.text).items.map {
                item -> [String: Any] in
                [
                    "kind": item.kind.rawValue, "title": item.title ?? NSNull(), "authors": item.authors,
                    "outlet": item.outlet ?? NSNull(), "published_on": item.publishedOn ?? NSNull(),
                    "posted_on": item.postedOn ?? NSNull(), "body": item.body,
                ] as [String: Any]
            }
        } catch {
            object["error"] = "\(error)"
            object["items"] = [Any]()
        }
        let data = (try? JSONSerialization.data(withJSONObject: object)) ?? Data()
        return String(decoding: data, as: UTF8.self)
    }
}
