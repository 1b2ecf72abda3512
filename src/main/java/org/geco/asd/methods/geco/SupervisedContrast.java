package org.geco.asd.methods.geco;

import org.geco.asd.nn.layers.LogSumExp;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Equation (2) with embeddings of length 1 and a temperature τ. For an original i with C_p, the other originals of its
 * class, and C_n, its own reconstruction: −1/|C_p|·Σ_p log(exp(z_i·z_p/τ)/Σ_{a ∈ C_p ∪ C_n} exp(z_i·z_a/τ)); the mean
 * over the originals that have a positive. Batches are small: computed in Java, in double precision.
 */
final class SupervisedContrast implements ContrastiveLoss {
    private static final double LEAST_SQUARED_LENGTH = 1e-12;

    private final Arena m_arena;
    private final double m_temperature;

    SupervisedContrast(final Arena arena, final double temperature) {
        m_arena = arena;
        m_temperature = temperature;
    }

    @Override
    public Result gradient(final INDArray z, final int[] classes, final double lambda, final INDArray dz) {
        if (m_arena.isDryRun()) {
            m_arena.give(m_arena.take(z.shape()));
            return new Result(0, new float[0]);
        }
        final int size = (int)z.size(1);
        final Units units = new Units(Ops.read(z), size);
        final double[] du = new double[units.values().length];
        final int originals = classes.length / 2;
        int anchors = 0;
        for (int i = 0; i < originals; i++) {
            anchors += positives(i, classes, originals) > 0 ? 1 : 0;
        }
        double loss = 0;
        for (int i = 0; i < originals; i++) {
            final int positives = positives(i, classes, originals);
            if (positives > 0) {
                loss += anchor(i, compared(i, positives, classes, originals), units, lambda / anchors, du) / anchors;
            }
        }
        final INDArray gradient = m_arena.take(z.shape());
        Ops.write(gradient, units.throughLength(du));
        Ops.add(dz, gradient, dz);
        m_arena.give(gradient);
        return new Result(loss, new float[0]);
    }

    private static int positives(final int i, final int[] classes, final int originals) {
        int count = 0;
        for (int p = 0; p < originals; p++) {
            count += p != i && classes[p] == classes[i] ? 1 : 0;
        }
        return count;
    }

    /** C_p, then C_n. */
    private static int[] compared(final int i, final int positives, final int[] classes, final int originals) {
        final int[] rows = new int[positives + 1];
        int n = 0;
        for (int p = 0; p < originals; p++) {
            if (p != i && classes[p] == classes[i]) {
                rows[n++] = p;
            }
        }
        rows[n] = originals + i;
        return rows;
    }

    /** The loss of one anchor; adds weight times its gradient. */
    private double anchor(final int i, final int[] compared, final Units units, final double weight,
        final double[] du) {
        final double[] similarities = new double[compared.length];
        double mean = 0;
        for (int a = 0; a < compared.length; a++) {
            similarities[a] = units.product(i, compared[a]) / m_temperature;
            mean += a < compared.length - 1 ? similarities[a] / (compared.length - 1) : 0;
        }
        final double logSum = LogSumExp.of(similarities, 0, compared.length);
        for (int a = 0; a < compared.length; a++) {
            final double wanted = a < compared.length - 1 ? 1.0 / (compared.length - 1) : 0;
            final double d = weight * (Math.exp(similarities[a] - logSum) - wanted) / m_temperature;
            units.addRow(compared[a], d, i, du);
            units.addRow(i, d, compared[a], du);
        }
        return logSum - mean;
    }

    /** Embeddings divided by their length. */
    private static final class Units {
        private final int m_size;
        private final double[] m_values;
        private final double[] m_scales;

        Units(final double[] z, final int size) {
            m_size = size;
            m_values = z;
            m_scales = new double[z.length / size];
            for (int row = 0; row < m_scales.length; row++) {
                m_scales[row] = 1 / Math.sqrt(product(row, row) + LEAST_SQUARED_LENGTH);
                for (int k = row * size; k < (row + 1) * size; k++) {
                    z[k] *= m_scales[row];
                }
            }
        }

        double[] values() {
            return m_values;
        }

        double product(final int a, final int b) {
            double sum = 0;
            for (int k = 0; k < m_size; k++) {
                sum += m_values[a * m_size + k] * m_values[b * m_size + k];
            }
            return sum;
        }

        /** Row {@code to} of the target += factor·unit {@code from}. */
        void addRow(final int from, final double factor, final int to, final double[] target) {
            for (int k = 0; k < m_size; k++) {
                target[to * m_size + k] += factor * m_values[from * m_size + k];
            }
        }

        /** The gradient of the embeddings for that of the units, which is overwritten: (du − (du·u)·u)/‖z‖. */
        double[] throughLength(final double[] du) {
            for (int row = 0; row < m_scales.length; row++) {
                double along = 0;
                for (int k = row * m_size; k < (row + 1) * m_size; k++) {
                    along += du[k] * m_values[k];
                }
                for (int k = row * m_size; k < (row + 1) * m_size; k++) {
                    du[k] = m_scales[row] * (du[k] - along * m_values[k]);
                }
            }
            return du;
        }
    }
}
