package org.geco.asd.nn.classify;

import org.geco.asd.nn.features.FeatureExtractor;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.optim.NetworkSession;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network in training that recognises classes from patches: its features and what tells classes from them. */
public class ClassifyingNetwork implements NetworkSession.Network {
    private final Shape m_shape;
    private final Arena m_arena;
    private final FeatureExtractor.Trained m_features;
    private final Classifier m_classifier;

    /**
     * The sizes of a batch of patches, of all kinds, and the number of classes.
     *
     * @param mels values of a frame: its mel bands, and what else the network is given of it
     */
    public record Shape(int batch, int frames, int mels, int classes) { }

    /** What else is learned from the embeddings. */
    @FunctionalInterface
    public interface Companion {
        /** Adds the gradient of another loss to dz, that of the embeddings z [batch, size]. */
        void add(INDArray z, INDArray dz);
    }

    /** The parameters are added, and allocated by the session. */
    public ClassifyingNetwork(final Parameters parameters, final FeatureExtractor network, final Shape shape,
        final HeadSettings head) {
        m_shape = shape;
        m_arena = new Arena(parameters, true);
        m_features = network.training(parameters, m_arena, new FeatureMap(shape.batch(), shape.frames(), shape.mels(),
            1));
        m_classifier = Classifier.of(head, parameters, m_arena, shape.classes(), network.embeddingSize());
    }

    /** @return where the arrays of a step are */
    protected final Arena arena() {
        return m_arena;
    }

    /** L_CE, its gradient and that of a companion with respect to all parameters. */
    public final Classifier.Result gradients(final Sample batch, final Companion companion) {
        final INDArray z = m_features.embed(batch.patches());
        final INDArray dz = m_arena.take(z.shape());
        final Classifier.Result ce = m_classifier.gradient(z, batch.targets(), dz);
        companion.add(z, dz);
        m_features.backward(batch.patches(), dz);
        m_arena.give(dz);
        return ce;
    }

    /** One step with a batch, for a dry run that counts its arrays. */
    protected void dryRun(final Sample batch) {
        gradients(batch, (z, dz) -> { });
    }

    /** Counts the arrays of a step, patches included. */
    final void dryRun() {
        dryRun(new Sample(m_arena.array(m_shape.batch(), m_shape.frames(), m_shape.mels(), 1),
            new int[m_shape.batch()]));
    }

    final Shape shape() {
        return m_shape;
    }

    final FeatureExtractor.Trained features() {
        return m_features;
    }

    final Classifier classifier() {
        return m_classifier;
    }

    @Override
    public final long bytes() {
        return m_arena.bytes();
    }

    @Override
    public final void close() {
        m_arena.close();
    }
}
