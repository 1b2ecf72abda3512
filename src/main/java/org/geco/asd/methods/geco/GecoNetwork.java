package org.geco.asd.methods.geco;

import java.util.List;

import org.geco.asd.nn.layers.BatchNormConvolution;
import org.geco.asd.nn.layers.FeatureMap;
import org.geco.asd.nn.layers.Targets;
import org.geco.asd.nn.optim.NetworkSession;
import org.geco.asd.nn.resnet.EmbeddingNetwork;
import org.geco.asd.nn.resnet.ResNet18;
import org.geco.asd.nn.resnet.ResNetBackward;
import org.geco.asd.nn.resnet.ResNetForward;
import org.geco.asd.nn.resnet.ResNetLayers;
import org.geco.asd.nn.tensor.Arena;
import org.geco.asd.nn.tensor.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The network of GeCo's training: ResNet-18, the classifier of machine IDs, and L_total = L_CE + λ·L_con (paper,
 * Eqn 3). A batch holds the originals first, then their reconstructions, then what {@link Mixup} makes of them.
 */
final class GecoNetwork implements NetworkSession.Network {
    private final Shape m_shape;
    private final Arena m_arena;
    private final ResNetLayers<BatchNormConvolution> m_layers;
    private final ResNetForward m_forward;
    private final ResNetBackward m_backward;
    private final Classifier m_classifier;
    private final ContrastiveLoss m_contrast;

    /** The sizes of a batch of patches, reconstructions and mixed ones included; the classes are machines. */
    record Shape(int batch, int frames, int mels, int classes) { }

    /** What one batch gave: L_CE, L_con (NaN without), logits [batch, classes], those of binary L_con [batch]. */
    record Losses(double ce, double con, float[] logits, float[] conLogits) { }

    GecoNetwork(final Parameters parameters, final ResNet18 network, final Shape shape, final LossSettings loss) {
        m_shape = shape;
        m_arena = new Arena(parameters, true);
        m_layers = network.layers(new FeatureMap(shape.batch(), shape.frames(), shape.mels(), 1),
            (name, in, c) -> new BatchNormConvolution(parameters, m_arena, name, in, c, in.channels() == 1));
        m_forward = new ResNetForward(m_arena, m_layers);
        m_backward = new ResNetBackward(m_arena, m_layers, m_forward);
        m_classifier = Classifier.of(loss.head(), parameters, m_arena, shape, network.embeddingSize());
        m_contrast = ContrastiveLoss.of(loss, parameters, m_arena, shape, network.embeddingSize());
        parameters.allocate(true);
    }

    /**
     * The losses and their gradients with respect to all parameters; the reconstructions, if there are any, have the
     * classes of their originals.
     */
    Losses gradients(final GecoBatches.Sample batch, final double lambda) {
        final int[] originals = batch.classes();
        final int[] rows = new int[m_shape.batch()];
        java.util.Arrays.setAll(rows, i -> originals[i % originals.length]);
        final Targets targets = batch.mixed().map(pairs -> pairs.targets(rows)).orElseGet(() -> Targets.of(rows));
        final INDArray z = m_forward.embed(batch.patches());
        final INDArray dz = m_arena.take(z.shape());
        final Classifier.Result ce = m_classifier.gradient(z, targets, dz);
        final int contrasted = rows.length - (batch.mixed().isPresent() ? originals.length : 0);
        final ContrastiveLoss.Result con =
            m_contrast.gradient(z, java.util.Arrays.copyOf(rows, contrasted), lambda, dz);
        m_backward.backward(batch.patches(), dz);
        m_arena.give(dz);
        return new Losses(ce.value(), con.value(), floats(ce.logits()), con.logits());
    }

    private static float[] floats(final double[] values) {
        final float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float)values[i];
        }
        return floats;
    }

    /** @return the layers with batch normalisation, with the statistics of the last batch */
    List<BatchNormConvolution> layers() {
        return m_layers.all();
    }

    /** @return what recognises machines */
    Classifier classifier() {
        return m_classifier;
    }

    /** @return this network in evaluation mode, with the present features, which are closed with it */
    GecoEvaluation evaluation(final EmbeddingNetwork features) {
        return new GecoEvaluation(features, m_classifier);
    }

    /** Counts the arrays of a step, patches included; for a dry run. */
    void dryRun() {
        gradients(new GecoBatches.Sample(m_arena.array(m_shape.batch(), m_shape.frames(), m_shape.mels(), 1),
            new int[m_shape.batch()]), 0);
    }

    @Override
    public long bytes() {
        return m_arena.bytes();
    }

    @Override
    public void close() {
        m_arena.close();
    }
}
