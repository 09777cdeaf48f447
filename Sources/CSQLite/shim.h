#ifndef COPYDESK_CSQLITE_SHIM_H
#define COPYDESK_CSQLITE_SHIM_H
#include <sqlite3.h>

/* SQLITE_TRANSIENT is a cast in a macro, which Swift cannot import. */
static inline sqlite3_destructor_type copydesk_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/* sqlite3_config and sqlite3_db_config are variadic, which Swift cannot call. */
static inline int copydesk_sqlite_defensive(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/* SQLite keeps counts of its memory under one lock, taken at each allocation; nothing here asks for them. Only before
   the first use of the library, SQLITE_MISUSE after it. */
static inline int copydesk_sqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

#endif
