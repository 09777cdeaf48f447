#include "CLabels.h"

#include "Wide.h"

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

// A number to the nearest whole one, halves away from zero, as roundf does: what is added is the greatest number below
// a half, so that a number just below a half does not reach one.
static inline int32_t rounded(float number) {
    return (int32_t)(number + (number < 0 ? -0.49999997f : 0.49999997f));
}

// A number that is within some bounds; one that is none at all is the lower of them.
static inline float bounded(float number, float lower, float upper) {
    return number > lower ? (number < upper ? number : upper) : lower;
}

__attribute__((always_inline)) static inline void score_early(
    const int32_t *sums, float scale, int16_t *early) {
    // Cut to what fits into 16 bits: a score of more than 327 natural logarithms is as sure as any.
    for (int lane = 0; lane < LABEL_OUTPUTS; lane++) {
        early[lane] = (int16_t)rounded(bounded((float)sums[lane] * scale, INT16_MIN, INT16_MAX));
    }
}

// To tenths, cut to what fits into a byte.
static inline int8_t tenths(int32_t score) {
    const int32_t whole = score / 10;
    return (int8_t)(whole < INT8_MIN ? INT8_MIN : whole > INT8_MAX ? INT8_MAX : whole);
}

__attribute__((always_inline)) static inline void step(
    int64_t *best, const int64_t *steps, const int8_t *emissions, const int32_t *page, uint8_t *back) {
    int64_t most[LABEL_COUNT], places[LABEL_COUNT];
    for (int to = 0; to < LABEL_COUNT; to++) {
        most[to] = LABEL_UNREACHED;
        places[to] = 0;
    }
    for (int label = 0; label < LABEL_COUNT; label++) {
        for (int to = 0; to < LABEL_COUNT; to++) {
            const int64_t score = best[label] + steps[label * LABEL_COUNT + to];
            const int isMore = score > most[to];
            most[to] = isMore ? score : most[to];
            places[to] = isMore ? label : places[to];
        }
    }
    for (int to = 0; to < LABEL_COUNT; to++) best[to] = most[to] + (int64_t)emissions[to] * 10 + page[to];
    for (int pair = 0; pair < LABEL_COUNT / 2; pair++) {
        back[pair] = (uint8_t)(places[2 * pair] | places[2 * pair + 1] << 4);
    }
}

void label_score_early(const int16_t *weights, float scale, const int16_t *vectors, int blocks, int16_t *early,
                       int delay, int64_t first) {
    for (int place = 0; place < blocks; place++) {
        int32_t sums[LABEL_OUTPUTS] = {0};
        label_add_outputs(weights, vectors + place * LABEL_WIDTH, sums, LABEL_WIDTH / 2);
        score_early(sums, scale, early + ((first + place) & (delay - 1)) * LABEL_OUTPUTS);
    }
}

void label_score(const int16_t *weights, float scale, const float *biases, const int16_t *vectors, int blocks,
                 const int16_t *early, int delay, int32_t *scores, int8_t *emissions, int8_t *date, int8_t *author,
                 int64_t first) {
    for (int place = 0; place < blocks; place++, scores += LABEL_OUTPUTS) {
        const int64_t block = first + place;
        const int16_t *earlier = early + (block & (delay - 1)) * LABEL_OUTPUTS;
        int32_t sums[LABEL_OUTPUTS] = {0};
        label_add_outputs(weights, vectors + place * LABEL_WIDTH, sums, LABEL_WIDTH / 2);
        for (int lane = 0; lane < LABEL_OUTPUTS; lane++) {
            const float score = bounded((float)sums[lane] * scale + biases[lane], -1e9f, 1e9f);
            scores[lane] = rounded(score) + earlier[lane];
        }
        for (int label = 0; label < LABEL_COUNT; label++) {
            // To the nearest tenth, halves away from zero.
            emissions[block * LABEL_COUNT + label] = tenths(scores[label] + (scores[label] < 0 ? -5 : 5));
        }
        date[block] = tenths(scores[LABEL_COUNT]);
        author[block] = tenths(scores[LABEL_COUNT + 1]);
    }
}

#if defined(__x86_64__)
WIDE static void step_wide(
    int64_t *best, const int64_t *steps, const int8_t *emissions, const int32_t *page, uint8_t *back) {
    step(best, steps, emissions, page, back);
}
#endif

void label_steps(int64_t *best, const int64_t *steps, const int8_t *emissions, const int32_t *page, int64_t blocks,
                 uint8_t *back) {
    for (int64_t block = 1; block < blocks; block++) {
        const int8_t *own = emissions + block * LABEL_COUNT;
        uint8_t *places = back + block * (LABEL_COUNT / 2);
#if defined(__x86_64__)
        if (is_wide()) {
            step_wide(best, steps, own, page, places);
            continue;
        }
#endif
        step(best, steps, own, page, places);
    }
}
