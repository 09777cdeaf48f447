/// What is wrong with a query, and where.
package struct SearchFault: Error, Equatable, Sendable {
    package let message: String
    /// The query as it was given.
    package let query: String
    /// How many Unicode scalars of the query stand before the place.
    package let place: Int
}
