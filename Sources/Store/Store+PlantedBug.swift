#if DEBUG
    extension Store {
        /// Makes commits that a power cut takes back, for the test that must notice.
        package func giveDurabilityUp() throws(StoreError) {
            try connection.script("PRAGMA synchronous = NORMAL", doing: "plant a bug")
        }
    }
#endif
