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

// Adds up some rows of 8-bit embeddings to `first`, and squashes the sums: tanh of the sums 0, 1, 2 … in `squash`, of
// `squashes` numbers, that of a negative sum is the negative.
void label_embed(const int8_t *embeddings, const uint16_t *rows, int count, const int16_t *first, const int16_t *squash,
                 int squashes, int16_t *vector);

// Makes a layer's activations of its sums: (sum + bias) * scale as a whole number from 0 to `most`. Three quarters of the
// layer's own input, where there is one, are added (a residual connection: He et al., 2016).
void label_activate(const int32_t *sums, const float *biases, const float *scales, float most, const int16_t *input,
                    int16_t *vector);

// Adds to each sum the products of some inputs with their weights. Swift has no such instruction: it would multiply
// vectors of 32-bit numbers, of which a register holds half as many.
//
// weights: [pair of inputs][output][2]; inputs: two for each pair; sums: one for each output.
void label_add_width(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs);
void label_add_outputs(const int16_t *weights, const int16_t *inputs, int32_t *sums, int pairs);
