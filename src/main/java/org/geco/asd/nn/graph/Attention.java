package org.geco.asd.nn.graph;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Multi-head self-attention within short sequences that lie one after the other in the rows of a matrix.
 *
 * @param rows the rows, {@code sequences · length} of them, sequence after sequence
 * @param graph where the operations go
 * @param sequences number of sequences
 * @param length positions of each sequence
 * @param heads number of heads
 */
public record Attention(Rows rows, Graph graph, long sequences, long length, long heads) {

    /** Checks the number of rows. */
    public Attention {
        if (rows.rows() != sequences * length) {
            throw new IllegalArgumentException(
                rows.rows() + " rows are not " + sequences + " sequences of " + length);
        }
    }

    /**
     * softmax(Q·Kᵀ/√d)·V for each head, then the output projection. Parameters: {@code name.qkv} (one product for all
     * three projections) and {@code name.out}.
     *
     * @param name prefix of the parameters
     * @param x [sequences · length, channels]
     * @param channels number of channels, divisible by the number of heads
     * @return [sequences · length, channels]
     */
    public SDVariable apply(final String name, final SDVariable x, final long channels) {
        if (channels % heads != 0) {
            throw new IllegalArgumentException(channels + " channels cannot be shared by " + heads + " heads");
        }
        final var sd = graph.sameDiff();
        final long size = channels / heads;
        final SDVariable qkv = rows.linear(name + ".qkv", x, channels, 3 * channels);
        final SDVariable split = qkv.reshape(sequences, length, 3, heads, size).permute(2, 0, 3, 1, 4)
            .reshape(3 * sequences * heads, length, size);
        final SDVariable[] parts = sd.split(split, 3, 0);
        final SDVariable scores = sd.mmul(parts[0].mul(1 / Math.sqrt(size)), parts[1], false, true, false);
        final SDVariable weights = sd.nn().softmax(scores, 2);
        final SDVariable mixed = sd.mmul(weights, parts[2]).reshape(sequences, heads, length, size)
            .permute(0, 2, 1, 3).reshape(sequences * length, channels);
        return rows.linear(name + ".out", mixed, channels, channels);
    }
}
