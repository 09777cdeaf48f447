import Foundation
import TestSupport

/// A library by which the attributes of regular files do not stand still for a program (ld.so(8), LD_PRELOAD).
///
/// So it is on some network and FUSE file systems. The library is compiled anew for each test.
struct UnsteadyFiles {
    /// How they vary.
    enum Way: String, CaseIterable {
        /// Each look shows other times than the one before.
        case look
        /// A look by name shows other times than one by descriptor.
        case name
        /// The times are others every 50 ms.
        case slow
        /// As `look`, and the inode numbers differ too.
        case inode
    }

    static let isPossible = Tool.has("cc")

    let library: String

    init(_ scratch: Scratch) throws {
        let source = try scratch.file("unsteady.c", UnsteadyFiles.source)
        library = scratch.path + "/unsteady.so"
        try scratch.shell("cc -shared -fPIC -O1 -o '\(library)' '\(source)' -ldl")
    }

    func environment(_ way: Way) -> [String: String] {
        ["LD_PRELOAD": library, "UNSTEADY": way.rawValue]
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <dlfcn.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/stat.h>
        #include <time.h>

        static void shake(struct stat *status, int by_name) {
            static long looks;
            const char *way = getenv("UNSTEADY");
            if (!way || !S_ISREG(status->st_mode)) return;
            struct timespec now;
            clock_gettime(CLOCK_MONOTONIC, &now);
            long step = __atomic_add_fetch(&looks, 1, __ATOMIC_RELAXED);
            if (strcmp(way, "name") == 0) step = by_name;
            if (strcmp(way, "slow") == 0) step = now.tv_sec * 20 + now.tv_nsec / 50000000;
            if (strcmp(way, "inode") == 0) status->st_ino += step;
            status->st_mtim.tv_sec -= 100000 + step % 90000;
            status->st_ctim.tv_sec -= 100000 + step % 90000;
        }

        int fstat(int descriptor, struct stat *status) {
            int (*real)(int, struct stat *) = dlsym(RTLD_NEXT, "fstat");
            int result = real(descriptor, status);
            if (result == 0) shake(status, 0);
            return result;
        }

        int fstatat(int folder, const char *name, struct stat *status, int flags) {
            int (*real)(int, const char *, struct stat *, int) = dlsym(RTLD_NEXT, "fstatat");
            int result = real(folder, name, status, flags);
            if (result == 0) shake(status, 1);
            return result;
        }

        """
}
