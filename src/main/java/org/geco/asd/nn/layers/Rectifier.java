package org.geco.asd.nn.layers;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.HostPieces;
import org.geco.asd.nn.tensor.HostValues;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Rectified linear units, in place. */
public enum Rectifier {
    /** x as it is. */
    NONE(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY) {
        @Override
        public void forward(final INDArray x) {
            // x stays
        }

        @Override
        void mask(final INDArray y, final INDArray mask) {
            mask.assign(1);
        }

        @Override
        void mask(final float[] y, final float[] d, final float[] to) {
            System.arraycopy(d, 0, to, 0, to.length);
        }
    },

    /** max(x, 0). */
    RELU(0, Float.POSITIVE_INFINITY) {
        @Override
        public void forward(final INDArray x) {
            Ops.relu(x);
        }

        @Override
        void mask(final INDArray y, final INDArray mask) {
            Ops.step(y, mask);
        }

        @Override
        void mask(final float[] y, final float[] d, final float[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] = d[i] * Math.min(1, y[i] * Float.MAX_VALUE * Float.MAX_VALUE);
            }
        }
    },

    /** min(max(x, 0), 6). */
    RELU6(0, Rectifier.MOST) {
        @Override
        public void forward(final INDArray x) {
            Ops.relu6(x);
        }

        @Override
        void mask(final INDArray y, final INDArray mask) {
            if (!Ops.isDryRun(mask)) {
                y.rsub(MOST, mask);
            }
            Ops.multiply(mask, y, mask);
            Ops.step(mask, mask);
        }

        @Override
        void mask(final float[] y, final float[] d, final float[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] = d[i] * Math.min(1, y[i] * (MOST - y[i]) * Float.MAX_VALUE * Float.MAX_VALUE);
            }
        }
    };

    private static final float MOST = 6;

    private final float m_least;
    private final float m_most;

    Rectifier(final float least, final float most) {
        m_least = least;
        m_most = most;
    }

    /** @return the least output */
    float least() {
        return m_least;
    }

    /** @return the largest output */
    float most() {
        return m_most;
    }

    /** x ← the unit's output. */
    public abstract void forward(INDArray x);

    /** x ← the unit's output. */
    void forward(final HostValues x) {
        if (this != NONE) {
            x.bound(m_least, m_most);
        }
    }

    /** mask ← 1 where the gradient passes an output, else 0; lends nothing. */
    abstract void mask(INDArray y, INDArray mask);

    /**
     * to ← d where the gradient passes an output, else 0. A factor of 1 or 0 from products that overflow, since Java's
     * compiler makes vector instructions of them, but not of a comparison.
     */
    abstract void mask(float[] y, float[] d, float[] to);

    /**
     * Lets a gradient through: d ← d where it passes the output y, else 0. In one pass of Java's over the memory where
     * it reaches it; ND4J's own operations for it take several times as long (docs/performance.md).
     */
    public void backward(final Arena arena, final INDArray y, final INDArray d) {
        if (RowParts.serve(arena.precision())) {
            if (!arena.isDryRun()) {
                new RowParts(y.length(), 1).write(HostPieces.write(d), (seen, to) -> mask(seen[0], seen[1], to),
                    HostPieces.read(y), HostPieces.read(d));
            }
            return;
        }
        final INDArray mask = arena.take(y.shape());
        mask(y, mask);
        Ops.multiply(d, mask, d);
        arena.give(mask);
    }
}
