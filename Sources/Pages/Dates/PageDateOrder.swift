/// What the dates of a page prove of the order in which their figures are written.
struct PageDateOrder {
    /// The order that all proving dates of the page agree on.
    let order: DateReader.Order?
    private var byOutlet: [String: DateReader.Order?] = [:]

    init(_ bylines: some Sequence<Byline>) {
        var proofs: Set<DateReader.Order> = []
        for byline in bylines {
            guard let proof = byline.proves ?? byline.date?.proves else { continue }
            proofs.insert(proof)
            guard let outlet = byline.outlet?.value else { continue }
            // A source that writes both orders proves neither.
            if let known = byOutlet[outlet], known != proof {
                byOutlet[outlet] = .some(nil)
            } else {
                byOutlet[outlet] = proof
            }
        }
        order = proofs.count == 1 ? proofs.first : nil
    }

    /// The order that a source writes; the page's where its own dates prove none.
    func order(of outlet: String?) -> DateReader.Order? {
        if let outlet, let known = byOutlet[outlet] { return known }
        return order
    }
}
