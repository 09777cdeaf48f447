#include "CLabels.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// C23's #embed puts the file into the program. SwiftPM can do that too, but as a Swift array with an element for each
// byte, which takes the compiler minutes.
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char table[] = {
#embed "labels.table"
};

const unsigned char *label_table(void) { return table; }

size_t label_table_count(void) { return sizeof table; }

// A product and a sum in one rounding would differ between processors.
#pragma STDC FP_CONTRACT OFF

void label_embed(const int8_t *embeddings, const uint16_t *rows, int count, const int16_t *first, const int16_t *squash,
                 int squashes, int16_t *vector) {
    int16_t sums[LABEL_WIDTH];
    memcpy(sums, first, sizeof sums);
    for (int row = 0; row < count; row++) {
        const int8_t *embedding = embeddings + (size_t)rows[row] * LABEL_WIDTH;
        for (int lane = 0; lane < LABEL_WIDTH; lane++) sums[lane] += embedding[lane];
    }
    for (int lane = 0; lane < LABEL_WIDTH; lane++) {
        const int size = sums[lane] < 0 ? -sums[lane] : sums[lane];
        const int16_t squashed = squash[size < squashes ? size : squashes - 1];
        vector[lane] = sums[lane] < 0 ? -squashed : squashed;
    }
}

void label_activate(const int32_t *sums, const float *biases, const float *scales, float most, const int16_t *input,
                    int16_t *vector) {
    int16_t output[LABEL_WIDTH];
    for (int lane = 0; lane < LABEL_WIDTH; lane++) {
        float sum = ((float)sums[lane] + biases[lane]) * scales[lane];
        sum = sum < 0 ? 0 : sum > most ? most : sum;
        output[lane] = (int16_t)(int32_t)(sum + 0.5f);
    }
    if (input) {
        for (int lane = 0; lane < LABEL_WIDTH; lane++) output[lane] += (int16_t)(input[lane] * 3 >> 2);
    }
    memcpy(vector, output, sizeof output);
}

#if defined(__x86_64__)

// Both inputs of a pair stand in one 32-bit number, so that one instruction (pmaddwd) multiplies them with their
// weights for all outputs in a register, and adds the two products.
static inline int32_t pair_at(const int16_t *inputs, int pair) {
    int32_t both;
    memcpy(&both, inputs + 2 * pair, sizeof both);
    return both;
}

__attribute__((target("avx2"), always_inline)) static inline void add_wide(
    const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs, const int outputs) {
    __m256i own[LABEL_WIDTH / 8];
    for (int at = 0; at < outputs / 8; at++) own[at] = _mm256_loadu_si256((const __m256i *)(sums + 8 * at));
    for (int pair = 0; pair < pairs; pair++) {
        const __m256i both = _mm256_set1_epi32(pair_at(inputs, pair));
        const int16_t *row = weights + pair * outputs * 2;
        for (int at = 0; at < outputs / 8; at++) {
            const __m256i weight = _mm256_loadu_si256((const __m256i *)(row + 16 * at));
            own[at] = _mm256_add_epi32(own[at], _mm256_madd_epi16(both, weight));
        }
    }
    for (int at = 0; at < outputs / 8; at++) _mm256_storeu_si256((__m256i *)(sums + 8 * at), own[at]);
}

__attribute__((always_inline)) static inline void add_narrow(
    const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs, const int outputs) {
    __m128i own[LABEL_WIDTH / 4];
    for (int at = 0; at < outputs / 4; at++) own[at] = _mm_loadu_si128((const __m128i *)(sums + 4 * at));
    for (int pair = 0; pair < pairs; pair++) {
        const __m128i both = _mm_set1_epi32(pair_at(inputs, pair));
        const int16_t *row = weights + pair * outputs * 2;
        for (int at = 0; at < outputs / 4; at++) {
            const __m128i weight = _mm_loadu_si128((const __m128i *)(row + 8 * at));
            own[at] = _mm_add_epi32(own[at], _mm_madd_epi16(both, weight));
        }
    }
    for (int at = 0; at < outputs / 4; at++) _mm_storeu_si128((__m128i *)(sums + 4 * at), own[at]);
}

__attribute__((target("avx2"))) static void add_width_wide(
    const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    add_wide(weights, inputs, sums, pairs, LABEL_WIDTH);
}

__attribute__((target("avx2"))) static void add_outputs_wide(
    const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    add_wide(weights, inputs, sums, pairs, LABEL_OUTPUTS);
}

void label_add_width(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    if (__builtin_cpu_supports("avx2")) return add_width_wide(weights, inputs, sums, pairs);
    add_narrow(weights, inputs, sums, pairs, LABEL_WIDTH);
}

void label_add_outputs(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    if (__builtin_cpu_supports("avx2")) return add_outputs_wide(weights, inputs, sums, pairs);
    add_narrow(weights, inputs, sums, pairs, LABEL_OUTPUTS);
}

#else

// Other processors' compilers find the instructions by themselves.
static inline void add(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs, const int outputs) {
    for (int pair = 0; pair < pairs; pair++) {
        const int16_t *row = weights + pair * outputs * 2;
        for (int at = 0; at < outputs; at++) {
            sums[at] += row[2 * at] * inputs[2 * pair] + row[2 * at + 1] * inputs[2 * pair + 1];
        }
    }
}

void label_add_width(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    add(weights, inputs, sums, pairs, LABEL_WIDTH);
}

void label_add_outputs(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    add(weights, inputs, sums, pairs, LABEL_OUTPUTS);
}

#endif
