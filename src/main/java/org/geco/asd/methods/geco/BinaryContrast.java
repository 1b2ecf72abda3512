package org.geco.asd.methods.geco;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Initializer;
import org.geco.asd.nn.tensor.Ops;
import org.geco.asd.nn.tensor.Parameter;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The binary cross entropy that the paper trains with: the logit of a patch is z·(w_p − w_n) with the two weight
 * vectors of its own class, its target 1 for an original and 0 for a reconstruction; the mean over the batch.
 */
final class BinaryContrast implements ContrastiveLoss {
    private final Arena m_arena;
    private final Parameter m_positive;
    private final Parameter m_negative;
    private final int m_classes;

    BinaryContrast(final Parameters parameters, final Arena arena, final int classes, final int size) {
        m_arena = arena;
        m_classes = classes;
        m_positive = parameters.add("contrast.positive", Initializer.fanIn(size), size, m_classes);
        m_negative = parameters.add("contrast.negative", Initializer.fanIn(size), size, m_classes);
    }

    @Override
    public Result gradient(final INDArray z, final int[] classes, final double lambda, final INDArray dz) {
        final INDArray difference = m_arena.take(m_positive.shape());
        final INDArray all = m_arena.take(z.size(0), m_classes);
        Ops.subtract(m_positive.value(), m_negative.value(), difference);
        Ops.product(z, difference, all);
        final double[] values = Ops.read(all);
        final float[] logits = new float[classes.length];
        for (int i = 0; i < classes.length; i++) {
            logits[i] = (float)values[i * m_classes + classes[i]];
        }
        final double loss = gradient(values, classes, lambda);
        Ops.write(all, values);
        Ops.productOfTransposed(z, all, m_positive.gradient());
        m_positive.gradient().mul(-1, m_negative.gradient());
        Ops.addProductWithTransposed(all, difference, dz);
        m_arena.give(all);
        m_arena.give(difference);
        return new Result(loss, logits);
    }

    /** Replaces the logits by λ times their gradient: (σ(q) − t)/batch on the own class, 0 elsewhere. */
    private double gradient(final double[] values, final int[] classes, final double lambda) {
        double loss = 0;
        for (int i = 0; i < classes.length; i++) {
            final int own = i * m_classes + classes[i];
            final double q = values[own];
            final double target = i < classes.length / 2 ? 1 : 0;
            loss += Math.max(q, 0) - q * target + Math.log1p(Math.exp(-Math.abs(q)));
            java.util.Arrays.fill(values, i * m_classes, (i + 1) * m_classes, 0);
            values[own] = lambda * (1 / (1 + Math.exp(-q)) - target) / classes.length;
        }
        java.util.Arrays.fill(values, classes.length * m_classes, values.length, 0);
        return loss / classes.length;
    }
}
