/*
 * The handler of fatal signals, which leaves a mark in a file before the process ends (CrashMark.swift tells what for).
 *
 * It is in C because a Swift function may enter the runtime (allocate, take a lock, initialise a global), and this one
 * runs in a process that is already broken. Whatever the handler calls is named with the reason why it is safe there.
 */

#include "CLinux.h"

#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

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
 * pwrite and raise are safe here by signal-safety(7). The signal is raised again because to return is not enough: after
 * int3, or a signal sent by kill, the program would simply go on. The raised signal stays blocked until the handler
 * returns, and then meets the default action, which SA_RESETHAND has restored.
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
