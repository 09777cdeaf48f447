#if DEBUG
    extension Store {
        /// Lets a power cut undo commits from here on.
        ///
        /// A test plants this bug to prove that the crash tests find it.
        package func giveDurabilityUp() throws(StoreError) {
            try connection.script("PRAGMA synchronous = NORMAL", doing: "plant a bug")
        }
    }
#endif
