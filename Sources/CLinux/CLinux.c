/* Before every header: without it the headers hide what this file wraps. */
#define _GNU_SOURCE
#include "CLinux.h"

#include <fcntl.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/time.h>
#include <sys/vfs.h>
#include <unistd.h>

const int copydesk_o_path = O_PATH;

int copydesk_rename_no_replace(int from_directory, const char *from, int to_directory, const char *to) {
    return renameat2(from_directory, from, to_directory, to, RENAME_NOREPLACE);
}

int copydesk_set_lease(int descriptor, int type) { return fcntl(descriptor, F_SETLEASE, type); }

int copydesk_lock(int descriptor, int type) {
    struct flock lock = {.l_type = (short)type, .l_whence = SEEK_SET};
    return fcntl(descriptor, F_OFD_SETLK, &lock);
}

int copydesk_probe_lock(int descriptor) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    return fcntl(descriptor, F_OFD_GETLK, &lock) < 0 ? -1 : lock.l_type;
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

const char *copydesk_error_name(int code) { return strerrorname_np(code); }

/* A signal handler may read only few things, and a lock-free atomic is one of them. */
static atomic_int crash_descriptor = -1;

void copydesk_crash_descriptor(int descriptor) { atomic_store(&crash_descriptor, descriptor); }

/*
 * Where an array cannot grow, Swift ends the process by a trap, and the handler cannot ask for the reason. So it tries
 * how much memory is left. An array doubles when it grows and needs the old and the new memory at once: if that passes
 * the limit, the array holds more than a third of the limit, and two thirds of it cannot be had. getrlimit, mmap and
 * munmap are plain system calls.
 */
static int is_short_of_memory(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_DATA, &limit) < 0 || limit.rlim_cur == RLIM_INFINITY) return 0;
    size_t size = limit.rlim_cur / 3 * 2;
    void *room = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (room == MAP_FAILED) return 1;
    munmap(room, size);
    return 0;
}

/*
 * In C because a Swift function may enter the runtime (allocate, take a lock, initialise a global), and this one runs
 * in a process that is already broken. pwrite and raise are safe here by signal-safety(7). The signal is raised again
 * because to return is not enough: after int3, or a signal sent by kill, the program would simply go on. The raised
 * signal stays blocked until the handler returns, and then meets the default action, which SA_RESETHAND has restored.
 */
static void mark_crash(int signal) {
    const char *mark = signal == SIGPROF ? "s" : is_short_of_memory() ? "m" : "!";
    ssize_t written = pwrite(atomic_load(&crash_descriptor), mark, 1, 0);
    (void)written;
    raise(signal);
}

int copydesk_crash_catch(int signal) {
    struct sigaction action = {.sa_handler = mark_crash, .sa_flags = (int)(SA_RESETHAND | SA_ONSTACK)};
    return sigaction(signal, &action, NULL);
}

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
