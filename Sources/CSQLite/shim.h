#ifndef COPYDESK_CSQLITE_SHIM_H
#define COPYDESK_CSQLITE_SHIM_H
#include <sqlite3.h>

/* SQLITE_TRANSIENT is a cast in a macro, which Swift cannot import. */
static inline sqlite3_destructor_type copydesk_sqlite_transient(void) { return SQLITE_TRANSIENT; }

/* sqlite3_config and sqlite3_db_config have variable argument lists, so Swift cannot call them. */
static inline int copydesk_sqlite_defensive(sqlite3 *db) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
}

/* Turns off SQLite's counts of its memory: they take a lock at each allocation, and nothing here asks for them. Call it
   before the first use of the library; after that it returns SQLITE_MISUSE. */
static inline int copydesk_sqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

#endif
