/// The order of day and month that the dates of a page prove, for the page and for each of its outlets.
struct PageDateOrder {
    /// The order that all dates of the page that prove one agree on; nil where none proves one or they disagree.
    let order: DateReader.Order?
    private var byOutlet: [String: DateReader.Order?] = [:]

    init(_ bylines: some Sequence<Byline>) {
        var proofs: Set<DateReader.Order> = []
        for byline in bylines {
            guard let proof = byline.proves ?? byline.date?.proves else { continue }
            proofs.insert(proof)
            guard let outlet = byline.outlet?.value else { continue }
            // An outlet that writes both orders proves neither.
            if let known = byOutlet[outlet], known != proof {
                byOutlet[outlet] = .some(nil)
            } else {
                byOutlet[outlet] = proof
            }
        }
        order = proofs.count == 1 ? proofs.first : nil
    }

    /// The order that an outlet writes, nil where it writes both; the page's where no date of the outlet proves one.
    func order(of outlet: String?) -> DateReader.Order? {
        if let outlet, let known = byOutlet[outlet] { return known }
        return order
    }
}
