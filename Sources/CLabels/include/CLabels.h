// What the network that labels blocks needs of C: the table of whole numbers that .ci/fit learned, and the sums of
// products that it spends its time on. Sources/Pages/Labelling reads pages with it.
#pragma once

#include <stddef.h>
#include <stdint.h>

// The table's first byte. Swift cannot import an array of unknown size, so it comes as a pointer.
const unsigned char *label_table(void);

size_t label_table_count(void);

// The outputs of one layer, and of the network.
enum { LABEL_WIDTH = 48, LABEL_OUTPUTS = 16 };

// The labels that a block may have.
enum { LABEL_COUNT = 10 };

// The score of a label that no path reaches: lower than that of the worst path through two million blocks.
static const int64_t LABEL_UNREACHED = INT64_MIN / 4;

// The greatest sum of embeddings of which a table has the tanh; that of a greater one is the same.
enum { LABEL_MOST_SQUASHED = 1023 };

// Adds up some rows of 8-bit embeddings to `first`, and squashes the sums: tanh of the sums from -LABEL_MOST_SQUASHED
// to LABEL_MOST_SQUASHED stands in `squash`. The vector goes to a place in `vectors`.
void label_embed(const int8_t *embeddings, const uint16_t *rows, int count, const int16_t *first, const int16_t *squash,
                 int16_t *vectors, int place);

// A layer, where its parameters begin in those of all layers, and how it keeps the blocks that it still needs: as a
// ring of `size` vectors, a power of two, from `ring` on. `pushed` blocks came in so far.
typedef struct {
    int32_t taps, dilation;
    size_t weights, floats;
    int32_t ring, size;
    int64_t pushed;
} label_layer;

// Gives the vectors of some blocks to a layer, and what comes out of that to the next, up to the last. What comes out
// of the last layer is in `vectors` then, and is added to `total`; the answer is of how many blocks. A layer sees as far
// ahead as it sees back, so what comes out is of blocks that went in earlier. Several blocks are given at once because
// the weights of all layers do not fit into the processor's nearest cache, and those of one do.
//
// weights: of each layer [tap][pair of inputs][output][2]; floats: of each layer its biases and then its scales; its
// sums become activations by (sum + bias) * scale, as whole numbers from 0 to `most`. All layers but the first add three
// quarters of their own input (a residual connection: He et al., 2016).
int label_push(label_layer *layers, int count, int first, const int16_t *weights, const float *floats, float most,
               int16_t *rings, int16_t *vectors, int blocks, int64_t *total);

// The scores of some blocks, from `first` on, by their embeddings alone: the sums of their products with `weights`,
// times `scale`. They go to the blocks' places in `early`, a ring of `delay` blocks, a power of two.
//
// weights: [pair of inputs][output][2], as in the functions below.
void label_score_early(const int16_t *weights, float scale, const int16_t *vectors, int blocks, int16_t *early,
                       int delay, int64_t first);

// The scores of some blocks, from `first` on, by what came out of the last layer, to which those by their embeddings are
// added; and the same in tenths, cut to a byte each, at the blocks' places: those of the labels, of its date and of its
// author.
void label_score(const int16_t *weights, float scale, const float *biases, const int16_t *vectors, int blocks,
                 const int16_t *early, int delay, int32_t *scores, int8_t *emissions, int8_t *date, int8_t *author,
                 int64_t first);

// Adds to each of LABEL_OUTPUTS sums the products of some inputs with their weights. Swift has no such instruction: it
// would multiply vectors of 32-bit numbers, of which a register holds half as many.
//
// inputs: two for each pair; sums: one for each output.
void label_add_outputs(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs);

// The best path of labels from a page's second block to its last: the best score that each label reaches, in `best`,
// which holds those of the first block, and for each block and label the first label before from which it does, in four
// bits each, in `back`. Where none gives more than LABEL_UNREACHED, that is the score and the first label is taken.
//
// steps: [from][to]; emissions: [block][label], in tenths; page: what is added to each label of each block.
void label_steps(int64_t *best, const int64_t *steps, const int8_t *emissions, const int32_t *page, int64_t blocks,
                 uint8_t *back);
