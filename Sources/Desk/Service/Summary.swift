/// What a run of the desk came to.
package struct Summary: Sendable {
    package let batch: Batch
    package let nanoseconds: Int64
    /// Names left in the inbox because a program goes on writing them.
    package let unfinished: Int
}
