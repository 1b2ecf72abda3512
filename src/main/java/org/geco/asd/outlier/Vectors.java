package org.geco.asd.outlier;

import java.util.Arrays;
import java.util.List;

import org.geco.asd.files.Tensor;

/** Sums over vectors of equal length. */
final class Vectors {
    private Vectors() { }

    static double dot(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double distance(final double[] a, final double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** @return one of several parts of equal length */
    static double[] part(final double[] vector, final int part, final int parts) {
        final int length = vector.length / parts;
        return parts == 1 ? vector : Arrays.copyOfRange(vector, part * length, (part + 1) * length);
    }

    static double[] mean(final List<double[]> vectors) {
        final double[] mean = new double[vectors.get(0).length];
        for (final double[] vector : vectors) {
            Arrays.setAll(mean, i -> mean[i] + vector[i]);
        }
        Arrays.setAll(mean, i -> mean[i] / vectors.size());
        return mean;
    }

    static double[] minus(final double[] a, final double[] b) {
        final double[] difference = new double[a.length];
        Arrays.setAll(difference, i -> a[i] - b[i]);
        return difference;
    }

    /** @return rows as they are stored: 32-bit floats */
    static Tensor tensor(final double[]... rows) {
        final int length = rows.length == 0 ? 0 : rows[0].length;
        final float[] values = new float[rows.length * length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)rows[i / length][i % length];
        }
        return new Tensor(new long[]{rows.length, length}, values);
    }

    /** @return the rows of a stored array */
    static double[][] rows(final Tensor tensor) {
        if (tensor.shape().length != 2) {
            throw new IllegalArgumentException("an array of vectors has " + tensor.shape().length + " dimensions");
        }
        final int length = (int)tensor.shape()[1];
        final double[][] rows = new double[(int)tensor.shape()[0]][length];
        for (int i = 0; i < tensor.values().length; i++) {
            rows[i / length][i % length] = tensor.values()[i];
        }
        return rows;
    }

    /** @return the rows as they come back from an archive */
    static double[][] stored(final double[]... rows) {
        return rows(tensor(rows));
    }
}
