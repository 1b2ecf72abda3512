package org.geco.asd.methods.geco;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * L_con on the embeddings of a batch: the originals first, then as many reconstructions in the same order; rows beyond
 * those that have a class are not its own.
 */
interface ContrastiveLoss {
    /** The loss of a batch, NaN if there is none; the logit of each row, above 0 for "an original", if there are. */
    record Result(double value, float[] logits) { }

    /** Adds λ·dL_con/dz to the gradient of embeddings z [batch, size]; sets the gradients of its own parameters. */
    Result gradient(INDArray z, int[] classes, double lambda, INDArray dz);

    /** @return the loss of these settings for embeddings of a size */
    static ContrastiveLoss of(final LossSettings settings, final Parameters parameters, final Arena arena,
        final int classes, final int size) {
        return switch (settings.contrast()) {
            case BINARY_CROSS_ENTROPY -> new BinaryContrast(parameters, arena, classes, size);
            case SUPERVISED_CONTRASTIVE -> new SupervisedContrast(arena, settings.temperature());
            case NONE -> (z, rows, lambda, dz) -> new Result(Double.NaN, new float[0]);
        };
    }
}
