package org.geco.asd.methods.geco;

import org.geco.asd.nn.layers.CrossEntropy;
import org.geco.asd.nn.layers.Linear;
import org.geco.asd.nn.resnet.EmbeddingNetwork;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Ops;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network in training as it is at this moment, in evaluation mode: the running statistics normalise, and nothing is
 * learned. To be closed before the next step. For one thread.
 */
final class GecoEvaluation implements AutoCloseable {

    private final EmbeddingNetwork m_features;

    private final Linear m_classifier;

    private final Arena m_arena = new Arena(DataType.FLOAT, false);

    private final INDArray m_logits;

    /**
     * @param features the feature extractor with the weights and running statistics of this moment
     * @param classifier of the embeddings, in training
     * @param classes number of its outputs
     */
    GecoEvaluation(final EmbeddingNetwork features, final Linear classifier, final int classes) {
        m_features = features;
        m_classifier = classifier;
        m_logits = m_arena.array(features.batch(), classes);
    }

    /**
     * L_CE of patches that are not trained on.
     *
     * @param patches standardised patches [frames, mels] one after the other; what follows the last one is ignored
     * @param classes class of each patch, at most as many as the evaluation was made for
     * @return the sum over the patches of −log softmax(logits) of their classes
     */
    double crossEntropy(final float[] patches, final int[] classes) {
        m_classifier.forward(m_features.forward(patches, classes.length), m_logits);
        return CrossEntropy.sum(Ops.read(m_logits), (int)m_logits.size(1), classes);
    }

    @Override
    public void close() {
        m_arena.close();
        m_features.close();
    }
}
