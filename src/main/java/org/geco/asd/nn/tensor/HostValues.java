package org.geco.asd.nn.tensor;

import java.util.Arrays;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Values on Java's heap, for what ND4J is slow at: loops over whole arrays of Java are compiled to the processor's
 * vector instructions, those over parts from different indices on are not. Of single or double precision, as the arrays
 * that they are copied from and to.
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

    /** @return so many zeros */
    static HostValues zeros(final DataType type, final long length) {
        final int size = Math.toIntExact(length);
        return type == DataType.DOUBLE ? new Doubles(new double[size]) : new Floats(new float[size]);
    }

    /** Copies so many values, from an index on, to an index on of others of the same precision. */
    void copy(int from, HostValues to, int at, int count);

    /** Sets all to 0. */
    void clear();

    /** Adds products of so many neighbours, from an index on each: this ← this + a∘b. */
    void addProduct(int to, HostValues a, int fromA, HostValues b, int fromB, int count);

    /** this ← this + a∘b of others of the same length. */
    void addProduct(HostValues a, HostValues b);

    /** Adds the products of several one after the other: this ← this + a₀∘b₀ + a₁∘b₁ + …, of the same length. */
    default void addProducts(final List<HostValues> a, final List<HostValues> b) {
        for (int i = 0; i < a.size(); i++) {
            addProduct(a.get(i), b.get(i));
        }
    }

    /** Lifts what is less to the least, and lowers what is more to the most. */
    void bound(float least, float most);

    /** @return of rows of this size the sum, added up in their order */
    double[] sums(int size);

    /** Writes the values into an array of as many in C order, not a part of another. */
    void store(INDArray array);

    /** Of an array in single precision. */
    record Floats(float[] values) implements HostValues {
        private static final int THREE = 3;

        @Override
        public void copy(final int from, final HostValues to, final int at, final int count) {
            System.arraycopy(values, from, ((Floats)to).values, at, count);
        }

        @Override
        public void clear() {
            Arrays.fill(values, 0);
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
        public void addProduct(final HostValues a, final HostValues b) {
            addProduct(values, ((Floats)a).values, ((Floats)b).values);
        }

        /** Three in one loop, a kernel's row, so that the sums are read and written once. */
        @Override
        public void addProducts(final List<HostValues> a, final List<HostValues> b) {
            if (a.size() == THREE) {
                addProducts(values, values(a, 0), values(b, 0), values(a, 1), values(b, 1), values(a, 2),
                    values(b, 2));
            } else {
                HostValues.super.addProducts(a, b);
            }
        }

        private static float[] values(final List<HostValues> all, final int index) {
            return ((Floats)all.get(index)).values;
        }

        private static void addProducts(final float[] sum, final float[] a, final float[] b, final float[] c,
            final float[] d, final float[] e, final float[] f) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] = sum[i] + a[i] * b[i] + c[i] * d[i] + e[i] * f[i];
            }
        }

        private static void addProduct(final float[] sum, final float[] a, final float[] b) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += a[i] * b[i];
            }
        }

        @Override
        public void bound(final float least, final float most) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.min(Math.max(values[i], least), most);
            }
        }

        @Override
        public double[] sums(final int size) {
            final double[] sums = new double[size];
            for (int row = 0; row < values.length; row += size) {
                for (int i = 0; i < size; i++) {
                    sums[i] += values[row + i];
                }
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
        public void copy(final int from, final HostValues to, final int at, final int count) {
            System.arraycopy(values, from, ((Doubles)to).values, at, count);
        }

        @Override
        public void clear() {
            Arrays.fill(values, 0);
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
        public void addProduct(final HostValues a, final HostValues b) {
            addProduct(0, a, 0, b, 0, values.length);
        }

        @Override
        public void bound(final float least, final float most) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.min(Math.max(values[i], least), most);
            }
        }

        @Override
        public double[] sums(final int size) {
            final double[] sums = new double[size];
            for (int row = 0; row < values.length; row += size) {
                for (int i = 0; i < size; i++) {
                    sums[i] += values[row + i];
                }
            }
            return sums;
        }

        @Override
        public void store(final INDArray array) {
            Ops.write(array, values);
        }
    }
}
