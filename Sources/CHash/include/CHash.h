#ifndef COPYDESK_CHASH_H
#define COPYDESK_CHASH_H
#include <stddef.h>
#include <stdint.h>

/* Whether this processor has instructions for SHA-256; always 0 but on x86-64. */
int copydesk_sha256_available(void);

/* Updates the eight working words of FIPS 180-4 by whole blocks of 64 bytes; call it only where they are available. */
void copydesk_sha256_compress(uint32_t state[8], const uint8_t *bytes, size_t blocks);

#endif
