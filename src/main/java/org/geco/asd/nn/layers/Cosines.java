package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The cosine of the angle between every row of x and every column of W: x·W with both scaled to length 1. Parameter:
 * {@code name.weight} [in, out], starting uniform in ±1/√in.
 */
public final class Cosines {
    private static final double LEAST_SQUARED_LENGTH = 1e-12;

    private final Arena m_arena;
    private final Parameter m_weight;

    /** With a parameter of this prefix, from {@code in} inputs to {@code out} outputs. */
    public Cosines(final Parameters parameters, final Arena arena, final String name, final long in, final long out) {
        m_arena = arena;
        m_weight = parameters.add(name + ".weight", Initializer.fanIn(in), in, out);
    }

    /** Sets y [n, out] to the cosines of x [n, in]; what is computed on the way is of the arena. */
    public void forward(final INDArray x, final INDArray y, final Arena arena) {
        final Units rows = new Units(arena, x, true);
        final Units columns = new Units(arena, m_weight.value(), false);
        Ops.product(rows.m_values, columns.m_values, y);
        rows.give();
        columns.give();
    }

    /** Sets the gradient of the parameter and dx = dL/dx from dy = dL/dy and the x that the forward pass had. */
    public void backward(final INDArray x, final INDArray dy, final INDArray dx) {
        final Units rows = new Units(m_arena, x, true);
        final Units columns = new Units(m_arena, m_weight.value(), false);
        Ops.productWithTransposed(dy, columns.m_values, dx);
        Ops.productOfTransposed(rows.m_values, dy, m_weight.gradient());
        rows.throughLength(dx);
        columns.throughLength(m_weight.gradient());
        rows.give();
        columns.give();
    }

    /** Rows or columns of a matrix scaled to length 1. */
    private static final class Units {
        private final Arena m_lender;
        private final boolean m_rows;
        private final INDArray m_values;
        private final INDArray m_lengths;

        Units(final Arena arena, final INDArray matrix, final boolean rows) {
            m_lender = arena;
            m_rows = rows;
            m_values = arena.take(matrix.shape());
            m_lengths = rows ? arena.take(matrix.size(0), 1) : arena.take(1, matrix.size(1));
            Ops.square(matrix, m_values);
            sums(m_values, m_lengths);
            m_lengths.addi(LEAST_SQUARED_LENGTH);
            Ops.sqrt(m_lengths);
            Ops.divide(matrix, m_lengths, m_values);
        }

        private void sums(final INDArray matrix, final INDArray out) {
            if (m_rows) {
                Ops.rowSums(m_lender, matrix, out);
            } else {
                Ops.columnSums(m_lender, matrix, out);
            }
        }

        /** The gradient of the matrix for that of the units u, in its place: (du − (du·u)·u)/length. */
        void throughLength(final INDArray du) {
            final INDArray along = m_lender.take(m_values.shape());
            final INDArray products = m_lender.take(m_lengths.shape());
            Ops.multiply(du, m_values, along);
            sums(along, products);
            Ops.multiply(m_values, products, along);
            Ops.subtract(du, along, du);
            Ops.divide(du, m_lengths, du);
            m_lender.give(products);
            m_lender.give(along);
        }

        void give() {
            m_lender.give(m_lengths);
            m_lender.give(m_values);
        }
    }
}
