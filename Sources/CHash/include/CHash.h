#ifndef COPYDESK_CHASH_H
#define COPYDESK_CHASH_H
#include <stddef.h>
#include <stdint.h>

/* Whether this processor has instructions for SHA-256. */
int copydesk_sha256_available(void);

/* Takes whole blocks of 64 bytes into the eight working words of FIPS 180-4; only where they are available. */
void copydesk_sha256_compress(uint32_t state[8], const uint8_t *bytes, size_t blocks);

#endif
