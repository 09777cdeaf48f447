/// A page's blocks with their labels, and what the network says of the lines that hold dates and names.
struct LabelledPage: Sendable {
    let labels: [BlockLabel]
    /// The form that makes the page one story whatever the network says; nil for none.
    let form: StoryForm.Kind?
    let scores: LabelPass.Scores

    init(_ observations: Observations, _ network: LabelNetwork) {
        var reader = BlockReader(observations)
        var pass = LabelPass(network, pageRows: observations.pageRows(), count: observations.list.count)
        while reader.next() { pass.take(reader.found.span.extracting(0..<reader.count), network) }
        pass.end(network)
        scores = pass.scores
        let best = Viterbi.labels(scores, network)
        let form = StoryForm(observations, headline: best.firstIndex(of: .headline))
        labels = form?.labels(best, observations) ?? best
        self.form = form?.kind
    }
}

extension Normaliser {
    /// The labels of a text's blocks, without layouts.
    package func labels(of text: SourceText) -> [BlockLabel] {
        LabelledPage(Observations(BlockList(text).withoutInterjection(), nil), network).labels
    }
}
