package org.geco.asd.nn.layers;

import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

import org.geco.asd.nn.tensor.HostArray;
import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Matrices [rows, channels] of single precision, read in pieces of some rows that fit the processor's fastest memory;
 * the pieces in parts, which threads share.
 */
record RowParts(long rows, int channels) {
    /** Values of a piece: a loop's start and end cost as much as dozens, and seven pieces should fit 32 KiB. */
    private static final int PIECE = 1024;
    private static final int PARTS = 64;

    /** Of a part: its sums are added up at its end, which takes as long as a piece. */
    private static final int LEAST_PIECES = 8;

    /** It takes about as long to wake a thread as to read so many. */
    private static final int PIECES_OF_WORKER = 128;

    /** Adds a piece of each matrix to sums, value by value; the last piece may be shorter than the sums. */
    @FunctionalInterface
    interface Sums {
        void add(float[][] seen, float[][] sums);
    }

    /** Fills a piece from those of each matrix. */
    @FunctionalInterface
    interface Piece {
        void write(float[][] seen, float[] to);
    }

    /** @return true if Java reaches arrays of this precision, to do the work of ND4J's operations on them */
    static boolean serve(final DataType precision) {
        return HostArray.isInHostMemory() && precision == DataType.FLOAT;
    }

    private int pieceRows() {
        return (int)Math.min(rows, Math.max(1, PIECE / channels));
    }

    private int length() {
        return pieceRows() * channels;
    }

    private long pieces() {
        return (rows + pieceRows() - 1) / pieceRows();
    }

    private int parts() {
        return (int)Math.max(1, Math.min(PARTS, pieces() / LEAST_PIECES));
    }

    private int workers() {
        return (int)Math.max(1, Math.min(parts(), pieces() / PIECES_OF_WORKER));
    }

    private long start(final int part) {
        return Math.min(rows, part * pieces() / parts() * pieceRows());
    }

    /** @return a value for each channel, as often as a piece has rows */
    float[] repeated(final IntToDoubleFunction ofChannel) {
        final float[] values = new float[length()];
        for (int channel = 0; channel < channels; channel++) {
            values[channel] = (float)ofChannel.applyAsDouble(channel);
        }
        for (int at = channels; at < values.length; at += channels) {
            System.arraycopy(values, 0, values, at, channels);
        }
        return values;
    }

    /** @return of several sums over all rows their means, by channel */
    double[][] means(final int count, final Sums sums, final HostPieces... matrices) {
        final double[][][] ofParts = new double[parts()][][];
        Workers.share(parts(), workers(), () -> part -> {
            final float[][] pieces = new float[count][length()];
            pieces(part, matrices, (row, seen) -> sums.add(seen, pieces));
            ofParts[part] = Stream.of(pieces).map(piece -> new HostValues.Floats(piece).sums(channels))
                .toArray(double[][]::new);
        });
        final double[][] means = new double[count][channels];
        for (final double[][] ofPart : ofParts) {
            for (int i = 0; i < count; i++) {
                for (int channel = 0; channel < channels; channel++) {
                    means[i][channel] += ofPart[i][channel] / rows;
                }
            }
        }
        return means;
    }

    /** Fills a matrix of this size. */
    void write(final HostPieces matrix, final Piece piece, final HostPieces... matrices) {
        Workers.share(parts(), workers(), () -> {
            final float[] whole = new float[length()];
            return part -> pieces(part, matrices, (row, seen) -> {
                final int count = seen[0].length;
                final float[] to = count == whole.length ? whole : new float[count];
                piece.write(seen, to);
                matrix.put(new HostValues.Floats(to), 0, row * channels, count);
            });
        });
        matrix.store();
    }

    @FunctionalInterface
    private interface Seen {
        void at(long row, float[][] pieces);
    }

    private void pieces(final int part, final HostPieces[] matrices, final Seen seen) {
        final float[][] pieces = new float[matrices.length][length()];
        final long end = start(part + 1);
        long row = start(part);
        for (; row + pieceRows() <= end; row += pieceRows()) {
            read(row, pieces, matrices);
            seen.at(row, pieces);
        }
        if (row < end) {
            final float[][] last = new float[matrices.length][(int)(end - row) * channels];
            read(row, last, matrices);
            seen.at(row, last);
        }
    }

    private void read(final long row, final float[][] to, final HostPieces... matrices) {
        for (int i = 0; i < to.length; i++) {
            matrices[i].get(row * channels, new HostValues.Floats(to[i]), 0, to[i].length);
        }
    }
}
