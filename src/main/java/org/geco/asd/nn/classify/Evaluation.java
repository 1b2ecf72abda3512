package org.geco.asd.nn.classify;

import org.geco.asd.nn.features.EmbeddingNetwork;
import org.geco.asd.nn.layers.CrossEntropy;
import org.geco.asd.nn.tensor.Arena;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A network in training as it is at this moment, in evaluation mode: the running statistics normalise, and nothing is
 * learned. To be closed before the next step. For one thread.
 */
public final class Evaluation implements AutoCloseable {
    private final EmbeddingNetwork m_features;
    private final Classifier m_classifier;
    private final Arena m_arena = new Arena(DataType.FLOAT, false);

    /** Of the feature extractor of this moment and the classifier in training. */
    Evaluation(final EmbeddingNetwork features, final Classifier classifier) {
        m_features = features;
        m_classifier = classifier;
    }

    /** @return L_CE, summed, of standardised patches [frames, mels] of these classes; what follows is ignored */
    public double crossEntropy(final float[] patches, final int[] classes) {
        final double[] logits = m_classifier.logits(m_features.forward(patches, classes.length), m_arena);
        return CrossEntropy.sum(logits, logits.length / m_features.batch(), classes);
    }

    @Override
    public void close() {
        m_arena.close();
        m_features.close();
    }
}
