package org.geco.asd.methods.geco;

import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** L_con on the embeddings of a batch: the originals first, then as many reconstructions in the same order. */
interface ContrastiveLoss {

    /**
     * The loss of a batch.
     *
     * @param value L_con; NaN if there is none
     * @param logits for each row, above 0 means "an original"; empty if the form has none
     */
    record Result(double value, float[] logits) {
    }

    /**
     * Adds λ·dL_con/dz to the gradient of the embeddings and sets the gradients of its own parameters.
     *
     * @param z embeddings [batch, size]
     * @param classes class of each row
     * @param lambda λ
     * @param dz gradient that is added to
     * @return the loss
     */
    Result gradient(INDArray z, int[] classes, double lambda, INDArray dz);

    /**
     * @param form which loss
     * @param temperature divides the similarities of Eqn (2)
     * @param parameters where parameters go
     * @param arena lends arrays
     * @param shape sizes of the batch
     * @param size length of an embedding
     * @return the loss
     */
    static ContrastiveLoss of(final ContrastiveForm form, final double temperature, final Parameters parameters,
        final Arena arena, final GecoNetwork.Shape shape, final int size) {
        return switch (form) {
            case BINARY_CROSS_ENTROPY -> new BinaryContrast(parameters, arena, shape, size);
            case SUPERVISED_CONTRASTIVE -> new SupervisedContrast(arena, temperature);
            case NONE -> (z, classes, lambda, dz) -> new Result(Double.NaN, new float[0]);
        };
    }
}
