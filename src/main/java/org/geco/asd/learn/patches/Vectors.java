package org.geco.asd.learn.patches;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Lengths and angles of embeddings, in double precision. */
public final class Vectors {
    private Vectors() { }

    /** Cosine between a vector that starts at {@code from} in {@code all}, and {@code other}; 0 if one is all zero. */
    public static double cosine(final float[] all, final int from, final float[] other) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < other.length; i++) {
            product += (double)all[from + i] * other[i];
            first += (double)all[from + i] * all[from + i];
            second += (double)other[i] * other[i];
        }
        final double lengths = Math.sqrt(first * second);
        return lengths == 0 ? 0 : product / lengths;
    }

    /** @return so many of the vectors in {@code all}, those of the least cosine with {@code other}, in their order */
    static float[] furthest(final float[] all, final float[] other, final int count) {
        final int size = other.length;
        if (count * size == all.length) {
            return all;
        }
        final int[] chosen = IntStream.range(0, all.length / size).boxed()
            .sorted(Comparator.comparingDouble(i -> cosine(all, i * size, other))).limit(count)
            .mapToInt(Integer::intValue).sorted().toArray();
        final float[] furthest = new float[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(all, chosen[i] * size, furthest, i * size, size);
        }
        return furthest;
    }

    /** Mean of the directions of vectors of {@code size} that lie one after the other. */
    static float[] meanDirection(final float[] all, final int size) {
        final double[] sum = new double[size];
        addDirections(all, sum);
        final float[] mean = new float[size];
        for (int i = 0; i < size; i++) {
            mean[i] = (float)(sum[i] * size / all.length);
        }
        return mean;
    }

    /** Adds every vector of {@code all}, scaled to length 1, to {@code sum}. */
    static void addDirections(final float[] all, final double[] sum) {
        for (int p = 0; p < all.length; p += sum.length) {
            double squares = 0;
            for (int i = 0; i < sum.length; i++) {
                squares += (double)all[p + i] * all[p + i];
            }
            final double length = Math.sqrt(squares);
            for (int i = 0; i < sum.length && length > 0; i++) {
                sum[i] += all[p + i] / length;
            }
        }
    }

    /** The vector of length 1 in the same direction; 0 if it is all 0. */
    static double[] unit(final double[] vector) {
        double squares = 0;
        for (final double value : vector) {
            squares += value * value;
        }
        final double length = Math.sqrt(squares);
        return Arrays.stream(vector).map(value -> length > 0 ? value / length : 0).toArray();
    }

    /** {@link #unit} in floats. */
    static float[] direction(final double[] vector) {
        final double[] unit = unit(vector);
        final float[] direction = new float[unit.length];
        for (int i = 0; i < unit.length; i++) {
            direction[i] = (float)unit[i];
        }
        return direction;
    }
}
