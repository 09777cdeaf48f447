#include "Wide.h"

#include <string.h>

#include "CLabels.h"

// A product and a sum in one rounding would differ between processors.
#pragma STDC FP_CONTRACT OFF

// Where a block's vector stands among those of the layer that it came to.
static inline int16_t *place_of(const label_layer *layer, int16_t *rings, int64_t block) {
    return rings + layer->ring + (block & (layer->size - 1)) * LABEL_WIDTH;
}

__attribute__((always_inline)) static inline void activate(
    const int32_t *sums, const float *biases, const float *scales, float most, const int16_t *input, int16_t *vector) {
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

__attribute__((always_inline)) static inline void squash_sums(
    const int16_t *sums, const int16_t *squash, int16_t *vector) {
    int16_t places[LABEL_WIDTH];
    for (int lane = 0; lane < LABEL_WIDTH; lane++) {
        const int16_t sum = sums[lane] < -LABEL_MOST_SQUASHED ? -LABEL_MOST_SQUASHED : sums[lane];
        places[lane] = (sum > LABEL_MOST_SQUASHED ? LABEL_MOST_SQUASHED : sum) + LABEL_MOST_SQUASHED;
    }
    for (int lane = 0; lane < LABEL_WIDTH; lane++) vector[lane] = squash[places[lane]];
}

#if defined(__x86_64__)

// Both inputs of a pair stand in one 32-bit number, so that one instruction (pmaddwd) multiplies them with their
// weights for all outputs in a register, and adds the two products.
static inline int32_t pair_at(const int16_t *inputs, int pair) {
    int32_t both;
    memcpy(&both, inputs + 2 * pair, sizeof both);
    return both;
}

WIDE __attribute__((always_inline)) static inline void add_pair_wide(
    const int16_t *weights, const int16_t *inputs, __m256i *own, int pair, const int outputs) {
    const __m256i both = _mm256_set1_epi32(pair_at(inputs, pair));
    const int16_t *row = weights + pair * outputs * 2;
    for (int at = 0; at < outputs / 8; at++) {
        const __m256i weight = _mm256_loadu_si256((const __m256i *)(row + 16 * at));
        own[at] = _mm256_add_epi32(own[at], _mm256_madd_epi16(both, weight));
    }
}

WIDE __attribute__((always_inline)) static inline void add_wide(
    const int16_t *weights, const int16_t *inputs, __m256i *own, int pairs, const int outputs) {
#pragma clang loop unroll_count(4)
    for (int pair = 0; pair < pairs; pair++) add_pair_wide(weights, inputs, own, pair, outputs);
}

static const uint32_t ALL_PAIRS = (1u << LABEL_WIDTH / 2) - 1;

// Which pairs of a layer's inputs are not both zero, as bits. Activations are zero wherever their sum was below that,
// so that two of three pairs add nothing.
WIDE __attribute__((always_inline)) static inline uint32_t pairs_that_add(const int16_t *inputs) {
    uint32_t zero = 0;
    for (int at = 0; at < LABEL_WIDTH / 16; at++) {
        const __m256i pairs = _mm256_loadu_si256((const __m256i *)(inputs + 16 * at));
        const __m256i equal = _mm256_cmpeq_epi32(pairs, _mm256_setzero_si256());
        zero |= (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(equal)) << 8 * at;
    }
    return ~zero & ALL_PAIRS;
}

__attribute__((always_inline)) static inline void add_narrow(
    const int16_t *weights, const int16_t *inputs, __m128i *own, int pairs, const int outputs) {
    for (int pair = 0; pair < pairs; pair++) {
        const __m128i both = _mm_set1_epi32(pair_at(inputs, pair));
        const int16_t *row = weights + pair * outputs * 2;
        for (int at = 0; at < outputs / 4; at++) {
            const __m128i weight = _mm_loadu_si128((const __m128i *)(row + 8 * at));
            own[at] = _mm_add_epi32(own[at], _mm_madd_epi16(both, weight));
        }
    }
}

WIDE static void convolve_wide(const label_layer *layer, int16_t *rings, int64_t block, const int16_t *weights,
                               const float *floats, float most, int isFirst, int16_t *vector) {
    __m256i own[LABEL_WIDTH / 8] = {0};
    for (int tap = 0; tap < layer->taps; tap++) {
        const int64_t other = block + (tap - layer->taps / 2) * layer->dilation;
        if (other < 0) continue;
        const int16_t *inputs = place_of(layer, rings, other), *own_weights = weights + tap * LABEL_WIDTH * LABEL_WIDTH;
        if (isFirst) {
            add_wide(own_weights, inputs, own, LABEL_WIDTH / 2, LABEL_WIDTH);
        } else {
            for (uint32_t left = pairs_that_add(inputs); left != 0; left &= left - 1) {
                add_pair_wide(own_weights, inputs, own, __builtin_ctz(left), LABEL_WIDTH);
            }
        }
    }
    int32_t sums[LABEL_WIDTH];
    memcpy(sums, own, sizeof sums);
    activate(sums, floats, floats + LABEL_WIDTH, most, isFirst ? NULL : place_of(layer, rings, block), vector);
}

#define WIDEST __attribute__((target("avx512f,avx512bw,avx512vnni")))

// As add_pair_wide, with one instruction (vpdpwssd) for the products and their sums, and for sixteen outputs at a time.
WIDEST __attribute__((always_inline)) static inline void add_pair_widest(
    const int16_t *weights, const int16_t *inputs, __m512i *own, int pair) {
    const __m512i both = _mm512_set1_epi32(pair_at(inputs, pair));
    const int16_t *row = weights + pair * LABEL_WIDTH * 2;
    for (int at = 0; at < LABEL_WIDTH / 16; at++) {
        own[at] = _mm512_dpwssd_epi32(own[at], both, _mm512_loadu_si512(row + 32 * at));
    }
}

WIDEST static void convolve_widest(const label_layer *layer, int16_t *rings, int64_t block, const int16_t *weights,
                                   const float *floats, float most, int isFirst, int16_t *vector) {
    // Every other pair is added to sums of its own, since an instruction waits for the sums of the one before.
    __m512i own[LABEL_WIDTH / 16] = {0}, others[LABEL_WIDTH / 16] = {0};
    for (int tap = 0; tap < layer->taps; tap++) {
        const int64_t other = block + (tap - layer->taps / 2) * layer->dilation;
        if (other < 0) continue;
        const int16_t *inputs = place_of(layer, rings, other), *own_weights = weights + tap * LABEL_WIDTH * LABEL_WIDTH;
        for (uint32_t left = isFirst ? ALL_PAIRS : pairs_that_add(inputs); left != 0; left &= left - 1) {
            add_pair_widest(own_weights, inputs, own, __builtin_ctz(left));
            left &= left - 1;
            if (left == 0) break;
            add_pair_widest(own_weights, inputs, others, __builtin_ctz(left));
        }
    }
    for (int at = 0; at < LABEL_WIDTH / 16; at++) own[at] = _mm512_add_epi32(own[at], others[at]);
    int32_t sums[LABEL_WIDTH];
    memcpy(sums, own, sizeof sums);
    activate(sums, floats, floats + LABEL_WIDTH, most, isFirst ? NULL : place_of(layer, rings, block), vector);
}

static void convolve_narrow(const label_layer *layer, int16_t *rings, int64_t block, const int16_t *weights,
                            const float *floats, float most, int isFirst, int16_t *vector) {
    __m128i own[LABEL_WIDTH / 4] = {0};
    for (int tap = 0; tap < layer->taps; tap++) {
        const int64_t other = block + (tap - layer->taps / 2) * layer->dilation;
        if (other < 0) continue;
        add_narrow(weights + tap * LABEL_WIDTH * LABEL_WIDTH, place_of(layer, rings, other), own, LABEL_WIDTH / 2,
                   LABEL_WIDTH);
    }
    int32_t sums[LABEL_WIDTH];
    memcpy(sums, own, sizeof sums);
    activate(sums, floats, floats + LABEL_WIDTH, most, isFirst ? NULL : place_of(layer, rings, block), vector);
}

WIDE static void embed_wide(const int8_t *embeddings, const uint16_t *rows, int count, const int16_t *first,
                            const int16_t *squash, int16_t *vector) {
    __m256i own[LABEL_WIDTH / 16];
    memcpy(own, first, sizeof own);
    for (int row = 0; row < count; row++) {
        const int8_t *embedding = embeddings + (size_t)rows[row] * LABEL_WIDTH;
        for (int at = 0; at < LABEL_WIDTH / 16; at++) {
            const __m128i lanes = _mm_loadu_si128((const __m128i *)(embedding + 16 * at));
            own[at] = _mm256_add_epi16(own[at], _mm256_cvtepi8_epi16(lanes));
        }
    }
    int16_t sums[LABEL_WIDTH];
    memcpy(sums, own, sizeof sums);
    squash_sums(sums, squash, vector);
}

WIDE static void add_outputs_wide(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    __m256i own[LABEL_OUTPUTS / 8];
    memcpy(own, sums, sizeof own);
    add_wide(weights, inputs, own, pairs, LABEL_OUTPUTS);
    memcpy(sums, own, sizeof own);
}

static void add_outputs_narrow(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    __m128i own[LABEL_OUTPUTS / 4];
    memcpy(own, sums, sizeof own);
    add_narrow(weights, inputs, own, pairs, LABEL_OUTPUTS);
    memcpy(sums, own, sizeof own);
}

void label_add_outputs(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    (is_wide() ? add_outputs_wide : add_outputs_narrow)(weights, inputs, sums, pairs);
}

static void convolve(const label_layer *layer, int16_t *rings, int64_t block, const int16_t *weights,
                     const float *floats, float most, int isFirst, int16_t *vector) {
    const int isWidest = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni");
    (isWidest ? convolve_widest : is_wide() ? convolve_wide : convolve_narrow)(
        layer, rings, block, weights, floats, most, isFirst, vector);
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

void label_add_outputs(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs) {
    add(weights, inputs, sums, pairs, LABEL_OUTPUTS);
}

static void convolve(const label_layer *layer, int16_t *rings, int64_t block, const int16_t *weights,
                     const float *floats, float most, int isFirst, int16_t *vector) {
    int32_t sums[LABEL_WIDTH] = {0};
    for (int tap = 0; tap < layer->taps; tap++) {
        const int64_t other = block + (tap - layer->taps / 2) * layer->dilation;
        if (other < 0) continue;
        add(weights + tap * LABEL_WIDTH * LABEL_WIDTH, place_of(layer, rings, other), sums, LABEL_WIDTH / 2,
            LABEL_WIDTH);
    }
    activate(sums, floats, floats + LABEL_WIDTH, most, isFirst ? NULL : place_of(layer, rings, block), vector);
}

#endif

void label_embed(const int8_t *embeddings, const uint16_t *rows, int count, const int16_t *first,
                 const int16_t *squash, int16_t *vectors, int place) {
    int16_t *vector = vectors + place * LABEL_WIDTH;
#if defined(__x86_64__)
    if (is_wide()) return embed_wide(embeddings, rows, count, first, squash, vector);
#endif
    int16_t sums[LABEL_WIDTH];
    memcpy(sums, first, sizeof sums);
    for (int row = 0; row < count; row++) {
        const int8_t *embedding = embeddings + (size_t)rows[row] * LABEL_WIDTH;
        for (int lane = 0; lane < LABEL_WIDTH; lane++) sums[lane] += embedding[lane];
    }
    squash_sums(sums, squash, vector);
}

int label_push(label_layer *layers, int count, int first, const int16_t *weights, const float *floats, float most,
               int16_t *rings, int16_t *vectors, int blocks, int64_t *total) {
    for (int at = first; at < count; at++) {
        label_layer *layer = layers + at;
        // What comes out takes the place of what went in: there is never more of it.
        int out = 0;
        for (int place = 0; place < blocks; place++) {
            memcpy(place_of(layer, rings, layer->pushed), vectors + place * LABEL_WIDTH, LABEL_WIDTH * sizeof *vectors);
            const int64_t block = layer->pushed++ - layer->taps / 2 * layer->dilation;
            if (block < 0) continue;
            // The first layer's input is in other steps than its output.
            convolve(layer, rings, block, weights + layer->weights, floats + layer->floats, most, at == 0,
                     vectors + out++ * LABEL_WIDTH);
        }
        blocks = out;
    }
    int32_t sums[LABEL_WIDTH] = {0};
    for (int place = 0; place < blocks; place++) {
        for (int lane = 0; lane < LABEL_WIDTH; lane++) sums[lane] += vectors[place * LABEL_WIDTH + lane];
    }
    for (int lane = 0; lane < LABEL_WIDTH; lane++) total[lane] += sums[lane];
    return blocks;
}
