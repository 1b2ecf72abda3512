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

    /** Of the feature extractor of this moment and the classifier in training, with its number of outputs. */
    GecoEvaluation(final EmbeddingNetwork features, final Linear classifier, final int classes) {
        m_features = features;
        m_classifier = classifier;
        m_logits = m_arena.array(features.batch(), classes);
    }

    /** @return L_CE, summed, of standardised patches [frames, mels] of these classes; what follows is ignored */
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
