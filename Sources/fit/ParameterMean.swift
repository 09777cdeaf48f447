/// The mean of parameters at several stages of the training (Polyak, Juditsky, 1992).
struct ParameterMean {
    private var sum: Parameters?
    private var count = 0.0

    mutating func add(_ parameters: Parameters) {
        count += 1
        guard var sum else {
            sum = parameters
            return
        }
        self.sum = nil
        for place in sum.shared.indices { sum.shared[place] += parameters.shared[place] }
        for place in sum.own.indices { sum.own[place] += parameters.own[place] }
        for place in sum.steps.indices { sum.steps[place] += parameters.steps[place] }
        for place in sum.starts.indices { sum.starts[place] += parameters.starts[place] }
        self.sum = sum
    }

    /// The mean; nil before anything was added.
    var value: Parameters? {
        guard var mean = sum else { return nil }
        for place in mean.shared.indices { mean.shared[place] /= count }
        for place in mean.own.indices { mean.own[place] /= count }
        for place in mean.steps.indices { mean.steps[place] /= count }
        for place in mean.starts.indices { mean.starts[place] /= count }
        return mean
    }
}
