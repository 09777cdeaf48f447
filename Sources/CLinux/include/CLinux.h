#ifndef COPYDESK_CLINUX_H
#define COPYDESK_CLINUX_H

/*
 * What Swift's Glibc module lacks: wrappers of calls and constants that the headers declare for _GNU_SOURCE only, of
 * calls with a variable argument list, which Swift cannot call, and of headers that the module leaves out (CLinux.c);
 * and the handler of fatal signals (CrashHandler.c), at the end. Where nothing else is said, a function that returns
 * int returns -1 on failure and sets errno, as the call it wraps does.
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

/* fcntl(2) with F_GETLEASE: F_RDLCK while a read lease is held, F_UNLCK once a writer waits for it. */
int copydesk_get_lease(int descriptor);

/* fcntl(2) with F_OFD_SETLK over the whole file; fails with EAGAIN where another holds the lock. */
int copydesk_lock(int descriptor, int type);

/*
 * fcntl(2) with F_OFD_GETLK for a write lock on the whole file: the type of the first lock in the way, or F_UNLCK, and
 * the bytes that it covers, where 0 stands for all to the end.
 */
int copydesk_probe_lock(int descriptor, int64_t *length);

/* fcntl(2) with F_OFD_SETLK: gives one byte of a lock back. */
int copydesk_unlock_byte(int descriptor, int64_t offset);

/* fcntl(2) with F_GETLK for a write lock of one byte: the process with a POSIX lock there; 0 if none or on failure. */
int copydesk_lock_holder(int descriptor, int64_t offset);

/* signalfd(2): a new descriptor, non-blocking and closed on exec. */
int copydesk_signal_descriptor(const sigset_t *mask);

/* getrandom(2) from the pool of /dev/urandom. */
ptrdiff_t copydesk_random(void *buffer, size_t count);

/* statfs(2): the file system's magic number and the bytes an unprivileged user may still write, at most UINT64_MAX. */
int copydesk_file_system(const char *path, uint64_t *magic, uint64_t *free_bytes);

/* statvfs(3): 1 where the file system, or the mount that leads to it, is read-only. */
int copydesk_is_read_only(const char *path);

/* ioctl(2) with TIOCGWINSZ: the columns of a terminal, and its rows. */
int copydesk_terminal_columns(int descriptor);
int copydesk_terminal_rows(int descriptor);

/* The symbolic name of an error number, or NULL. */
const char *copydesk_error_name(int code);

/* mallopt(3) with M_ARENA_MAX, and malloc_trim(3): the Glibc module leaves out their header. */
void copydesk_share_heaps(int count);
void copydesk_give_memory_back(void);

/* setrlimit(2) with RLIMIT_DATA: the bytes of its own memory that this process may have. */
int copydesk_limit_data(uint64_t bytes);

/* setitimer(2) with ITIMER_PROF: SIGPROF after this many seconds of processor time; 0 stops the timer. */
int copydesk_limit_time(int64_t seconds);

/* Sets the descriptor that the crash handler marks; -1 for none. */
void copydesk_crash_descriptor(int descriptor);

/*
 * Sets the crash handler for one signal. It writes a mark over the first byte of the descriptor's file (s for SIGPROF,
 * the end of the time limit; m where memory is short; ! for everything else), and the default action follows.
 */
int copydesk_crash_catch(int signal);

#endif
