/*
 * Wrappers of system calls, library functions and constants, and nothing else; CLinux.h says what each is for. The
 * handler of fatal signals is in CrashHandler.c.
 */

/* Before every header: without it the headers hide what this file wraps. */
#define _GNU_SOURCE
#include "CLinux.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <sys/vfs.h>

const int copydesk_o_path = O_PATH;

int copydesk_rename_no_replace(int from_directory, const char *from, int to_directory, const char *to) {
    return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}

int copydesk_set_lease(int descriptor, int type) { return fcntl(descriptor, F_SETLEASE, type); }

int copydesk_get_lease(int descriptor) { return fcntl(descriptor, F_GETLEASE); }

int copydesk_lock(int descriptor, int type) {
    struct flock lock = {.l_type = (short)type, .l_whence = SEEK_SET};
    return fcntl(descriptor, F_OFD_SETLK, &lock);
}

int copydesk_probe_lock(int descriptor, int64_t *length) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(descriptor, F_OFD_GETLK, &lock) < 0) return -1;
    *length = lock.l_type == F_UNLCK ? 0 : lock.l_len;
    return lock.l_type;
}

int copydesk_unlock_byte(int descriptor, int64_t offset) {
    struct flock lock = {.l_type = F_UNLCK, .l_whence = SEEK_SET, .l_start = offset, .l_len = 1};
    return fcntl(descriptor, F_OFD_SETLK, &lock);
}

int copydesk_signal_descriptor(const sigset_t *mask) { return signalfd(-1, mask, SFD_NONBLOCK | SFD_CLOEXEC); }

ptrdiff_t copydesk_random(void *buffer, size_t count) { return getrandom(buffer, count, 0); }

int copydesk_file_system(const char *path, uint64_t *magic, uint64_t *free_bytes) {
    struct statfs status;
    if (statfs(path, &status) < 0) return -1;
    /* f_type is signed, and some magic numbers have the highest of their 32 bits set. */
    *magic = (uint32_t)status.f_type;
    uint64_t blocks = status.f_bavail, block_size = (uint64_t)status.f_frsize;
    if (__builtin_mul_overflow(blocks, block_size, free_bytes)) *free_bytes = UINT64_MAX;
    return 0;
}

int copydesk_terminal_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) < 0 ? -1 : size.ws_col;
}

int copydesk_terminal_rows(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) < 0 ? -1 : size.ws_row;
}

int copydesk_is_read_only(const char *path) {
    struct statvfs status;
    return statvfs(path, &status) < 0 ? -1 : (status.f_flag & ST_RDONLY) != 0;
}

const char *copydesk_error_name(int code) { return strerrorname_np(code); }

int copydesk_lock_holder(int descriptor, int64_t offset) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = offset, .l_len = 1};
    return fcntl(descriptor, F_GETLK, &lock) == -1 || lock.l_type == F_UNLCK ? 0 : lock.l_pid;
}

void copydesk_share_heaps(int count) { mallopt(M_ARENA_MAX, count); }

void copydesk_give_memory_back(void) { malloc_trim(0); }

int copydesk_limit_data(uint64_t bytes) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_DATA, &limit) < 0) return -1;
    limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
    return setrlimit(RLIMIT_DATA, &limit);
}

int copydesk_limit_time(int64_t seconds) {
    struct itimerval time = {.it_value = {.tv_sec = seconds}};
    return setitimer(ITIMER_PROF, &time, NULL);
}
