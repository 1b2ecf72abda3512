package org.geco.asd.nn.graph;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Losses over rows, each a mean over the batch and of shape [1, 1].
 *
 * @param graph where the operations go
 * @param rows the rows of the batch
 */
public record Losses(Graph graph, Rows rows) {

    /**
     * Mean of −log softmax(logits) of the true class.
     *
     * @param logits [rows, classes]
     * @param oneHot [rows, classes], 1 for the true class, else 0; an all-zero row does not count into the sum, but
     *            still into the number of rows
     * @param classes number of classes
     * @return [1, 1]
     */
    public SDVariable softmaxCrossEntropy(final SDVariable logits, final SDVariable oneHot, final long classes) {
        return mean(logSoftmax(logits, classes).mul(oneHot), classes).mul(-classes);
    }

    /**
     * log softmax of each row. ND4J's own operation takes the logarithm of the softmax, which is −∞ for a class far
     * below the best; here the best is subtracted first.
     *
     * @param logits [rows, classes]
     * @param classes number of classes
     * @return [rows, classes]
     */
    public SDVariable logSoftmax(final SDVariable logits, final long classes) {
        final SDVariable shifted = logits.sub(rows.everyColumn(logits.max(true, 1), classes));
        final var math = graph.sameDiff().math();
        final SDVariable logSum = math.log(rows.rowSum(math.exp(shifted), classes));
        return shifted.sub(rows.everyColumn(logSum, classes));
    }

    /**
     * Mean of −[t·log σ(z) + (1 − t)·log(1 − σ(z))]. Computed as the softmax cross entropy of the two logits (z, 0),
     * which neither overflows nor underflows and whose gradient is right at 0 too.
     *
     * @param logits [rows, 1]
     * @param targets [rows, 1], 1 or 0
     * @return [1, 1]
     */
    public SDVariable binaryCrossEntropy(final SDVariable logits, final SDVariable targets) {
        final SDVariable pair = logits.mmul(graph.constant(new float[]{1, 0}, 1, 2));
        final SDVariable negatives = rows.everyRow(graph.constant(new float[]{0, 1}, 1, 2));
        final SDVariable oneHot = targets.mmul(graph.constant(new float[]{1, -1}, 1, 2)).add(negatives);
        return softmaxCrossEntropy(pair, oneHot, 2);
    }

    /**
     * Mean of the squared differences over all elements.
     *
     * @param prediction [rows, channels]
     * @param target [rows, channels]
     * @param channels number of channels
     * @return [1, 1]
     */
    public SDVariable meanSquaredError(final SDVariable prediction, final SDVariable target, final long channels) {
        final SDVariable difference = prediction.sub(target);
        return mean(difference.mul(difference), channels);
    }

    /**
     * @param x [rows, channels]
     * @param channels number of channels
     * @return [1, 1], the mean of all elements
     */
    public SDVariable mean(final SDVariable x, final long channels) {
        return rows.columnMean(rows.rowMean(x, channels));
    }
}
