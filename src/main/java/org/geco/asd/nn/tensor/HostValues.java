package org.geco.asd.nn.tensor;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A copy of an array's values on Java's heap, for what ND4J is slow at: loops over arrays of Java are compiled to the
 * processor's vector instructions. Of the precision of the array.
 */
public interface HostValues {
    /** @return a copy of an array in C order */
    static HostValues of(final INDArray array) {
        if (array.dataType() == DataType.DOUBLE) {
            return new Doubles(array.dup('c').data().asDouble());
        }
        final float[] values = new float[Math.toIntExact(array.length())];
        HostArray.download(array, values);
        return new Floats(values);
    }

    /** @return so many zeros of the same precision */
    HostValues zeros(long length);

    /** Adds products of so many neighbours, from an index on each: this ← this + a∘b. */
    void addProduct(int to, HostValues a, int fromA, HostValues b, int fromB, int count);

    /** @return of rows of this size the sum, added up in their order */
    double[] sums(int size);

    /** Writes the values into an array of as many in C order, not a part of another. */
    void store(INDArray array);

    /** Of an array in single precision. */
    record Floats(float[] values) implements HostValues {
        @Override
        public HostValues zeros(final long length) {
            return new Floats(new float[Math.toIntExact(length)]);
        }

        @Override
        public void addProduct(final int to, final HostValues a, final int fromA, final HostValues b, final int fromB,
            final int count) {
            final float[] first = ((Floats)a).values;
            final float[] second = ((Floats)b).values;
            for (int i = 0; i < count; i++) {
                values[to + i] += first[fromA + i] * second[fromB + i];
            }
        }

        @Override
        public double[] sums(final int size) {
            final double[] sums = new double[size];
            for (int i = 0; i < values.length; i++) {
                sums[i % size] += values[i];
            }
            return sums;
        }

        @Override
        public void store(final INDArray array) {
            HostArray.upload(values, array);
        }
    }

    /** Of an array in double precision, for checks of gradients. */
    record Doubles(double[] values) implements HostValues {
        @Override
        public HostValues zeros(final long length) {
            return new Doubles(new double[Math.toIntExact(length)]);
        }

        @Override
        public void addProduct(final int to, final HostValues a, final int fromA, final HostValues b, final int fromB,
            final int count) {
            final double[] first = ((Doubles)a).values;
            final double[] second = ((Doubles)b).values;
            for (int i = 0; i < count; i++) {
                values[to + i] += first[fromA + i] * second[fromB + i];
            }
        }

        @Override
        public double[] sums(final int size) {
            final double[] sums = new double[size];
            for (int i = 0; i < values.length; i++) {
                sums[i % size] += values[i];
            }
            return sums;
        }

        @Override
        public void store(final INDArray array) {
            Ops.write(array, values);
        }
    }
}
