#ifndef COPYDESK_CLINUX_H
#define COPYDESK_CLINUX_H

/*
 * What Swift's Glibc module lacks: calls and constants behind _GNU_SOURCE, calls with a variable argument list,
 * and the one signal handler. One call each, no logic; each returns -1 and sets errno as the call it wraps does.
 */

#include <signal.h>
#include <stddef.h>
#include <stdint.h>

/* open(2): a descriptor that only names the file. */
extern const int copydesk_o_path;

/* renameat2(2) with RENAME_NOREPLACE. */
int copydesk_rename_no_replace(int from_directory, const char *from, int to_directory, const char *to);

/* fcntl(2) with F_SETLEASE: F_RDLCK takes a read lease, F_UNLCK gives it back. */
int copydesk_set_lease(int descriptor, int type);

/* fcntl(2) with F_OFD_SETLK over the whole file, which fails with EAGAIN where another holds it. */
int copydesk_lock(int descriptor, int type);

/* fcntl(2) with F_OFD_GETLK for a write lock over the whole file: the type of the lock in the way, or F_UNLCK. */
int copydesk_probe_lock(int descriptor);

/* fcntl(2) with F_GETLK for a write lock of one byte: the process whose POSIX lock is in the way, or 0. */
int copydesk_lock_holder(int descriptor, int64_t offset);

/* signalfd(2), new, non-blocking and closed on exec. */
int copydesk_signal_descriptor(const sigset_t *mask);

/* getrandom(2) from the pool of /dev/urandom. */
ptrdiff_t copydesk_random(void *buffer, size_t count);

/* statfs(2): the file system's magic number and the bytes an unprivileged user may still write. */
int copydesk_file_system(const char *path, uint64_t *magic, uint64_t *free_bytes);

/* ioctl(2) with TIOCGWINSZ: the columns of a terminal. */
int copydesk_terminal_columns(int descriptor);

/* The symbolic name of an error number, or NULL. */
const char *copydesk_error_name(int code);

/* The descriptor that the crash handler marks; -1 is none. */
void copydesk_crash_descriptor(int descriptor);

/*
 * Sets the crash handler for one signal: it marks the descriptor (s: its time was up, m: memory was short, else !) and
 * lets the default action follow.
 */
int copydesk_crash_catch(int signal);

/* mallopt(3) and malloc_trim(3), whose header the Glibc module leaves out. */
void copydesk_share_heaps(int count);
void copydesk_give_memory_back(void);

/* setrlimit(2), RLIMIT_DATA: bytes of memory of its own that this process may have. */
int copydesk_limit_data(uint64_t bytes);

/* setitimer(2), ITIMER_PROF: SIGPROF after this many seconds of processor time; 0 takes it back. */
int copydesk_limit_time(int64_t seconds);

#endif
