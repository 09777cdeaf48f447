// What the widest instructions need that not every processor has.
#pragma once

#if defined(__x86_64__)
#include <immintrin.h>

// Functions of vectors of 256 bits, which may be called only where the processor has them.
#define WIDE __attribute__((target("avx2")))

static inline int is_wide(void) { return __builtin_cpu_supports("avx2"); }
#endif
