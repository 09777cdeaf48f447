/// What one run of the desk has done.
package struct Summary: Sendable {
    package let batch: Batch
    package let nanoseconds: Int64
    /// How many files were left in the inbox because a program goes on writing them or they could not be read.
    package let unfinished: Int
}
